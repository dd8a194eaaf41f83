import { expect, test } from '@jest/globals';
import { setTimeout as wait } from 'node:timers/promises';
import {
  inMediation,
  inNegotiation,
  mediationRequested,
  mediatorNamed,
  mediatorProposed,
  submitted,
} from '#domain/testing/scenario/scenarios.ts';
import { standardPolicy } from '#domain/dossier/policy.ts';
import type { QueueName, QueueRows } from '#web/server/services/office/queues.ts';
import { dayFromToday } from '#tests/kit/days.ts';
import { openPlay, type Play } from '#tests/kit/engine/play.ts';
import { siteForFile } from '#tests/kit/pages.ts';
import { servicesLater } from './later.ts';
import { secondMediator } from '#tests/kit/second-mediator.ts';

const site = siteForFile();

const officer = () => site.suite.people.officer.userId;

/** What the page of a list shows, in French. */
async function shown(address: string): Promise<string> {
  const { html, status } = await site.pages.get(officer(), `/office/a-faire/${address}`);
  expect([address, status]).toEqual([address, 200]);
  return html.slice(html.indexOf('<main'), html.indexOf('</main>')).replaceAll('\u00a0', ' ');
}

async function numberOf({ dossierId }: Play): Promise<string> {
  const { rows } = await site.suite.pool.query('select number from dossier where id = $1', [dossierId]);
  return rows[0].number as string;
}

/** Rows of a list as the desk will have them in so many days. */
async function rowsLater<Name extends QueueName>(days: number, name: Name, filter = {}): Promise<QueueRows[Name][]> {
  const { office } = servicesLater(site.suite, days);
  return (await office.queue({ officerId: officer(), name, filter, order: 'age', after: null }))
    .rows as QueueRows[Name][];
}

