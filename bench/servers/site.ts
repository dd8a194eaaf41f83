import path from 'node:path';
import type { Client } from '@temporalio/client';
import pg from 'pg';
import { readEnv } from '#config/env.ts';
import { setUpTemporal } from '#scripts/servers/temporal-setup.ts';
import { startTemporal } from '#scripts/servers/temporal.ts';
import { waitUntilReady } from '#scripts/start/watch-over.ts';
import { freePorts } from '#scripts/system/ports.ts';
import type { Managed } from '#scripts/system/processes.ts';
import { consoleProgress } from '#scripts/system/progress.ts';
import { openEngineClient } from '#web/server/services/engine-client.ts';
import { workflowBundle } from '#worker/bundle.ts';
import { startMailSink } from './mail-sink.ts';
import type { Base } from './servers.ts';

/** What the parts about the engine share: Temporal with durable storage, our worker, and the bare one on its own task queue. */
export type Site = {
  taskQueue: string;
  commandKey: string;
  pool: pg.Pool;
  client: Client;
  /** For a web process beside them, at an address of its own. */
  webEnv(): Promise<Record<string, string>>;
  bareQueue: string;
  worker: Measured;
  bareWorker: Measured;
  /** The engine's server, and the folder of its database. */
  temporal: { pid(): number; folder: string };
};

/** A worker's process and the file where it says what it holds (bench/measure/collect.ts). */
export type Measured = { program: Managed; heapFile: string };

const commandKey = 'command-key-of-the-benches-0123456789abcdef';
const namespace = 'bench';
const taskQueue = 'bench';
const bareQueue = 'bench-bare';

/** Both workers alike: on SIGHUP they collect their garbage and say what they hold. */
const collectable = ['--expose-gc', '--import', path.join(import.meta.dirname, '../measure/collect.ts')];

/** Starts the site; its parts end with the stack. */
export async function openSite({ database, as, launch, versions, folder, stack }: Base): Promise<Site> {
  const databaseUrl = await database('bench');
  // A server of our own, whatever the environment offers: its settings are part of what is compared.
  const ours = { ...process.env, TEMPORAL_ADDRESS: undefined };
  const dataDir = path.join(await folder(), 'temporal');
  const temporal = await startTemporal({ dataDir, progress: consoleProgress(), env: ours });
  stack.add('Temporal', () => temporal.stop());
  const mail = await startMailSink();
  stack.add('mail', mail.stop);
  await setUpTemporal({ address: temporal.address, namespace });
  const [port, health] = await freePorts(2);
  const env = {
    DATABASE_URL: databaseUrl,
    TEMPORAL_ADDRESS: temporal.address,
    TEMPORAL_NAMESPACE: namespace,
    SMTP_URL: mail.url,
    PUBLIC_ORIGIN: `http://127.0.0.1:${port}`,
    PORT: String(port),
    WORKER_HEALTH_PORT: String(health),
    FILES_DIR: path.join(await folder(), 'files'),
    CODE_PEPPER: 'pepper-of-the-benches-0123456789abcdef',
    COMMAND_KEY: commandKey,
    JOURNAL_KEY: 'journal-key-of-the-benches-0123456789abcdef',
    LOG_LEVEL: 'error',
  };
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 10 });
  stack.add('pool', () => pool.end());
  await pool.query('create table bare_row (id text, count int, note text, primary key (id, count))');
  const { client, close } = openEngineClient(readEnv(env));
  stack.add('connection', close);
  const { serverVersion } = await client.workflowService.getSystemInfo({});
  versions.set('Temporal', serverVersion || 'unknown');
  await workflowBundle();
  const measured = async (name: string, script: string, own: Record<string, string>): Promise<Measured> => {
    const heapFile = path.join(await folder(), `${name}.heap`);
    const program = launch(name, script, {
      env: { ...env, ...own, BENCH_HEAP: heapFile },
      flags: collectable,
    });
    return { program, heapFile };
  };
  const worker = await measured('worker', 'worker/main.ts', {
    DATABASE_URL: as('worker', databaseUrl),
    TEMPORAL_TASK_QUEUE: taskQueue,
  });
  const bareWorker = await measured('bare-worker', 'bench/bare/worker.ts', { TEMPORAL_TASK_QUEUE: bareQueue });
  await waitUntilReady(worker.program, `http://127.0.0.1:${health}/ready`);
  const server = { pid: () => temporal.process().id.pid, folder: dataDir };
  const webEnv = async () => {
    const [own] = await freePorts(1);
    const there = { PORT: String(own), PUBLIC_ORIGIN: `http://127.0.0.1:${own}` };
    return { ...env, ...there, DATABASE_URL: as('web', databaseUrl), TEMPORAL_TASK_QUEUE: taskQueue };
  };
  return { taskQueue, commandKey, pool, client, webEnv, bareQueue, worker, bareWorker, temporal: server };
}
