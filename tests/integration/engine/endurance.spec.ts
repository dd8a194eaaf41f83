import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ApplicationFailure } from '@temporalio/common';
import { randomUUID } from 'node:crypto';
import { verifyChain } from '#activities/journal/verify-chain.ts';
import { dossierWorkflowId } from '#contracts/ids.ts';
import { eventually } from '#scripts/system/eventually.ts';
import { draft, failed } from '#domain/testing/scenario/scenarios.ts';
import { openPlay } from '#tests/kit/engine/play.ts';
import { sdkLog, startEngineSuite, type EngineSuite } from '#tests/kit/engine/suite.ts';

const mark = `canari${randomUUID().slice(0, 8)}`;
/** What the mail port does next, by dossier. */
const moods = new Map<string, 'slow' | 'failing' | 'refused'>();
let release: () => void = () => undefined;
const held = new Promise<void>((resolve) => (release = resolve));

let suite: EngineSuite;
beforeAll(async () => {
  suite = await startEngineSuite({
    earlyContinueAsNew: 40,
    mark,
    ports: {
      async notify(owed) {
        const mood = moods.get(owed.dossierId);
        if (mood === 'slow') await held;
        if (mood === 'failing')
          throw Object.assign(new Error(`${mark}@personne.example refused`), { code: 'EENVELOPE' });
        if (mood === 'refused') throw ApplicationFailure.nonRetryable(mark, 'mail.no_template');
        suite.done.push(owed);
      },
    },
  });
});
afterAll(async () => {
  release();
  await suite?.stop();
});

const owedOf = async (dossierId: string): Promise<{ last_error: string | null; done: boolean; attempts: number }[]> => {
  const sql = `select last_error, done_at is not null as done, attempts from reaction where dossier_id = $1 and kind = 'notify' order by id`;
  return (await suite.pool.query(sql, [dossierId])).rows;
};

describe('a dossier in the long run', () => {
  test('continue-as-new keeps the state, the keys already obeyed and the chain', async () => {
    const play = await openPlay(suite, draft, { mark });
    await play.step({ by: 'consumer', act: 'submitDossier' });
    const take = await play.prepare({ by: 'clerk', act: 'takeCharge' });
    await play.send(take);
    const handle = suite.client.workflow.getHandle(dossierWorkflowId(play.dossierId));
    const first = (await handle.describe()).runId;
    for (let count = 0; count < 12; count += 1) await play.step({ by: 'consumer', act: 'postMessage' });
    await eventually(async () => (await handle.describe()).runId !== first);
    const again = await play.send(take);
    expect(again).toMatchObject({ seq: 4, repeated: true });
    expect(await verifyChain(suite.db, play.dossierId)).toMatchObject({ intact: true, events: 16 });
  });

  test('a mail server that does not answer holds up neither commands nor later mails', async () => {
    const play = await openPlay(suite, draft, { mark });
    moods.set(play.dossierId, 'slow');
    await play.step({ by: 'consumer', act: 'submitDossier' });
    const began = Date.now();
    await play.step({ by: 'clerk', act: 'takeCharge' });
    await play.step({ by: 'consumer', act: 'postMessage' });
    expect(Date.now() - began).toBeLessThan(5_000);
    expect((await owedOf(play.dossierId)).some(({ done }) => !done)).toBe(true);
    release();
    await eventually(async () => (await owedOf(play.dossierId)).every(({ done }) => done));
  });

  test('what failed is tried again until done, with nothing of the server’s words kept', async () => {
    const play = await openPlay(suite, draft, { mark });
    moods.set(play.dossierId, 'failing');
    await play.step({ by: 'consumer', act: 'submitDossier' });
    await eventually(async () => (await owedOf(play.dossierId)).some(({ attempts }) => attempts >= 2));
    expect((await owedOf(play.dossierId)).every(({ last_error }) => !last_error || last_error === 'EENVELOPE')).toBe(
      true,
    );
    moods.delete(play.dossierId);
    await eventually(async () => (await owedOf(play.dossierId)).every(({ done }) => done), { within: 40_000 });
  });

  test('what is refused for good is given up with its code', async () => {
    const play = await openPlay(suite, draft, { mark });
    moods.set(play.dossierId, 'refused');
    await play.step({ by: 'consumer', act: 'submitDossier' });
    const rows = await eventually(async () => {
      const owed = await owedOf(play.dossierId);
      return owed.length > 1 && owed.every(({ done }) => done) && owed;
    });
    expect(rows.some(({ last_error }) => last_error === 'mail.no_template')).toBe(true);
  });

  test('a whole dossier leaves no written word, name or address in raw histories and logs', async () => {
    const { client, pool } = suite;
    const play = await openPlay(suite, draft, { mark });
    await play.step({ by: 'consumer', act: 'nameRepresentative' });
    await play.run(failed.slice(draft.length));
    await expect(play.step({ by: 'consumer', act: 'postMessage' })).rejects.toMatchObject({ name: 'AppError' });
    const written = await pool.query(`select count(*)::int as n from message where body like $1`, [`%${mark}%`]);
    expect(written.rows[0].n).toBeGreaterThan(0);
    let histories = '';
    for await (const { workflowId, runId } of client.workflow.list()) {
      const history = await client.workflow.getHandle(workflowId, runId).fetchHistory();
      const raw = JSON.stringify(history);
      // Payloads are bytes, written in base 64 by protobuf's own JSON.
      const payloads = [...raw.matchAll(/"data":"([^"]+)"/g)].map(([, data]) =>
        Buffer.from(data!, 'base64').toString(),
      );
      histories += raw + payloads.join('\n');
    }
    // What was sent is readable there: the absence below means something.
    expect(histories).toContain('"thread":"mediationRoom"');
    expect(histories).not.toContain(mark);
    expect(sdkLog.join('\n')).not.toContain(mark);
    expect(sdkLog.length).toBeGreaterThan(0);
  });
});
