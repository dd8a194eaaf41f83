import { expect, test } from '@jest/globals';
import { eraseDossierContent } from '#db/dossiers/erase.ts';
import { closedByConsumer, inMediation, inNegotiation } from '#domain/testing/scenario/scenarios.ts';
import { dayFromToday } from '#tests/kit/days.ts';
import { openPlay } from '#tests/kit/engine/play.ts';
import { siteForFile } from '#tests/kit/pages.ts';

const site = siteForFile();

const officer = () => site.suite.people.officer.userId;
const words = 'NOTE-DE-L-OFFICE';

test('F-005 F-136 what officers note is read by them alone, and is erased with the content of the dossier', async () => {
  const { consumer, clerk, mediator } = site.suite.people;
  const play = await openPlay(site.suite, inMediation);
  const address = `/office/dossiers/${play.dossierId}/suivi`;
  const nothing = await site.pages.post(officer(), address, {
    form_name: 'contact',
    kind: 'note',
    side: '',
    body: ' ',
  });
  expect(nothing.status).toBe(422);
  const nobody = await site.pages.post(officer(), address, { form_name: 'contact', kind: 'reached', body: words });
  expect([nobody.status, nobody.html]).toEqual([422, expect.stringContaining(words)]);
  const form = {
    form_key: '0f7c0a52-2f3e-4a0b-9a63-6f4f0f0d0a01',
    form_name: 'contact',
    kind: 'reached',
    side: 'merchant',
  };
  for (const _ of [1, 2])
    expect((await site.pages.post(officer(), address, { ...form, body: words })).status).toBe(303);
  const { html } = await site.pages.get(officer(), address);
  expect(html.slice(html.indexOf('<main'), html.indexOf('</main>')).split(words)).toHaveLength(2);
  for (const { userId } of [consumer, clerk, mediator]) {
    expect((await site.pages.get(userId, address)).status).toBe(403);
    for (const page of ['', '/propositions', '/documents'])
      expect((await site.pages.get(userId, `/dossiers/${play.dossierId}${page}`)).html).not.toContain(words);
  }
  const count = async () => {
    const { rows } = await site.suite.pool.query(
      'select count(*)::int as n from office_contact where dossier_id = $1',
      [play.dossierId],
    );
    return rows[0].n as number;
  };
  expect(await count()).toBe(1);
  await eraseDossierContent(site.suite.db, play.dossierId);
  expect(await count()).toBe(0);
});

test('B-11 the next step comes back on its day; two officers do not write over each other', async () => {
  const play = await openPlay(site.suite, inNegotiation);
  const address = `/office/dossiers/${play.dossierId}/suivi`;
  const plan = (seen: number, what: string) =>
    site.pages.post(officer(), address, { form_name: 'step', seen: String(seen), what, dueDay: dayFromToday() });
  expect((await plan(0, 'Rappeler le commerçant')).status).toBe(303);
  const queue = async () => (await site.pages.get(officer(), '/office/a-faire/suivis')).html;
  expect(await queue()).toContain('Rappeler le commerçant');
  const stale = await plan(0, 'Autre chose');
  expect([stale.status, stale.html]).toEqual([409, expect.stringContaining('La prochaine étape a été changée')]);
  expect(stale.html).toContain('value="Autre chose"');
  const seen = async () => {
    const { html } = await site.pages.get(officer(), address);
    return Number(/name="seen"[^>]*value="(\d+)"|value="(\d+)"[^>]*name="seen"/.exec(html)?.slice(1).find(Boolean));
  };
  const first = await seen();
  expect((await plan(first, 'Écrire une lettre')).status).toBe(303);
  const done = (seen: number) =>
    site.pages.post(officer(), address, { form_name: 'done', seen: String(seen) }).then(({ status }) => status);
  const second = await seen();
  expect([await done(first), await done(second)]).toEqual([409, 303]);
  expect(await queue()).not.toContain('Écrire une lettre');
  // A page that saw a step that is done does not take the next one for it.
  expect((await plan(0, 'Convoquer les parties')).status).toBe(303);
  for (const stale of [first, second]) expect((await plan(stale, 'Autre chose')).status).toBe(409);
  expect(await queue()).toContain('Convoquer les parties');
});

