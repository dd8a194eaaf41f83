import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { dossierWorkflowId } from '#contracts/ids.ts';
import { eventually } from '#scripts/system/eventually.ts';
import { inNegotiation, submitted } from '#domain/testing/scenario/scenarios.ts';
import { openPlay, type Play } from '#tests/kit/engine/play.ts';
import { startEngineSuite, type EngineSuite } from '#tests/kit/engine/suite.ts';

/** What the mail port does with a dossier's notices: it waits until it is let go, or refuses once. */
const held = new Map<string, Promise<void>>();
const refusing = new Set<string>();

let suite: EngineSuite;
beforeAll(async () => {
  suite = await startEngineSuite({
    ports: {
      async notify(owed) {
        await held.get(owed.dossierId);
        if (refusing.delete(owed.dossierId)) throw Object.assign(new Error('refused'), { code: 'EENVELOPE' });
        suite.done.push(owed);
      },
    },
  });
});
afterAll(() => suite?.stop());

type Pending = { n: number; tried: number };

const pendingOf = async (play: Play): Promise<Pending> => {
  const sql = `select count(*) filter (where done_at is null)::int as n, coalesce(max(attempts), 0) as tried from reaction where dossier_id = $1`;
  return (await suite.pool.query<Pending>(sql, [play.dossierId])).rows[0]!;
};
const settled = (play: Play): Promise<unknown> => eventually(async () => (await pendingOf(play)).n === 0);

/** How many activities of this name the engine was asked to run for a dossier. */
async function activities(play: Play, name: string): Promise<number> {
  const history = await suite.client.workflow.getHandle(dossierWorkflowId(play.dossierId)).fetchHistory();
  return (history.events ?? []).filter(
    ({ activityTaskScheduledEventAttributes: scheduled }) => scheduled?.activityType?.name === name,
  ).length;
}

test('the notices of an act are run by the worker that journalled it, each once, and cost the engine nothing', async () => {
  const play = await openPlay(suite, inNegotiation);
  await settled(play);
  const before = await activities(play, 'runReactions');
  for (let count = 0; count < 3; count += 1) await play.step({ by: 'consumer', act: 'postMessage' });
  await settled(play);
  const messages = suite.done.filter(({ dossierId, id }) => dossierId === play.dossierId && id.includes('message'));
  expect(new Set(messages.map(({ id }) => id)).size).toBe(3);
  expect(messages).toHaveLength(3);
  expect(await pendingOf(play)).toEqual({ n: 0, tried: 1 });
  expect(await activities(play, 'runReactions')).toBe(before);
});

test('a notice that fails is left to the engine, which tries again', async () => {
  const play = await openPlay(suite, submitted);
  await settled(play);
  refusing.add(play.dossierId);
  await play.step({ by: 'clerk', act: 'takeCharge' });
  await settled(play);
  expect((await pendingOf(play)).tried).toBe(2);
  expect(await activities(play, 'runReactions')).toBe(1);
});

test('a document is the engine’s, with the notices of its act', async () => {
  const play = await openPlay(suite, inNegotiation);
  await settled(play);
  await play.step({ by: 'clerk', act: 'acceptProposal' });
  await settled(play);
  expect(
    suite.done.filter(({ dossierId, reaction }) => dossierId === play.dossierId && reaction.kind === 'renderDocument'),
  ).toHaveLength(1);
  expect(await activities(play, 'runReactions')).toBeGreaterThan(0);
});

test('a mail server that keeps many dossiers waiting does not keep the next one’s: its notices go to the engine', async () => {
  let letGo: () => void = () => undefined;
  const waiting = new Promise<void>((resolve) => (letGo = resolve));
  const stuck: Play[] = [];
  for (let count = 0; count < 8; count += 1) {
    const play = await openPlay(suite, submitted);
    await settled(play);
    held.set(play.dossierId, waiting);
    await play.step({ by: 'clerk', act: 'takeCharge' });
    stuck.push(play);
  }
  const next = await openPlay(suite, submitted);
  await settled(next);
  expect(await activities(next, 'runReactions')).toBeGreaterThan(0);
  letGo();
  for (const play of stuck) await settled(play);
});

test('how far the engine followed is written down from its answers, without asking it', async () => {
  const play = await openPlay(suite, inNegotiation);
  await play.step({ by: 'consumer', act: 'postMessage' });
  const sql = `select not exists (select from engine_behind where dossier_id = $1) as followed`;
  await eventually(async () => (await suite.pool.query(sql, [play.dossierId])).rows[0]?.followed, { within: 5_000 });
});
