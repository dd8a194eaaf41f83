import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { verifyChain } from '#activities/journal/verify-chain.ts';
import { dossierWorkflowId } from '#contracts/ids.ts';
import { deadlines } from '#domain/dossier/index.ts';
import { eventually } from '#scripts/system/eventually.ts';
import { draft, inMediation, inNegotiation, submitted } from '#domain/testing/scenario/scenarios.ts';
import { openPlay, type Play } from '#tests/kit/engine/play.ts';
import { startEngineSuite, type EngineSuite } from '#tests/kit/engine/suite.ts';
import { passedDeadlines, skipTime, type Passed } from '#tests/kit/engine/time.ts';

let suite: EngineSuite;
beforeAll(async () => {
  suite = await startEngineSuite({ skipping: true });
});
afterAll(() => suite?.stop());

/** Lets the dossier's clock run until it waits for nothing, and checks that each moment came at its instant, in its turn. */
async function runOut(play: Play): Promise<Passed[]> {
  await skipTime(suite.client, play.dossierId, 'end');
  await eventually(async () => deadlines(await play.state()).length === 0, { within: 60_000 });
  const { passed, state } = await passedDeadlines(suite.pool, play.dossierId);
  for (const { kind, due, at, expected } of passed) {
    expect(`${kind} ${due}`).toBe(expected);
    const late = Date.parse(at) - Date.parse(due);
    expect(late).toBeGreaterThanOrEqual(0);
    expect(late).toBeLessThan(5_000);
  }
  expect(deadlines(state)).toEqual([]);
  return passed;
}

const kinds = (passed: Passed[]): string[] => passed.map(({ kind }) => kind);
const days = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

describe('deadlines on the server’s own clock', () => {
  test('F-056 A-05 a draft nobody completes: reminders, expiry, erasure', async () => {
    const play = await openPlay(suite, [...draft, { by: 'consumer', act: 'addDocument' }]);
    const passed = await runOut(play);
    expect(kinds(passed)).toEqual([
      'draftReminder:1',
      'draftReminder:2',
      'draftReminder:3',
      'draftExpiry',
      'draftPurge',
    ]);
    expect(await play.state()).toMatchObject({ status: 'purged', closing: { outcome: 'draftExpired' } });
    const erasure = async () =>
      suite.done.find(({ dossierId, reaction }) => dossierId === play.dossierId && reaction.kind === 'eraseContent');
    await eventually(erasure);
    expect(suite.removed.length).toBeGreaterThan(0);
    const left = await suite.pool.query(`select count(*)::int as n from document where dossier_id = $1`, [
      play.dossierId,
    ]);
    expect(left.rows[0].n).toBe(0);
  });

  test('A-06 a merchant that stays silent after submission', async () => {
    const play = await openPlay(suite, submitted);
    expect(kinds(await runOut(play))).toEqual([
      'takeChargeReminder:1',
      'takeChargeReminder:2',
      'takeChargeReminder:3',
      'takeChargeAlert',
    ]);
    expect(await play.state()).toMatchObject({ status: 'submitted' });
  });

  test('F-105 B-02 a negotiation where nobody answers: the ladder, the alert, the right to mediation at 45 days', async () => {
    const play = await openPlay(suite, inNegotiation);
    const since = (await play.state()).firstTakenChargeAt!;
    const passed = await runOut(play);
    expect(kinds(passed).sort()).toEqual(
      ['mediationAvailable', 'turnAlert', 'turnReminder:1', 'turnReminder:2', 'turnReminder:3'].sort(),
    );
    const right = passed.find(({ kind }) => kind === 'mediationAvailable')!;
    expect(days(since, right.due)).toBe(45);
  });

  test('A-19 an invitation that is not accepted lapses, and the clock moved by so much and no more', async () => {
    const play = await openPlay(suite, submitted);
    await play.step({ by: 'consumer', act: 'nameRepresentative' });
    const due = deadlines(await play.state()).find(({ kind }) => kind === 'invitationExpiry')!.at;
    const seconds = Math.ceil((Date.parse(due) - Date.now()) / 1000);
    await skipTime(suite.client, play.dossierId, seconds - 3600);
    await eventually(async () => (await play.state()).passed.includes('takeChargeReminder:3'));
    // The clock stands an hour before the last moment: nothing more comes of itself.
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    expect((await play.state()).representative?.status).toBe('invited');
    await skipTime(suite.client, play.dossierId, 3600 + 5);
    await eventually(async () => (await play.state()).representative === null);
  });

  test('F-135 A-24 A-08 a mediation past its target stays open; after a withdrawal it closes by itself; a year later all is erased', async () => {
    const play = await openPlay(suite, [
      ...inMediation,
      { by: 'mediator', act: 'postMessage', thread: 'mediationRoom' },
      { by: 'consumer', act: 'withdrawFromMediation' },
    ]);
    const passed = await runOut(play);
    expect(kinds(passed)).toContain('withdrawalClose');
    expect(kinds(passed).at(-1)).toBe('purge');
    const state = await play.state();
    expect(state).toMatchObject({ status: 'purged', closing: { outcome: 'mediationFailed', by: 'system' } });
    const other = await openPlay(suite, inMediation);
    expect(kinds(await runOut(other))).toEqual(expect.arrayContaining(['mediationWarning', 'mediationTarget']));
    expect((await other.state()).status).toBe('mediation');
  });

  test('F-103 F-142 after an agreement: messages close at 90 days, content is erased after a year, and the workflow ends', async () => {
    const play = await openPlay(suite, [
      ...inNegotiation,
      { by: 'consumer', act: 'postMessage' },
      { by: 'clerk', act: 'acceptProposal' },
    ]);
    const closedAt = (await play.state()).closing!.at;
    const began = Date.now();
    const passed = await runOut(play);
    expect(kinds(passed)).toEqual(['messagesClose', 'purge']);
    expect(passed.map(({ due }) => days(closedAt, due))).toEqual([90, 365].map((n) => expect.closeTo(n, -0.4)));
    expect(Date.now() - began).toBeLessThan(60_000);
    const handle = suite.client.workflow.getHandle(dossierWorkflowId(play.dossierId));
    await eventually(async () => (await handle.describe()).status.name === 'COMPLETED');
    for (const table of ['proposal_content', 'message', 'justification', 'dossier_form']) {
      const left = await suite.pool.query(`select count(*)::int as n from ${table} where dossier_id = $1`, [
        play.dossierId,
      ]);
      expect([table, left.rows[0].n]).toEqual([table, 0]);
    }
    const record = await suite.pool.query(`select action from audit_log where subject = $1`, [play.dossierId]);
    expect(record.rows).toEqual([{ action: 'dossier.destroyed' }]);
    // What was erased on purpose is not taken for tampering.
    expect(await verifyChain(suite.db, play.dossierId)).toMatchObject({ intact: true });
    const refused = play.step({ by: 'consumer', act: 'closeDossier' });
    await expect(refused).rejects.toMatchObject({ code: 'dossier.purged' });
  });
});