test('F-136 a call to the mediator, and one about a dossier that is over, is noted by the Office and is no fact of the parties', async () => {
  const mediated = await openPlay(site.suite, inMediation);
  const over = await openPlay(site.suite, closedByConsumer);
  for (const [{ dossierId, state }, side] of [
    [mediated, 'mediator'],
    [over, 'merchant'],
  ] as const) {
    const { seq } = await state();
    const address = `/office/dossiers/${dossierId}/suivi`;
    const sent = await site.pages.post(officer(), address, {
      form_name: 'contact',
      kind: 'reached',
      side,
      body: words,
    });
    expect(sent.status).toBe(303);
    expect((await site.pages.get(officer(), address)).html).toContain(words);
    expect((await state()).seq).toBe(seq);
  }
});

test('F-136 B-11 a letter to the party that is awaited, in both languages; none to one that is not', async () => {
  const play = await openPlay(site.suite, inNegotiation);
  const letter = (side: string, language = 'fr') =>
    site.pages.get(
      officer(),
      `/office/dossiers/${play.dossierId}/lettre?partie=${side}&modele=negotiation&langue=${language}`,
    );
  for (const language of ['fr', 'en']) {
    const { status, headers } = await letter('merchant', language);
    expect([status, headers.get('content-type')]).toEqual([200, expect.stringContaining('wordprocessingml')]);
    expect(headers.get('content-disposition')).toContain(language === 'fr' ? 'Lettre' : 'Letter');
  }
  expect((await letter('consumer')).status).toBe(409);
  // The page leads to those that fit, in both languages, and another is not made.
  const { html } = await site.pages.get(officer(), `/office/dossiers/${play.dossierId}/suivi`);
  const led = [...html.matchAll(/href="[^"]*\/lettre\?([^"]*)"/g)].map(([, query]) => query!.replaceAll('&amp;', '&'));
  expect(led).toEqual(
    ['negotiation', 'calls'].flatMap((about) =>
      ['fr', 'en'].map((language) => `partie=merchant&modele=${about}&langue=${language}`),
    ),
  );
  const unfit = await site.pages.get(
    officer(),
    `/office/dossiers/${play.dossierId}/lettre?partie=merchant&modele=mediation`,
  );
  expect(unfit.status).toBe(409);
  const closed = await openPlay(site.suite, closedByConsumer);
  const late = await site.pages.get(
    officer(),
    `/office/dossiers/${closed.dossierId}/lettre?partie=merchant&modele=negotiation`,
  );
  expect(late.status).toBe(409);
});

test('F-130 F-136 each request and report is answered by itself, from the desk to the page of the mediator who asked', async () => {
  const { consumer, clerk, mediator } = site.suite.people;
  const play = await openPlay(site.suite, [
    ...inMediation,
    { by: 'mediator', act: 'reportToOffice', kind: 'nudge', side: 'merchant' },
    { by: 'mediator', act: 'reportToOffice', kind: 'nudge', side: 'consumer' },
    { by: 'mediator', act: 'reportToOffice', kind: 'delay' },
  ]);
  const address = `/office/dossiers/${play.dossierId}/suivi`;
  const text = async (userId: string, path: string) => {
    const { html } = await site.pages.get(userId, path);
    return html.slice(html.indexOf('<main'), html.indexOf('</main>')).replaceAll('\u00a0', ' ');
  };
  const open = async () =>
    [...(await text(officer(), address)).matchAll(/name="report" value="([^"]+)"/g)].map(([, at]) => at!);
  const contact = (kind: string, side: string) =>
    site.pages.post(officer(), address, { form_name: 'contact', kind, side, body: words });
  expect(await open()).toHaveLength(3);
  // Neither a note, nor a call to the other side, nor one that nobody answered, answers what was asked about the merchant.
  for (const [kind, side] of [
    ['note', ''],
    ['note', 'merchant'],
    ['missed', 'merchant'],
  ] as const)
    expect((await contact(kind, side)).status).toBe(303);
  expect(await open()).toHaveLength(3);
  expect((await contact('reached', 'consumer')).status).toBe(303);
  const [merchant, delay] = await open();
  expect(await open()).toHaveLength(2);

  const answer = (report: string, answer: string) =>
    site.pages.post(officer(), address, { form_name: 'answer', report, answer });
  expect((await answer(merchant!, 'seen')).status).toBe(422);
  expect((await answer(merchant!, 'unreachable')).status).toBe(303);
  expect(await open()).toEqual([delay]);
  const again = await answer(merchant!, 'unreachable');
  expect([again.status, again.html]).toEqual([409, expect.stringContaining('la page a changé')]);
  expect((await answer(delay!, 'seen')).status).toBe(303);
  expect(await open()).toEqual([]);

  // The mediator reads each answer and what was tried, and nothing of what the Office noted.
  const told = await text(mediator.userId, `/dossiers/${play.dossierId}/mediation/suivi`);
  for (const line of [
    'L’Office n’a pas pu joindre la partie (',
    'L’Office a joint la partie par téléphone (',
    'L’Office en a pris connaissance (',
    'Appel de l’Office, sans réponse',
    'Appel de l’Office, partie jointe',
  ])
    expect(told).toContain(line);
  expect(told).not.toContain('Pas encore de réponse');
  // Both parties read that the Office called, as a fact: not whether anybody answered, nor that the mediator had asked.
  for (const { userId } of [consumer, clerk]) {
    const page = await text(userId, `/dossiers/${play.dossierId}`);
    expect(page).toContain('Appel de l’Office : le commerçant');
    expect(page).toContain('Appel de l’Office : la partie consommatrice');
    expect(page).not.toMatch(/sans réponse|partie jointe|Réponse de l’Office/);
    expect(page).not.toContain(words);
  }
  expect(told).not.toContain(words);
});

test('F-005 F-136 A-30 B-11 the page of a dossier tells a caller’s whole story: since when, how many proposals, whom to call, what was tried and comes next, the codes; no content', async () => {
  const { consumer, clerk } = site.suite.people;
  const play = await openPlay(site.suite, inNegotiation);
  const { pool } = site.suite;
  for (const [userId, phone] of [
    [consumer.userId, '418 555-0101'],
    [clerk.userId, '418 555-0102'],
  ])
    await pool.query('update app_user set phone = $2 where id = $1', [userId, phone]);
  await pool.query(
    `insert into referral (id, reference_number, access_code_hash, consumer_email, merchant_id, problem_kind, issued_by, issued_at, expires_at, used_at, dossier_id)
     values (gen_random_uuid(), 'R2026-777777', '\\x00', 'appelante@personne.example', $1, 'qualite', $2, now(), now() + interval '9 days', now(), $3)`,
    [site.suite.people.merchantId, officer(), play.dossierId],
  );
  const address = `/office/dossiers/${play.dossierId}`;
  await site.pages.post(officer(), `${address}/suivi`, {
    form_name: 'step',
    ...{ seen: '0', what: 'Rappeler vendredi', dueDay: dayFromToday() },
  });
  await site.pages.post(officer(), `${address}/suivi`, {
    form_name: 'contact',
    ...{ kind: 'missed', side: 'merchant', body: words },
  });
  const shown = async (path: string) => {
    const { html } = await site.pages.get(officer(), path);
    return html.slice(html.indexOf('<main'), html.indexOf('</main>')).replaceAll('\u00a0', ' ');
  };
  const page = await shown(address);
  for (const said of ['418 555-0101', '418 555-0102', 'Rappeler vendredi', words, 'R2026-777777', '(moins d’un jour)'])
    expect(page).toContain(said);
  expect(page).toContain('Partie consommatrice : 1, commerçant : 0, médiation : 0');
  expect(page).toContain('Appel de l’Office, sans réponse : Commerçant');
  expect(page).not.toContain('CANARI');
  // Other codes for the same person: their address is in the form, and not in the page's own.
  const again = await shown(`/office/codes/nouveau?dossier=${play.dossierId}`);
  expect(again).toContain('value="appelante@personne.example"');
  expect((await shown(`/office/comptes/${consumer.userId}`)).includes('418 555-0101')).toBe(true);

  // Once it is over there is nobody to reach: the Office has the numbers no more.
  await play.step({ by: 'consumer', act: 'closeDossier' });
  for (const path of [address, `${address}/suivi`]) expect(await shown(path)).not.toContain('418 555-01');
});

test('B-11 what is too much for a page is said to be cut, with a way to the rest', async () => {
  const play = await openPlay(site.suite, inNegotiation);
  const address = `/office/dossiers/${play.dossierId}`;
  await site.suite.pool.query(
    `insert into office_contact (id, dossier_id, author_id, kind, body, at)
     select gen_random_uuid(), $1, $2, 'note', 'note numéro ' || n || '.', now() - n * interval '1 minute' from generate_series(1, 101) n`,
    [play.dossierId, officer()],
  );
  for (let n = 0; n < 50; n += 1) {
    await play.step({ by: 'consumer', act: 'addDocument' });
    await play.step({ by: 'consumer', act: 'withdrawDocument' });
  }
  const shown = async (path: string) => (await site.pages.get(officer(), path)).html.replaceAll('\u00a0', ' ');
  const [log, dossier] = [await shown(`${address}/suivi`), await shown(address)];
  expect(log).toContain('Seules les 100 dernières notes sont affichées.');
  expect(log).not.toContain('note numéro 101.');
  expect(await shown(`${address}/suivi?tout=oui`)).toContain('note numéro 101.');
  expect(dossier).toContain('Seuls les 100 derniers faits sont affichés.');
  expect(dossier).not.toContain('Dossier créé');
  expect(await shown(`${address}?tout=oui`)).toContain('Dossier créé');
}, 60_000);

test('F-136 that the Office reminded a side, and which, is known to both, to the mediator and to the Office', async () => {
  const { consumer, clerk, mediator } = site.suite.people;
  const play = await openPlay(site.suite, [...inMediation, { by: 'officer', act: 'nudge', side: 'merchant' }]);
  const tells = async (userId: string, address: string) =>
    (await site.pages.get(userId, address)).html.includes('Relance par l’Office\u00a0: le commerçant');
  const summary = `/dossiers/${play.dossierId}`;
  expect(await tells(clerk.userId, summary)).toBe(true);
  expect(await tells(mediator.userId, summary)).toBe(true);
  expect(await tells(officer(), `/office${summary}`)).toBe(true);
  expect(await tells(consumer.userId, summary)).toBe(true);
});

test('F-136 the mediator reads among what the Office did for the mediation nothing of before it', async () => {
  const missed = { by: 'officer', act: 'contactSide', side: 'merchant', way: 'missed' } as const;
  const before = [...inNegotiation, missed, ...inMediation.slice(inNegotiation.length)];
  const play = await openPlay(site.suite, before);
  const page = async () =>
    (await site.pages.get(site.suite.people.mediator.userId, `/dossiers/${play.dossierId}/mediation/suivi`)).html;
  const told = 'Appel de l’Office, sans réponse';
  expect(await page()).not.toContain(told);
  await play.step(missed);
  expect((await page()).split(told)).toHaveLength(2);
});
