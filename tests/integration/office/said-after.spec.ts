import { expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import {
  draft,
  inMediation,
  inNegotiation,
  mediationRequested,
  representation,
  submitted,
} from '#domain/testing/scenario/scenarios.ts';
import { dayFromToday } from '#tests/kit/days.ts';
import { openPlay } from '#tests/kit/engine/play.ts';
import { siteForFile, type Answer } from '#tests/kit/pages.ts';
import { secondMediator } from '#tests/kit/second-mediator.ts';

const site = siteForFile();

const officer = () => site.suite.people.officer.userId;

/** What the page that follows an act announces: the key of its sentence. */
const announced = ({ headers }: Answer): string => headers.getSetCookie().map(decodeURIComponent).join();

/** What a page of the Office shows, in French. */
async function shown(address: string): Promise<string> {
  const { html, status } = await site.pages.get(officer(), address);
  expect([address, status]).toEqual([address, 200]);
  return html
    .slice(html.indexOf('<main'), html.indexOf('</main>'))
    .replaceAll('\u00a0', ' ')
    .replaceAll('<!-- -->', '');
}

test('A-18 the end of a representation says who is told of it: the merchant only of a file that it has; a second officer reads that the page has changed', async () => {
  const young = await openPlay(site.suite, [...draft, ...representation]);
  const sent = await openPlay(site.suite, [...submitted, ...representation]);
  const [one, two] = [young, sent].map(({ dossierId }) => `/office/dossiers/${dossierId}`) as [string, string];
  expect(await shown(one)).toContain('Le commerçant ne l’est pas');
  expect(await shown(two)).toContain('Les deux, le commerçant et la personne qui mène la médiation');
  const revoke = () => site.pages.post(officer(), one, { form_name: 'revoke', confirmed: 'yes' });
  expect((await revoke()).status).toBe(303);
  const { rows } = await site.suite.pool.query(
    `select 1 from mail where dossier_id = $1 and template = 'representation-over'`,
    [young.dossierId],
  );
  expect(rows).toEqual([]);
  const late = await revoke();
  expect([late.status, late.html]).toEqual([409, expect.stringContaining('la page a changé')]);
  expect(late.html).not.toContain('Personne ne vous représente');
});

test('A-05 more time for a draft that was sent meanwhile is refused in the Office’s words', async () => {
  const { dossierId } = await openPlay(site.suite, submitted);
  const late = await site.pages.post(officer(), `/office/dossiers/${dossierId}`, {
    form_name: 'extend',
    until: dayFromToday(40),
  });
  expect([late.status, late.html]).toEqual([409, expect.stringContaining('la page a changé')]);
  expect(late.html).not.toContain('Mes dossiers »');
});

test('F-051 codes that opened a dossier meanwhile are refused in the Office’s words, where the page no longer has their form', async () => {
  const { pool, people } = site.suite;
  const id = randomUUID();
  await pool.query(
    `insert into referral (id, reference_number, access_code_hash, consumer_email, merchant_id, problem_kind, issued_by, expires_at, used_at)
     values ($1, 'R2026-800001', '\\x00', 'deja@utilise.example', $2, 'qualite', $3, now() + interval '9 days', now())`,
    [id, people.merchantId, officer()],
  );
  for (const intent of ['resend', 'revoke']) {
    const late = await site.pages.post(officer(), '/office/codes', { form_name: `r${id.slice(0, 8)}`, id, intent });
    expect([late.status, late.html]).toEqual([409, expect.stringContaining('la page a changé')]);
    expect(late.html).not.toContain('Vous le trouverez dans');
  }
  // Erased after a time: there is nobody left to send a code to.
  await pool.query(`update referral set used_at = null, consumer_email = '' where id = $1`, [id]);
  const page = await shown('/office/codes?etat=sent');
  expect(page).toContain('R2026-800001');
  expect(page).toContain('value="revoke"');
  expect(page).not.toContain('value="resend"');
});

test('B-11 the step of a day that has come is said to be on the desk already', async () => {
  const { dossierId } = await openPlay(site.suite, inNegotiation);
  const plan = (seen: number, dueDay: string) =>
    site.pages.post(officer(), `/office/dossiers/${dossierId}/suivi`, {
      ...{ form_name: 'step', seen: String(seen), what: 'Rappeler', dueDay },
    });
  expect(announced(await plan(0, dayFromToday(3)))).toContain('stepPlanned.later');
  expect(await shown('/office/a-faire/suivis')).not.toContain('Rappeler');
  const { rows } = await site.suite.pool.query('select version from office_step where dossier_id = $1', [dossierId]);
  expect(announced(await plan(rows[0].version, dayFromToday(0)))).toContain('stepPlanned.now');
  expect(await shown('/office/a-faire/suivis')).toContain('Rappeler');
});

test('F-121 a form that gives dossiers, sent again after one was given to somebody else, does not say that it is with the first; nobody else to name is said so', async () => {
  const { mediator } = site.suite.people;
  const { dossierId } = await openPlay(site.suite, inMediation);
  const address = `/office/mediateurs/${mediator.userId}/dossiers`;
  expect(await shown(address)).toContain('Personne d’autre n’a de compte de médiation actif');
  expect(await shown(`/office/dossiers/${dossierId}/mediation`)).toContain('Personne d’autre n’a de compte');
  const [first, second] = [await secondMediator(site.suite.pool), await secondMediator(site.suite.pool)];
  const form = { form_key: randomUUID(), [`to.${dossierId}`]: first.userId };
  const page = (await site.pages.post(officer(), address, form)).headers.get('location') ?? '';
  expect(await shown(page)).toContain(`a été confié à ${first.name}`);
  await site.pages.post(officer(), `/office/dossiers/${dossierId}/mediation`, {
    ...{ replaces: first.userId, mediatorId: second.userId },
  });
  // The same form is the same hand-over, which says what it did; another one of the same does nothing, and says so.
  expect((await site.pages.post(officer(), address, form)).headers.get('location')).toBe(page);
  const other = await site.pages.post(officer(), address, { ...form, form_key: randomUUID() });
  const told = await shown(other.headers.get('location') ?? '');
  expect(told).not.toContain('a été confié à');
  expect(told).toContain('n’a pas changé de main cette fois-ci');
});

test('B-11 A-06 a list that is empty says why: nothing waits, nothing of what it is narrowed to, or nothing after a place', async () => {
  await openPlay(site.suite, mediationRequested);
  await openPlay(site.suite, submitted);
  const lists: [string, string, string][] = [
    ['/office/a-faire/mediations?langue=en', 'ne correspond à ces choix', 'Aucune médiation n’attend'],
    ['/office/a-faire/nouvelles?nouvelles=delay', 'ne correspond à ces choix', 'Aucune nouvelle n’attend'],
    ['/office/a-faire/acces?demande=change', 'ne correspond à ces choix', 'Aucune demande d’un répondant'],
    ['/office/a-faire/silences?jours=60&tour=merchant', 'ne correspond à ces choix', 'Aucune partie'],
    ['/office/a-faire/silences?jours=60', 'Aucune partie n’est silencieuse', 'ne correspond à ces choix'],
    ['/office/a-faire/commercants', 'pris en charge depuis 15 jours ou plus', 'Tous les commerçants'],
    [`/office/dossiers?mediateur=${randomUUID()}`, 'ne correspond à ces choix', 'Aucun dossier.<'],
    ['/office/absences?quand=now', 'Personne n’est en absence aujourd’hui', 'en cours ou à venir n’est annoncée'],
    ['/office/absences', 'Aucune absence en cours ou à venir', 'Personne n’est en absence'],
  ];
  for (const [address, says, not] of lists) {
    const page = await shown(address);
    expect([address, page]).toEqual([address, expect.stringContaining(says)]);
    expect([address, page.includes(not)]).toEqual([address, false]);
  }
  // Tabs of the codes: none at all, and none in a state.
  expect(await shown('/office/codes?etat=locked')).toContain('Aucun code dans cet état');
  expect(await shown('/office')).toContain('href="/office/codes?etat=locked&amp;tri=oldest"');
});
