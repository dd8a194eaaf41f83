import { expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { inMediation } from '#domain/testing/scenario/scenarios.ts';
import { AppError } from '#contracts/errors.ts';
import { goOn, handOverProgress } from '#web/server/services/office/go-on.ts';
import { handOver, startHandOver } from '#web/server/services/office/hand-over.ts';
import { databaseOver } from '#db/database.ts';
import type { CurrentUser } from '#web/server/services/accounts/types.ts';
import { openPlay, type Play } from '#tests/kit/engine/play.ts';
import { siteForFile, type Answer } from '#tests/kit/pages.ts';
import { secondMediator } from '#tests/kit/second-mediator.ts';

const site = siteForFile();

const leads = async (play: Play) => (await play.state()).mediation?.mediatorId;
const officer = () => site.suite.people.officer.userId;
const assigned = async () => {
  const { rows } = await site.suite.pool.query(`select 1 from dossier_event where type = 'mediatorAssigned'`);
  return rows.length;
};

/** What a page shows, without its scripts' data and with plain spaces. */
const mainOf = (html: string) => html.slice(html.indexOf('<main'), html.indexOf('</main>')).replaceAll('\u00a0', ' ');

/** Mediations of a person of their own, who leaves. */
async function mediating(count: number) {
  const { userId, name } = await secondMediator(site.suite.pool);
  const plays: Play[] = [];
  for (let n = 0; n < count; n += 1) {
    const play = await openPlay(site.suite, inMediation);
    const form = { replaces: site.suite.people.mediator.userId, mediatorId: userId };
    expect((await site.pages.post(officer(), `/office/dossiers/${play.dossierId}/mediation`, form)).status).toBe(303);
    plays.push(play);
  }
  return { userId, name, plays, address: `/office/mediateurs/${userId}/dossiers` };
}

/** The page that follows, once it has come to its end. */
async function followed(answer: Answer): Promise<{ address: string; html: string }> {
  expect(answer.status).toBe(303);
  const address = answer.headers.get('location') ?? '';
  for (let steps = 0; ; steps += 1) {
    const { html } = await site.pages.get(officer(), address);
    if (!html.includes('value="continue"')) return { address, html: mainOf(html) };
    expect(steps).toBeLessThan(20);
    expect((await site.pages.post(officer(), address, { form_name: 'continue' })).status).toBe(303);
  }
}

test('F-121 F-137 all dossiers of a mediator are given in one form, a line each; sent twice it is one act; a colleague’s is refused plainly', async () => {
  const { plays, address } = await mediating(2);
  const { userId: taker, name } = await secondMediator(site.suite.pool);
  const [one, two] = plays as [Play, Play];
  const page = await site.pages.get(officer(), address);
  expect(page.status).toBe(200);
  for (const { dossierId } of plays) expect(page.html).toContain(`name="to.${dossierId}"`);
  expect(page.html).toMatch(/<option value="[\w-]{36}" selected="">[^<]+\(Suggestion/);

  const form = { form_key: randomUUID(), [`to.${one.dossierId}`]: taker, [`to.${two.dossierId}`]: taker };
  const first = await followed(await site.pages.post(officer(), address, form));
  expect(first.html.split(`a été confié à ${name}`)).toHaveLength(3);
  expect(first.html).toContain('Tous les dossiers sont traités');
  expect((await site.pages.get(officer(), address)).html).toContain('Aucune médiation n’est en cours avec cette');
  expect([await leads(one), await leads(two)]).toEqual([taker, taker]);
  const before = await assigned();
  const again = await followed(await site.pages.post(officer(), address, form));
  expect(again).toEqual({ address: first.address, html: expect.stringContaining(`a été confié à ${name}`) });
  expect(await assigned()).toBe(before);

  // Another officer's page, opened before: nothing changes, and each line says why.
  const colleague = await followed(await site.pages.post(officer(), address, { ...form, form_key: randomUUID() }));
  expect(colleague.html.split('n’a pas changé de main')).toHaveLength(3);
  expect(await assigned()).toBe(before);
  const empty = await site.pages.post(officer(), address, { [`to.${one.dossierId}`]: '' });
  expect(empty.status).toBe(422);
});

test('F-121 B-11 a hand-over is written down before it begins: it shows how far it has come, stops at once while the engine is away, goes on where it was, and two officers at once do each once', async () => {
  const { suite } = site;
  const { userId, plays } = await mediating(3);
  const { userId: taker, name } = await secondMediator(suite.pool);
  const db = databaseOver(suite.pool);
  const handOverId = randomUUID();
  await suite.pool.query(`insert into hand_over (id, mediator_id, set_by) values ($1, $2, $3)`, [
    handOverId,
    userId,
    officer(),
  ]);
  await suite.pool.query(
    `insert into hand_over_line (hand_over_id, dossier_id, to_id) select $1, id, $3 from unnest($2::uuid[]) id`,
    [handOverId, plays.map(({ dossierId }) => dossierId), taker],
  );
  const by = { id: officer(), kind: 'officer' } as CurrentUser;
  let asked = 0;
  const away: typeof suite.engine = {
    ...suite.engine,
    command: async (...given) => {
      asked += 1;
      if (asked > 1) throw new AppError('engine.unavailable');
      return suite.engine.command(...given);
    },
  };
  const deps = { db, now: () => new Date(), engine: suite.engine };
  await expect(goOn({ ...deps, engine: away }, by, handOverId)).rejects.toMatchObject({ code: 'engine.unavailable' });
  // One was given, one was asked for, and the third was not waited for.
  expect(asked).toBe(2);
  const address = `/office/remises/${handOverId}`;
  const html = mainOf((await site.pages.get(officer(), address)).html);
  expect(html).toContain('Dossiers traités : 1 sur 3');
  expect(html).toContain('value="continue"');
  // The page that follows a step that was stopped says so, and waits for the officer.
  expect((await site.pages.get(officer(), `${address}?arret=1`)).html).toContain('n’a pas pu aller plus loin');

  const before = await assigned();
  await Promise.all([goOn(deps, by, handOverId), goOn(deps, by, handOverId)]);
  const { lines } = await handOverProgress(deps, handOverId);
  expect(lines).toEqual(lines.map((line) => ({ ...line, to: { id: taker, name }, done: true, refused: null })));
  expect(await assigned()).toBe(before + 2);
  for (const play of plays) expect(await leads(play)).toBe(taker);
  for (const other of [site.suite.people.mediator.userId, site.suite.people.clerk.userId])
    expect((await site.pages.get(other, address)).status).toBe(403);
});

test('F-121 a step that stopped between the act and its line does not say done what another officer has changed since', async () => {
  const { suite } = site;
  const { userId, plays } = await mediating(1);
  const [play] = plays as [Play];
  const [taker, third] = [await secondMediator(suite.pool), await secondMediator(suite.pool)];
  const db = databaseOver(suite.pool);
  const by = { id: officer(), kind: 'officer' } as CurrentUser;
  const deps = { db, now: () => new Date(), engine: suite.engine };
  const to = [{ dossierId: play.dossierId, mediatorId: taker.userId }];
  const handOverId = await startHandOver(deps, by, { mediatorId: userId, to, key: randomUUID() });
  await goOn(deps, by, handOverId);
  await suite.pool.query('update hand_over_line set done_at = null where hand_over_id = $1', [handOverId]);
  const form = { replaces: taker.userId, mediatorId: third.userId };
  expect((await site.pages.post(officer(), `/office/dossiers/${play.dossierId}/mediation`, form)).status).toBe(303);
  await goOn(deps, by, handOverId);
  const { lines } = await handOverProgress(deps, handOverId);
  expect(lines).toMatchObject([{ done: true, refused: 'mediation.mediator_changed' }]);
  expect(await leads(play)).toBe(third.userId);
});

test('F-121 B-11 who handed a dossier back is not offered it again, whoever led it before has no earlier one by that, and to a closed account nothing is given', async () => {
  const { suite } = site;
  const { mediator } = suite.people;
  await suite.pool.query(`update app_user set password_hash = 'x' where id = $1`, [mediator.userId]);
  const [left, first, second] = [
    await secondMediator(suite.pool),
    await secondMediator(suite.pool),
    await secondMediator(suite.pool),
  ];
  // Handed back by one, led by another, with a third now.
  const play = await openPlay(suite, inMediation);
  await play.step({ by: 'mediator', act: 'recuse' });
  const assign = async (mediatorId: string, replaces: string) =>
    (await site.pages.post(officer(), `/office/dossiers/${play.dossierId}/mediation`, { mediatorId, replaces })).status;
  expect(await assign(first.userId, '')).toBe(303);
  await suite.engine.command(play.dossierId, {
    key: randomUUID(),
    command: { type: 'declareNoConflict', by: { role: 'mediator', userId: first.userId } },
  });
  expect(await assign(second.userId, first.userId)).toBe(303);
  const deps = { db: databaseOver(suite.pool), now: () => new Date() };
  const [dossier] = (await handOver(deps, second.userId)).dossiers;
  const takers = new Map(dossier?.takers.map(({ id, earlier }) => [id, earlier]));
  expect([takers.has(mediator.userId), takers.has(second.userId)]).toEqual([false, false]);
  expect(takers.get(first.userId)).toBe(0);

  await suite.pool.query('update app_user set disabled_at = now() where id = $1', [left.userId]);
  const address = `/office/mediateurs/${second.userId}/dossiers`;
  const refused = await site.pages.post(officer(), address, { [`to.${play.dossierId}`]: left.userId });
  expect([refused.status, refused.location]).toEqual([409, null]);
  expect(await leads(play)).toBe(second.userId);
  await suite.pool.query('update app_user set password_hash = null where id = $1', [mediator.userId]);
});

test('F-020 F-121 the page that closes an account leads to giving the dossiers first, after which nothing goes back', async () => {
  const { userId, plays, address } = await mediating(1);
  const account = `/office/mediateurs/${userId}`;
  const page = await site.pages.get(officer(), account);
  expect(page.html).toContain(`href="${address}"`);
  const { userId: taker } = await secondMediator(site.suite.pool);
  await followed(await site.pages.post(officer(), address, { [`to.${plays[0]!.dossierId}`]: taker }));
  const closed = await site.pages.post(officer(), account, { form_name: 'close', confirmed: 'yes', running: '0' });
  expect(closed.headers.get('location')).toBe(account);
  expect(await leads(plays[0]!)).toBe(taker);
});

test('F-020 F-110 F-121 closing an account puts its mediations back in the queue, the number confirmed, a line each; both sides are told, and access ends at once', async () => {
  const { suite, pages } = site;
  const { userId, plays } = await mediating(2);
  const account = `/office/mediateurs/${userId}`;
  const html = mainOf((await pages.get(officer(), account)).html);
  expect(html).toContain('2 médiations en cours retournent dans');
  expect(html).toContain('name="running" value="2"');
  const form = { form_key: randomUUID(), form_name: 'close', confirmed: 'yes', running: '2' };
  const unconfirmed = await pages.post(officer(), account, { form_name: 'close', running: '2' });
  expect(unconfirmed.status).toBe(422);
  const closed = await followed(await pages.post(officer(), account, form));
  expect(closed.html.split('est de nouveau dans « Médiations à confier »')).toHaveLength(3);
  const queue = await pages.get(officer(), '/office/a-faire/mediations');
  for (const play of plays) {
    expect((await play.state()).mediation?.mediatorId).toBeNull();
    expect(queue.html).toContain(`/office/dossiers/${play.dossierId}/mediation`);
    const { rows } = await suite.pool.query<{ told: string }>(
      `select payload ->> 'audience' as told from reaction where dossier_id = $1 and payload ->> 'template' = 'mediator-released' order by 1`,
      [play.dossierId],
    );
    expect(rows.map(({ told }) => told)).toEqual(['consumerSide', 'merchantSide']);
    expect((await pages.get(suite.people.consumer.userId, `/dossiers/${play.dossierId}`)).html).toContain(
      'Dossier repris par l’Office',
    );
  }
  // The same form again, from the page before: the same hand-over, and no second event.
  const events = `select 1 from dossier_event where type = 'mediatorReleased'`;
  const before = (await suite.pool.query(events)).rows.length;
  expect(await followed(await pages.post(officer(), account, form))).toMatchObject({ address: closed.address });
  expect((await suite.pool.query(events)).rows).toHaveLength(before);
});

test('F-020 F-121 a crash between the closing and the last dossier strands nothing: the desk shows what is left, and any officer puts it back', async () => {
  const { suite, pages } = site;
  const { userId, plays } = await mediating(2);
  // As if the platform had stopped there.
  await suite.pool.query('update app_user set disabled_at = now() where id = $1', [userId]);
  const list = await pages.get(officer(), '/office/a-faire/mediations-immobiles?motif=closed');
  for (const { dossierId } of plays) expect(list.html).toContain(`/office/dossiers/${dossierId}/mediation`);
  const account = `/office/mediateurs/${userId}`;
  expect((await pages.get(officer(), account)).html).toContain('2 médiations sont encore avec ce compte fermé');
  const back = await followed(await pages.post(officer(), account, { form_name: 'release' }));
  expect(back.html.split('est de nouveau dans')).toHaveLength(3);
  for (const play of plays) expect(await leads(play)).toBeNull();
  const rest = await pages.get(officer(), '/office/a-faire/mediations-immobiles?motif=closed');
  for (const { dossierId } of plays) expect(rest.html).not.toContain(dossierId);
});

test('F-020 an account that is opened again keeps what had not gone back', async () => {
  const { suite } = site;
  const { userId, plays } = await mediating(1);
  const handOverId = randomUUID();
  await suite.pool.query(`insert into hand_over (id, mediator_id) values ($1, $2)`, [handOverId, userId]);
  await suite.pool.query(`insert into hand_over_line (hand_over_id, dossier_id) values ($1, $2)`, [
    handOverId,
    plays[0]!.dossierId,
  ]);
  const deps = { db: databaseOver(suite.pool), now: () => new Date(), engine: suite.engine };
  await goOn(deps, { id: officer(), kind: 'officer' } as CurrentUser, handOverId);
  expect((await handOverProgress(deps, handOverId)).lines).toMatchObject([{ done: true, refused: 'form.gone' }]);
  expect(await leads(plays[0]!)).toBe(userId);
});