test('F-121 B-11 mediations to assign, oldest first, with the language, the proposals in numbers and who led them before', async () => {
  const first = await openPlay(site.suite, mediationRequested);
  const again = await openPlay(site.suite, [...inMediation, { by: 'mediator', act: 'recuse' }]);
  const [one, two] = [await numberOf(first), await numberOf(again)];
  const page = await shown('mediations');
  expect(page.indexOf(one)).toBeGreaterThan(0);
  expect(page.indexOf(two)).toBeGreaterThan(page.indexOf(one));
  expect(page).toContain('Partie consommatrice : 1, commerçant : 1');
  expect(page).toContain('Camille Tremblay');
  expect(page).toContain(`/office/dossiers/${again.dossierId}/mediation`);
  expect(await shown('mediations?langue=en')).not.toContain(one);
  expect(await shown('mediations?langue=fr&sorte=inconnue')).toContain(one);

  const file = await site.pages.get(officer(), '/office/a-faire/mediations/fichier?langue=fr');
  expect(file.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(file.headers.get('content-disposition')).toContain('mediations.csv');
  expect(file.html).toContain(`"${one}"`);
  const desk = await site.pages.get(officer(), '/office');
  expect(desk.html).toMatch(/Médiations à confier[\s\S]{0,200}>2</);
  expect((await site.pages.get(officer(), '/office/a-faire/rien')).status).toBe(404);
});

test('F-130 F-136 A-24 a mediator’s request waits until the Office answers it, news until they are read, a target date once it is past', async () => {
  const asked = await openPlay(site.suite, [
    ...inMediation,
    { by: 'mediator', act: 'reportToOffice', kind: 'nudge', side: 'merchant' },
    { by: 'mediator', act: 'reportToOffice', kind: 'imminent', side: null },
  ]);
  const told = await openPlay(site.suite, [
    ...inMediation,
    { by: 'mediator', act: 'reportToOffice', kind: 'imminent' },
  ]);
  const quiet = await openPlay(site.suite, inMediation);
  const [one, two, three] = [await numberOf(asked), await numberOf(told), await numberOf(quiet)];
  expect(await shown('nouvelles')).toContain('Demande à l’Office de relancer une partie : Commerçant');
  expect(await shown('nouvelles')).not.toContain(three);
  expect((await shown('nouvelles')).split(one)).toHaveLength(3);

  const nudged = await site.pages.post(officer(), `/office/dossiers/${asked.dossierId}`, {
    form_name: 'nudge',
    side: 'merchant',
  });
  expect(nudged.status).toBe(303);
  // The request is answered; what else the mediator told is another row, and stays.
  expect(await shown('nouvelles?nouvelles=nudge')).not.toContain(one);
  expect(await shown('nouvelles?nouvelles=imminent')).toContain(one);
  expect(await shown('nouvelles')).toContain(two);
  const followUp = `/office/dossiers/${told.dossierId}/suivi`;
  const newest = (await told.state()).mediation?.openReports[0]?.at ?? '';
  // From a page that showed other news: the mediator's last ones stay on the desk.
  const others = { form_name: 'answer', answer: 'seen', report: new Date(Date.parse(newest) - 60_000).toISOString() };
  const unread = await site.pages.post(officer(), followUp, others);
  expect([unread.status, unread.html]).toEqual([409, expect.stringContaining('la page a changé')]);
  expect(await shown('nouvelles')).toContain(two);
  expect((await site.pages.get(officer(), followUp)).html).toContain(`value="${newest}"`);
  const seen = await site.pages.post(officer(), followUp, { form_name: 'answer', answer: 'seen', report: newest });
  expect(seen.status).toBe(303);
  expect(await shown('nouvelles')).not.toContain(two);
  await asked.step({ by: 'officer', act: 'answerReport', answer: 'seen' });
  expect(await shown('nouvelles')).not.toContain(one);

  const past = await rowsLater(80, 'reports');
  // The three targets are the end of one day.
  expect(past.map(({ number, report }) => [number, report]).sort()).toEqual(
    [one, two, three].map((number) => [number, null]),
  );
});

test('F-136 A-06 §6 silent parties by days of silence, with the reminders and nudges of the journal, and what the Office noted', async () => {
  const policy = { ...standardPolicy, turnReminders: [{ seconds: 1 }], turnAlert: { seconds: 3_000 } };
  const play = await openPlay(site.suite, inNegotiation, { policy });
  await play.step({ by: 'officer', act: 'nudge', side: 'merchant' });
  const called = await site.pages.post(officer(), `/office/dossiers/${play.dossierId}/suivi`, {
    form_name: 'contact',
    kind: 'missed',
    side: 'merchant',
    body: '',
  });
  expect(called.status).toBe(303);
  const mine = async (days: number, filter: object) =>
    (await rowsLater(days, 'silent', filter)).find(({ id }) => id === play.dossierId);
  const until = Date.now() + 20_000;
  while ((await mine(10, { days: 7 }))?.reminders.length !== 1 && Date.now() < until) await wait(200);
  expect(await mine(10, { days: 7 })).toMatchObject({
    turn: 'merchant',
    status: 'negotiation',
    reminders: [expect.stringMatching(/^20\d\d-.*Z$/)],
    nudges: [expect.stringMatching(/^20\d\d-.*Z$/)],
    contactAt: expect.stringMatching(/Z$/),
    // A merchant that took charge and fell silent stands out there with what it did before.
    record: { silent: expect.any(Number), submitted: expect.any(Number), taken: expect.any(Number) },
  });
  const { rows: counted } = await site.suite.pool.query(
    `select count(*)::int as submitted, count(taken_charge_at)::int as taken,
       count(*) filter (where turn in ('merchant', 'both') and status in ('submitted', 'negotiation', 'mediation'))::int as silent
     from dossier where submitted_at is not null`,
  );
  expect((await mine(10, { days: 7 }))?.record).toEqual(counted[0]);
  expect(await mine(10, { days: 15 })).toBeUndefined();
  expect(await mine(10, { days: 7, turn: 'consumer' })).toBeUndefined();
  // Of both sides that are awaited in a mediation the Office knows nothing before it is told, however long it lasts.
  const both = await openPlay(site.suite, mediatorProposed);
  expect((await rowsLater(10, 'silent', { days: 7 })).map(({ id }) => id)).not.toContain(both.dossierId);
  const { html } = await site.pages.get(officer(), `/office/dossiers/${play.dossierId}/suivi`);
  const page = html.replaceAll('\u00a0', ' ');
  expect(page).toContain('Rappel de la plateforme à la partie attendue');
  expect(page).toContain('Relance de l’Office : Commerçant');
  expect(page).toContain('Appel sans réponse : Commerçant');
});

test('B-02 B-11 F-137 mediations that do not move: whose mediator never declared, was silent for the whole ladder, is away, or has no account any more', async () => {
  const { pool, people } = site.suite;
  const quick = { ...standardPolicy, turnReminders: [], turnAlert: { seconds: 1 } };
  const undeclared = await openPlay(site.suite, mediatorNamed, { policy: quick });
  const silent = await openPlay(site.suite, inMediation, { policy: quick });
  // Somebody who writes is not silent for as long again.
  const moving = await openPlay(site.suite, inMediation);
  await pool.query(
    `insert into mediator_absence (id, mediator_id, first_day, last_day, late) values (gen_random_uuid(), $1, '${dayFromToday(-1)}'::date, '${dayFromToday(20)}'::date, false)`,
    [(await secondMediator(pool)).userId],
  );
  const away = await openPlay(site.suite, inMediation);
  const { rows: absent } = await pool.query<{ id: string }>(
    `select mediator_id as id from mediator_absence where cancelled_at is null`,
  );
  const gone = await secondMediator(pool);
  const left = await openPlay(site.suite, inMediation);
  for (const [play, mediatorId] of [
    [away, absent[0]!.id],
    [left, gone.userId],
  ] as const) {
    const form = { replaces: people.mediator.userId, mediatorId };
    const named = await site.pages.post(officer(), `/office/dossiers/${play.dossierId}/mediation`, form);
    expect(named.status).toBe(303);
  }
  await pool.query(`update app_user set disabled_at = now() where id = $1`, [gone.userId]);
  const whys = async (filter = {}) => {
    const rows = await rowsLater(0, 'stalled', filter);
    return Object.fromEntries(rows.map(({ id, why }) => [id, why]));
  };
  const until = Date.now() + 20_000;
  while (Object.keys(await whys()).length < 4 && Date.now() < until) await wait(200);
  const all = {
    [undeclared.dossierId]: 'undeclared',
    [silent.dossierId]: 'silent',
    [away.dossierId]: 'absent',
    [left.dossierId]: 'closed',
  };
  expect(await whys()).toEqual(all);
  expect(await whys()).not.toHaveProperty(moving.dossierId);
  for (const [id, why] of Object.entries(all)) expect(await whys({ why })).toEqual({ [id]: why });

  const page = await shown('mediations-immobiles');
  expect(page).toContain('Ne répond plus aux rappels');
  expect(page).toContain('En absence du');
  expect(page).toContain(`/office/dossiers/${silent.dossierId}/suivi`);
  expect(page).toContain(`/office/dossiers/${left.dossierId}/mediation`);
  expect(await shown('mediations-immobiles?motif=closed&tri=newest')).not.toContain(await numberOf(away));
  const file = await site.pages.get(officer(), '/office/a-faire/mediations-immobiles/fichier?motif=silent');
  expect(file.html.split('\r\n')).toHaveLength(3);
  expect(file.html).toContain(`"${await numberOf(silent)}"`);
  const desk = await site.pages.get(officer(), '/office');
  expect(desk.html).toMatch(/Médiations qui n’avancent pas[\s\S]{0,200}>4</);

  // Neither an absence that was cancelled, nor a short one or one too far off to come, holds anything up; the first reason that holds is said.
  const absence = (first: number, last: number, cancelled = false) =>
    pool.query(
      `insert into mediator_absence (id, mediator_id, first_day, last_day, late, cancelled_at)
       values (gen_random_uuid(), $1, $2, $3, false, case when $4 then now() end)`,
      [people.mediator.userId, dayFromToday(first), dayFromToday(last), cancelled],
    );
  await absence(-1, 1, true);
  await absence(2, 4);
  await absence(17, 40);
  expect(await whys()).toEqual(all);
  await absence(6, 14);
  expect(await whys()).toMatchObject({ ...all, [moving.dossierId]: 'absent' });
});

test('A-06 B-11 a merchant that does not take charge stands out with its history', async () => {
  for (const _ of [1, 2]) await openPlay(site.suite, submitted);
  const { rows } = await site.suite.pool.query<{ submitted: number; taken: number }>(
    `select count(submitted_at)::int as submitted, count(*) filter (where state ->> 'firstTakenChargeAt' is not null)::int as taken
     from dossier`,
  );
  expect(await rowsLater(14, 'merchants')).toEqual([]);
  const [row, ...others] = await rowsLater(16, 'merchants');
  expect(others).toEqual([]);
  expect(row).toMatchObject({ waiting: 2, ...rows[0], medianDays: expect.any(Number) });
  expect(rows[0]!.taken).toBeGreaterThan(0);
});

test('F-051 B-11 the desk counts the codes that tries have locked, as their own list does, and no others', async () => {
  const { pool, people } = site.suite;
  const play = await openPlay(site.suite);
  const insert = (n: number, rest: string) =>
    pool.query(
      `insert into referral (id, reference_number, access_code_hash, consumer_email, merchant_id, problem_kind, issued_by, attempts, expires_at, used_at, revoked_at, dossier_id)
       select gen_random_uuid(), 'R2026-90000' || $1::int, '\\x00', 'bloquee@b.example', $2, 'qualite', $3, ${rest}`,
      [n, people.merchantId, officer()],
    );
  const soon = `now() + interval '2 days'`;
  const counted = async () => {
    const desk = await site.pages.get(officer(), '/office');
    const listed = await site.pages.get(officer(), '/office/codes?etat=locked');
    return [/etat=locked[\s\S]{0,300}?>(\d+)</.exec(desk.html)?.[1], listed.html.split('R2026-90000').length > 1];
  };
  expect(await counted()).toEqual(['0', false]);
  await insert(1, `9, ${soon}, null, null, null`);
  await insert(2, `10, now() - interval '1 hour', null, null, null`);
  await insert(3, `10, ${soon}, now(), null, null`);
  await insert(4, `10, ${soon}, null, now(), null`);
  await insert(5, `10, ${soon}, null, null, '${play.dossierId}'`);
  expect(await counted()).toEqual(['0', false]);
  await insert(6, `10, ${soon}, null, null, null`);
  expect(await counted()).toEqual(['1', true]);
});
