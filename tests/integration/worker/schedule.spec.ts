import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { recoveryScheduleId } from '#contracts/ids.ts';
import { recoveryWorkflow } from '#contracts/messages/dossier.ts';
import { readEnv } from '#config/env.ts';
import { eventually } from '#scripts/system/eventually.ts';
import { startTestServers, type TestServers } from '#tests/kit/servers.ts';
import { connect } from '#worker/connect.ts';
import { ensureRecovery } from '#worker/schedule.ts';

let servers: TestServers;
let engine: NonNullable<Awaited<ReturnType<typeof connect>>>;
beforeAll(async () => {
  servers = await startTestServers();
  engine = (await connect(readEnv(servers.env), new AbortController().signal, () => undefined))!;
});
afterAll(async () => {
  await engine?.connection.close();
  await servers?.stop();
});

/** The engine takes its time, half a minute at most, before it looks at the schedules of a namespace just made. */
const aNewNamespace = 60_000;

/** Where the recovery that the schedule knows of runs: several would be several sweeps side by side. */
async function runningOn(): Promise<string[]> {
  const { client } = engine;
  const { runningActions } = (await client.schedule.getHandle(recoveryScheduleId).describe()).info;
  const found = await Promise.all(
    runningActions.map(({ workflow }) => client.workflow.getHandle(workflow.workflowId).describe()),
  );
  return found.filter(({ status }) => status.name === 'RUNNING').map(({ taskQueue }) => taskQueue);
}

test('four workers that start together make one schedule, which begins at once', async () => {
  const { client } = engine;
  const made = await Promise.all([1, 2, 3, 4].map(() => ensureRecovery(client, 'here')));
  expect(made.sort()).toEqual([false, false, false, true]);
  expect(await ensureRecovery(client, 'here')).toBe(false);
  const { policies, action } = await client.schedule.getHandle(recoveryScheduleId).describe();
  expect(policies.overlap).toBe('SKIP');
  expect(action).toMatchObject({ workflowType: recoveryWorkflow, taskQueue: 'here' });
  await eventually(async () => (await runningOn()).join() === 'here', { within: aNewNamespace });
});

test('workers of another task queue take the schedule over, so that recovery runs where somebody works', async () => {
  const { client } = engine;
  await ensureRecovery(client, 'here');
  for (const queue of ['elsewhere', 'there', 'yonder', 'elsewhere']) {
    expect(await ensureRecovery(client, queue)).toBe(false);
    const { action } = await client.schedule.getHandle(recoveryScheduleId).describe();
    expect(action).toMatchObject({ taskQueue: queue });
    // Soon, whatever else the engine does, and not each time at the minute that the schedule waits for.
    await eventually(async () => (await runningOn()).join() === queue, { within: 30_000 });
  }
});

test('a schedule that an operator removed is made again', async () => {
  const { client } = engine;
  await client.schedule.getHandle(recoveryScheduleId).delete();
  expect(await ensureRecovery(client, 'here')).toBe(true);
});
