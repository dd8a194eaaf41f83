import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Env } from '#config/env.ts';
import { unfitStanding } from '#config/production.ts';
import { onStopAsked } from '#config/stop.ts';
import { logStrays } from '#config/strays.ts';
import { hasDemonstrationAccounts } from '#db/accounts/demonstration.ts';
import { ping, type Database } from '#db/database.ts';
import { openDiskStore } from '#db/files/disk.ts';
import { openClamd } from '#db/files/scanner.ts';
import { openChanges } from '#db/live/changes.ts';
import { databaseOf, openOrm, poolOf } from '#db/orm.ts';
import { standingOf } from '#db/roles/standing.ts';
import { createApp } from './app.ts';
import { stopCompute } from './compute/index.ts';
import { limitTimes } from './http/time-limits.ts';
import { createLog } from './log.ts';
import { tellLoopDelay } from './loop-delay.ts';
import { builtPages, developedPages } from './pages.ts';
import { openEngineClient } from './services/engine-client.ts';
import { sealAuthenticatorsAnew } from './services/accounts/factors/sealed-secrets.ts';
import { createEngine } from './services/engine.ts';
import { createLimits } from './services/limits/index.ts';
import { createServices } from './services/index.ts';

/** One web process: composes the parts, listens, and stops in order on SIGTERM or SIGINT, or when its parent process ends. */
export async function serve(env: Env): Promise<void> {
  const developing = env.NODE_ENV === 'development';
  const log = createLog(env.LOG_LEVEL, { developing });
  if (!developing) logStrays(log);
  const orm = await openOrm(env.DATABASE_URL, { poolMax: 20 });
  const pool = await poolOf(orm);
  // An idle connection that the server ends must not end the process.
  pool.on('error', (error) => log.warn({ err: error }, 'database connection lost'));
  const db = await databaseOf(orm);
  const standing = await standingOf(db).catch(() => null);
  const unfit = standing && unfitStanding(env, 'web', standing);
  if (unfit) {
    log.fatal(`Configuration is incomplete: DATABASE_URL: ${unfit}.`);
    process.exit(1);
  }
  if (env.NODE_ENV === 'production' && !env.DEMO && !(await isForPeople(db))) {
    log.fatal(
      'This database has the demonstration’s accounts, whose password is printed: production needs another database, or DEMO=true.',
    );
    process.exit(1);
  }
  const now = () => new Date();
  // Lazy: pages are read while the engine is down, also when it is down from the start.
  const engineClient = openEngineClient(env);
  const engine = createEngine({
    client: engineClient.client,
    taskQueue: env.TEMPORAL_TASK_QUEUE,
    commandKey: env.COMMAND_KEY,
    db,
  });
  const files = openDiskStore(env.FILES_DIR);
  // Files that a crash left half received; nothing waits for them.
  const sweep = () =>
    files.sweepIncoming().catch((error: unknown) => log.warn({ err: error }, 'files half received could not be swept'));
  const sealAnew = () =>
    sealAuthenticatorsAnew({ db, secrets: env.secrets }).catch((error: unknown) =>
      log.warn({ err: error }, 'secrets of code applications could not be sealed anew'),
    );
  const eachHour = () => void [sweep(), sealAnew()];
  eachHour();
  setInterval(eachHour, 3_600_000).unref();
  const scanner = env.SCANNER_ADDRESS ? openClamd(env.SCANNER_ADDRESS) : null;
  if (!scanner && env.NODE_ENV === 'production')
    log.warn('no SCANNER_ADDRESS: files that people send are not checked for viruses');
  const limits = createLimits({ pool, secrets: env.secrets });
  const changes = openChanges(env.DATABASE_URL, (error) =>
    log.warn({ err: error }, 'nobody hears that dossiers change'),
  );
  const services = createServices({ env, orm, db, engine, changes, files, scanner, limits, now });
  const pages = developing ? await developedPages() : await builtPages();
  const app = createApp({
    env,
    services,
    log,
    now,
    build: pages.build,
    assets: pages.assets,
    ...(pages.developer ? { developer: pages.developer } : {}),
    probes: { database: () => ping(db) },
  });

  const server = createServer({ connectionsCheckingInterval: 5_000 }, app);
  limitTimes(server);
  server.maxConnections = 2_000;
  tellLoopDelay();
  server.listen(env.PORT, env.HOST, () => {
    const { port } = server.address() as AddressInfo;
    // By name: web and worker must know the same.
    log.info({ port, pid: process.pid, secrets: env.secrets.map(({ id }) => id) }, 'listening');
    process.send?.({ type: 'ready', port });
  });
  server.on('error', (error: NodeJS.ErrnoException) => {
    log.error({ err: error, port: env.PORT }, 'cannot listen');
    process.exitCode = 1;
    void stop();
  });

  let stopping: Promise<void> | null = null;
  const stop = () => (stopping ??= shutDown());
  const shutDown = async () => {
    log.info('stopping');
    services.live.close();
    await changes.close();
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeIdleConnections();
    const patience = setTimeout(() => server.closeAllConnections(), 10_000);
    await closed;
    clearTimeout(patience);
    await stopCompute();
    await pages.close();
    await engineClient.close();
    await orm.close(true);
    log.info('stopped');
  };
  onStopAsked(['SIGTERM', 'SIGINT'], () => void stop());
}

/**
 * Whether production may serve this database. One that is away is served all the same: pages say so, nobody can sign in meanwhile, and the next
 * start asks again.
 */
async function isForPeople(db: Database): Promise<boolean> {
  return !(await hasDemonstrationAccounts(db).catch(() => false));
}
