import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { dossierWorkflowId } from '#contracts/ids.ts';
import { commandSignal } from '#contracts/messages/dossier.ts';
import { readEnv } from '#config/env.ts';
import { databaseOf, openOrm, poolOf, type Orm } from '#db/orm.ts';
import { submitted } from '#domain/testing/scenario/scenarios.ts';
import { startProcess } from '#scripts/start/platform.ts';
import { eventually } from '#scripts/system/eventually.ts';
import type { Managed } from '#scripts/system/processes.ts';
import { openPlay, type Play } from '#tests/kit/engine/play.ts';
import { createPeople } from '#tests/kit/people.ts';
import { startTestServers, type TestServers } from '#tests/kit/servers.ts';
import { createEngine } from '#web/server/services/engine.ts';
import { openEngineClient } from '#web/server/services/engine-client.ts';

const present = 'present-command-key-of-this-suite-0123456789ab';
const former = 'former-command-key-of-this-suite-0123456789abc';

let servers: TestServers;
let worker: Managed;
let orm: Orm;
let log = '';
let engine: ReturnType<typeof openEngineClient>;
beforeAll(async () => {
  servers = await startTestServers({ COMMAND_KEY: present, COMMAND_FORMER_KEYS: `${former},another` });
  worker = startProcess({
    name: 'worker',
    env: { PATH: process.env['PATH'], ...servers.workerEnv },
    hear: (text) => void (log += text),
  });
  orm = await openOrm(servers.databaseUrl);
  engine = openEngineClient(readEnv(servers.env));
});
afterAll(async () => {
  await worker?.stop();
  await engine?.close();
  await orm?.close();
  await servers?.stop();
});

/** A web whose commands this key signs, and a dossier that it has opened. */
async function webWith(
  commandKey: string,
): Promise<{ play(): Promise<Play>; engine: ReturnType<typeof createEngine> }> {
  const { client } = engine;
  const { TEMPORAL_TASK_QUEUE: taskQueue } = readEnv(servers.env);
  const pool = await poolOf(orm);
  const web = createEngine({ client, taskQueue, commandKey, db: await databaseOf(orm), timeoutMs: 30_000 });
  return {
    engine: web,
    play: async () => openPlay({ engine: web, pool, people: await createPeople(pool) }, submitted),
  };
}

const lines = (): Record<string, unknown>[] =>
  log
    .split('\n')
    .filter((line) => line.includes('command.refused'))
    .map((line) => JSON.parse(line) as Record<string, unknown>);

test('a worker obeys the web of its key and of its former keys, refuses what nobody signed, and says so in its log', async () => {
  const play = await (await webWith(present)).play();
  expect(await play.step({ by: 'clerk', act: 'takeCharge' })).toMatchObject({ status: 'negotiation' });
  expect((await (await (await webWith(former)).play()).state()).status).toBe('submitted');
  expect(lines()).toEqual([]);

  const forged = await play.prepare({ by: 'clerk', act: 'closeDossier' });
  await engine.client.workflow.getHandle(dossierWorkflowId(play.dossierId)).signal(commandSignal, forged);
  const [line] = await eventually(async () => (lines().length > 0 ? lines() : null));
  expect(line).toMatchObject({
    part: 'worker',
    msg: 'security',
    security: 'command.refused',
    why: 'proof.missing',
    dossierId: play.dossierId,
    commandType: 'closeDossier',
  });
  expect((await play.state()).status).toBe('negotiation');
});

test('a web whose key is another one is told that the engine is away, nothing is done, and the log says why', async () => {
  const play = await (await webWith(present)).play();
  const stranger = await webWith('a key that no worker has, of forty characters');
  const command = await play.prepare({ by: 'clerk', act: 'takeCharge' });
  const before = lines().length;
  await expect(stranger.engine.command(play.dossierId, command)).rejects.toMatchObject({ code: 'engine.unavailable' });
  await eventually(async () => lines().length > before);
  expect(lines().at(-1)).toMatchObject({ why: 'proof.key', dossierId: play.dossierId });
  expect((await play.state()).status).toBe('submitted');
  expect(await play.send({ ...command, key: randomUUID() })).toMatchObject({ status: 'negotiation' });
});
