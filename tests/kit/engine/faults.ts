import { fork, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Pool } from 'pg';
import { dossierWorkflowId } from '#contracts/ids.ts';
import { stateQuery, type CommandEnvelope, type StateView } from '#contracts/messages/dossier.ts';
import { databaseOver } from '#db/database.ts';
import { openOrm, poolOf } from '#db/orm.ts';
import { setUpTemporal } from '#scripts/servers/temporal-setup.ts';
import { startTemporal } from '#scripts/servers/temporal.ts';
import { createEngine, type Engine } from '#web/server/services/engine.ts';
import { openEngineClient } from '#web/server/services/engine-client.ts';
import { createTestDatabase } from '../servers.ts';
import { createPeople, type People } from '../people.ts';
import type { PausePoint } from './worker-child.ts';

/** A Temporal server, workers and clients of a chaos test's own, each to be killed with SIGKILL. PostgreSQL is the run's. */
export type Faults = {
  pool: Pool;
  engine: Engine;
  people: People;
  /** Starts a worker; resolved when it takes work. `paused` is resolved when it stands at its pause. */
  worker(pause?: { at: PausePoint; commandType: string }): Promise<{ kill(): Promise<void>; paused: Promise<void> }>;
  /** Gives a command from a process of its own. */
  send(dossierId: string, envelope: CommandEnvelope): Promise<{ kill(): Promise<void> }>;
  /** How far the engine's own workflow is; null when it has none. */
  engineSeq(dossierId: string): Promise<number | null>;
  killServer(): Promise<void>;
  restartServer(): Promise<void>;
  eraseServer(): Promise<void>;
  /** Ids of the reactions done, in order, with repeats. */
  done(): Promise<string[]>;
  stop(): Promise<void>;
};

const here = import.meta.dirname ?? path.join(process.cwd(), 'tests/kit/engine');

function launch(file: string, settings: unknown): ChildProcess {
  return fork(path.join(here, file), [JSON.stringify(settings)], {
    execArgv: [],
    env: { ...process.env, NODE_OPTIONS: '' },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
}

const heard = (child: ChildProcess, type: string): Promise<void> =>
  new Promise((resolve) => child.on('message', (message) => (message as { type: string }).type === type && resolve()));

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await ended;
}

export async function startFaults(): Promise<Faults> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'parle-faults-'));
  const doneFile = path.join(folder, 'done');
  const [database, temporal] = await Promise.all([
    createTestDatabase(),
    startTemporal({ dataDir: path.join(folder, 'temporal') }),
  ]);
  const { address } = temporal;
  const namespace = `faults-${randomUUID()}`;
  const taskQueue = 'faults';
  const commandKey = 'command-key-of-the-chaos-tests-0123456789abc';
  await setUpTemporal({ address, namespace });
  const orm = await openOrm(database.url);
  const pool = await poolOf(orm);
  const target = { TEMPORAL_ADDRESS: address, TEMPORAL_NAMESPACE: namespace, TEMPORAL_TLS: false };
  const { client, close } = openEngineClient(target);
  const shared = { address, namespace, taskQueue, commandKey };
  const children = new Set<ChildProcess>();
  return {
    pool,
    engine: createEngine({ client, taskQueue, commandKey, db: databaseOver(pool), timeoutMs: 15_000 }),
    people: await createPeople(pool),
    async worker(pause) {
      const child = launch('worker-child.ts', {
        ...shared,
        databaseUrl: database.as.worker,
        doneFile,
        pause: pause ?? null,
      });
      children.add(child);
      const paused = heard(child, 'paused');
      await heard(child, 'ready');
      return { kill: () => kill(child), paused };
    },
    async send(dossierId, envelope) {
      const child = launch('client-child.ts', { ...shared, databaseUrl: database.as.web, dossierId, envelope });
      children.add(child);
      await heard(child, 'sent');
      return { kill: () => kill(child) };
    },
    async engineSeq(dossierId) {
      const handle = client.workflow.getHandle(dossierWorkflowId(dossierId));
      const state = await handle.query<StateView>(stateQuery).catch(() => null);
      return state?.seq ?? null;
    },
    killServer: () => temporal.kill(),
    restartServer: () => temporal.restart(),
    async eraseServer() {
      await temporal.kill();
      await temporal.eraseDatabase();
      await temporal.restart();
      await setUpTemporal({ address, namespace });
    },
    done: async () => (await readFile(doneFile, 'utf8').catch(() => '')).split('\n').filter(Boolean),
    async stop() {
      await Promise.all([...children].map(kill));
      await close();
      await orm.close();
      await temporal.kill();
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
