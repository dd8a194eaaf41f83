import { mkdtemp, rm, chmod } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Client, Connection } from '@temporalio/client';
import pg from 'pg';
import { migrate } from '#db/migrate.ts';
import { startPostgres } from '#scripts/servers/postgres.ts';
import { setUpTemporal } from '#scripts/servers/temporal-setup.ts';
import { startTemporal } from '#scripts/servers/temporal.ts';
import { freePorts } from '#scripts/system/ports.ts';
import { run, type Managed } from '#scripts/system/processes.ts';
import { startTestMail } from '#tests/support/mail.ts';

/** Everything that the benches share: real servers with durable storage, our worker, and the bare one on its own task queue. */
export type Site = {
  env: Record<string, string>;
  pool: pg.Pool;
  client: Client;
  bareQueue: string;
  worker: Managed;
  bareWorker: Managed;
  /** Starts another process of the product with this site's environment. */
  launch(name: string, script: string, extra?: Record<string, string>): Managed;
  stop(): Promise<void>;
};

const root = path.join(import.meta.dirname, '..');

/** Starts the site in a folder of its own; `stop` removes it. */
export async function openSite(): Promise<Site> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'parle-bench-'));
  await chmod(folder, 0o711); // another account runs PostgreSQL when we are root
  const postgres = await startPostgres({ dataDir: path.join(folder, 'postgres'), password: 'bench' });
  const temporal = await startTemporal({ dataDir: path.join(folder, 'temporal') });
  const mail = await startTestMail();
  await postgres.createDatabase('bench');
  const databaseUrl = postgres.url('bench');
  await migrate(databaseUrl);
  const namespace = 'bench';
  await setUpTemporal({ address: temporal.address, namespace });
  const [port] = await freePorts(1);
  const env = {
    ...(process.env as Record<string, string>),
    NODE_ENV: 'production',
    DATABASE_URL: databaseUrl,
    TEMPORAL_ADDRESS: temporal.address,
    TEMPORAL_NAMESPACE: namespace,
    TEMPORAL_TASK_QUEUE: 'bench',
    SMTP_URL: mail.url,
    PUBLIC_ORIGIN: `http://127.0.0.1:${port}`,
    PORT: String(port),
    FILES_DIR: path.join(folder, 'files'),
    CODE_PEPPER: 'pepper-of-the-benches-0123456789abcdef',
    LOG_LEVEL: 'error',
  };
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 10 });
  await pool.query('create table bare_row (id text, count int, note text, primary key (id, count))');
  const launch: Site['launch'] = (name, script, extra = {}) =>
    run({
      name,
      command: process.execPath,
      args: ['--disable-warning=ExperimentalWarning', path.join(root, script)],
      cwd: root,
      env: { ...env, ...extra },
      logFile: path.join(folder, `${name}.log`),
    });
  const bareQueue = 'bench-bare';
  const worker = launch('worker', 'worker/main.ts');
  const bareWorker = launch('bare-worker', 'bench/bare/worker.ts', { TEMPORAL_TASK_QUEUE: bareQueue });
  const connection = await Connection.connect({ address: temporal.address });
  const client = new Client({ connection, namespace });
  return {
    env,
    pool,
    client,
    bareQueue,
    worker,
    bareWorker,
    launch,
    async stop() {
      await Promise.all([worker.stop(), bareWorker.stop()]);
      await connection.close();
      await pool.end();
      await mail.stop();
      await temporal.stop();
      await postgres.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
