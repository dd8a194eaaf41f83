import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { databaseOver } from '#db/database.ts';
import { verifyChain } from '#activities/journal/verify-chain.ts';
import { eventually } from '#scripts/system/eventually.ts';
import { inNegotiation, submitted } from '#domain/testing/scenario/scenarios.ts';
import { openPlay, type Play } from '#tests/kit/engine/play.ts';
import { startFaults, type Faults } from '#tests/kit/engine/faults.ts';
import type { PausePoint } from '#tests/kit/engine/worker-child.ts';

let faults: Faults;
beforeAll(async () => {
  faults = await startFaults();
});
afterAll(() => faults?.stop());

type Victim = 'worker' | 'server' | 'client';

/** A dossier in negotiation; then one message is sent and, when the worker stands at the pause, the victims are killed. */
async function strike(at: PausePoint, victims: Victim[]) {
  const calm = await faults.worker();
  const play = await openPlay(faults, inNegotiation);
  await settled(play);
  await calm.kill();
  const worker = await faults.worker({ at, commandType: 'messagePosted' });
  const message = await play.prepare({ by: 'consumer', act: 'postMessage' });
  const client = await faults.send(play.dossierId, message);
  await worker.paused;
  if (victims.includes('client')) await client.kill();
  if (victims.includes('server')) await faults.killServer();
  // A worker at its pause never goes on: it always falls, last when it is not the victim.
  await worker.kill();
  if (victims.includes('server')) await faults.restartServer();
  return { play, message };
}

/** Journal, reactions and workflow agree: nothing is owed, and the engine is known to have followed. */
async function settled(play: Play, ms = 60_000): Promise<void> {
  await eventually(
    async () => {
      const sql = `select (select count(*) from reaction r where r.dossier_id = d.id and r.done_at is null) = 0 and not exists (select from engine_behind b where b.dossier_id = d.id) as settled
      from dossier d where id = $1`;
      return (await faults.pool.query<{ settled: boolean }>(sql, [play.dossierId])).rows[0]?.settled;
    },
    { within: ms },
  );
}

const messages = async (play: Play): Promise<number> => {
  const sql = `select count(*)::int as n from dossier_event where dossier_id = $1 and type = 'messagePosted'`;
  return (await faults.pool.query(sql, [play.dossierId])).rows[0].n;
};

async function sound(play: Play): Promise<void> {
  expect(await messages(play)).toBe(1);
  expect(await verifyChain(databaseOver(faults.pool), play.dossierId)).toMatchObject({ intact: true });
  const done = (await faults.done()).filter((id) => id.startsWith(play.dossierId));
  expect(done.filter((id) => id.includes('message-received'))).toHaveLength(1);
  // The dossier goes on.
  await play.step({ by: 'clerk', act: 'postMessage' });
  expect(await messages(play)).toBe(2);
}

describe('kill -9 between any two steps of a command', () => {
  test.each([
    ['before-commit', ['worker']],
    ['after-commit', ['worker']],
    ['before-commit', ['worker', 'server']],
    ['after-commit', ['worker', 'server']],
    ['after-commit', ['worker', 'client']],
  ] as [PausePoint, Victim[]][])('%s, %j: the command has its one effect', async (at, victims) => {
    const { play, message } = await strike(at, victims);
    const worker = await faults.worker();
    // The person asks again with the same key, as a page that was left without an answer does.
    await eventually(() => play.send(message).catch(() => null), { within: 45_000 });
    await settled(play);
    await sound(play);
    await worker.kill();
  });

  test('all three at once after the commit, and nobody asks again: journal, engine and reactions agree within a minute', async () => {
    const { play } = await strike('after-commit', ['client', 'server', 'worker']);
    const worker = await faults.worker();
    const back = Date.now();
    await settled(play);
    expect(Date.now() - back).toBeLessThan(60_000);
    await sound(play);
    await worker.kill();
  });

  test('all three at once before the commit: nothing happened, the draft is still there, and asking again works', async () => {
    const { play, message } = await strike('before-commit', ['client', 'server', 'worker']);
    expect(await messages(play)).toBe(0);
    const draft = await faults.pool.query(`select published_at from message where id = $1`, [
      message.command.messageId,
    ]);
    expect(draft.rows[0].published_at).toBeNull();
    const worker = await faults.worker();
    await eventually(() => play.send(message).catch(() => null), { within: 45_000 });
    await settled(play);
    await sound(play);
    await worker.kill();
  });
});

describe('the engine’s database is lost', () => {
  test('open dossiers are started again from the journal, with nobody asking, and go on', async () => {
    const before = await faults.worker();
    const play = await openPlay(faults, inNegotiation);
    await settled(play);
    await before.kill();
    await faults.eraseServer();
    const after = await faults.worker();
    const began = Date.now();
    await eventually(
      async () => {
        const sql = `select finished_at is not null as done, engine_id from engine_walk`;
        return (await faults.pool.query(sql)).rows[0]?.done && (await followed(play));
      },
      { within: 60_000 },
    );
    expect(Date.now() - began).toBeLessThan(60_000);
    expect(await play.step({ by: 'clerk', act: 'acceptProposal' })).toMatchObject({ status: 'closed' });
    await settled(play);
    expect(await verifyChain(databaseOver(faults.pool), play.dossierId)).toMatchObject({ intact: true });
    await after.kill();
  });

  test('a command that comes before recovery starts its dossier again by itself', async () => {
    const before = await faults.worker();
    const play = await openPlay(faults, submitted);
    await settled(play);
    await before.kill();
    await faults.eraseServer();
    const after = await faults.worker();
    const take = await play.prepare({ by: 'clerk', act: 'takeCharge' });
    await eventually(
      () =>
        play.send(take).then(
          () => true,
          () => false,
        ),
      { within: 30_000 },
    );
    expect(await play.state()).toMatchObject({ status: 'negotiation', seq: 4 });
    await after.kill();
  });

  const followed = async (play: Play): Promise<boolean> =>
    (await faults.engineSeq(play.dossierId)) === (await play.state()).seq;
});
