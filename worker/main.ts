import { readEnv } from '#config/env.ts';
import { unfitStanding } from '#config/production.ts';
import { onStopAsked } from '#config/stop.ts';
import { logStrays } from '#config/strays.ts';
import { signAudit } from '#activities/journal/audit-anchors.ts';
import { createActivities } from '#activities/index.ts';
import { createAnchors } from '#activities/journal/anchors.ts';
import { verifyJournal } from '#activities/journal/verify-journal.ts';
import { createNoticeRunner } from '#activities/reactions/notices.ts';
import { createRecoveryEngine } from '#activities/recovery/engine.ts';
import { scanQuarantined } from '#db/files/quarantine.ts';
import { openClamd } from '#db/files/scanner.ts';
import { sweepOldRows } from '#db/housekeeping.ts';
import { databaseOf, openOrm, poolOf } from '#db/orm.ts';
import { standingOf } from '#db/roles/standing.ts';
import { connect } from './connect.ts';
import { createPorts } from './deps.ts';
import { tellDisbelieved } from './disbelieved.ts';
import { startHealth } from './health.ts';
import { runHousekeeping } from './housekeeping.ts';
import { watchJournal } from './journal-watch.ts';
import { createWorkerLog, installRuntime } from './log.ts';
import { runOutbox } from './outbox.ts';
import { runWorker, type RunningWorker } from './run-worker.ts';

/**
 * The worker process: connects, takes work, and on SIGTERM or SIGINT, or when its parent process ends, finishes what is in progress before it stops.
 */
async function main(): Promise<void> {
  const env = readEnv();
  if (!env.SMTP_URL) throw new Error('Configuration is incomplete: SMTP_URL: is needed by the worker.');
  const log = createWorkerLog(env.LOG_LEVEL);
  if (!env.JOURNAL_KEY) {
    const why = 'without JOURNAL_KEY the heads of dossiers’ chains are not signed';
    if (env.NODE_ENV === 'production' && !env.DEMO) throw new Error(`Configuration is incomplete: ${why}.`);
    log.warn(why);
  }
  // By name: web and worker must know the same.
  log.info({ secrets: env.secrets.map(({ id }) => id) }, 'starting');
  if (env.NODE_ENV !== 'development') logStrays(log);
  installRuntime((level, message, attributes) => {
    const write = level === 'error' ? 'error' : level === 'warn' ? 'warn' : 'debug';
    log[write](attributes, message);
  });
  const stopping = new AbortController();
  let worker: RunningWorker | null = null;
  onStopAsked(['SIGTERM', 'SIGINT'], () => {
    if (stopping.signal.aborted) return;
    log.info('stopping');
    stopping.abort();
    void worker?.stop();
  });

  const health = await startHealth({ host: env.HOST, port: env.WORKER_HEALTH_PORT }, () => worker?.ready() ?? false);
  // Commands have connections of their own: reactions, which may be slow, never make them wait.
  const [journal, orm] = await Promise.all([
    openOrm(env.DATABASE_URL, { poolMax: 10 }),
    openOrm(env.DATABASE_URL, { poolMax: 10 }),
  ]);
  // An idle connection that the server ends must not end the process.
  for (const one of [journal, orm])
    (await poolOf(one)).on('error', (error) => log.warn({ err: error }, 'database connection lost'));
  const db = await databaseOf(orm);
  // A database that is away is asked again at the next start.
  const standing = await standingOf(db).catch(() => null);
  const unfit = standing && unfitStanding(env, 'worker', standing);
  if (unfit) throw new Error(`Configuration is incomplete: DATABASE_URL: ${unfit}.`);
  const { ports, mail, files, stop: stopThreads } = createPorts({ env, smtpUrl: env.SMTP_URL, db });
  // The web's mails are sent also while Temporal is unavailable.
  const outbox = runOutbox(mail, stopping.signal, () => log.warn('the outbox could not be read'));
  const housekeeping = runHousekeeping(
    async () => ({ ...(await sweepOldRows(db)), incoming: await files.sweepIncoming() }),
    stopping.signal,
    {
      report: (outcome) => {
        if (outcome === 'failed') log.warn('old rows could not be swept');
        else log.debug(outcome, 'old rows swept');
      },
    },
  );
  const keys = [...(env.JOURNAL_KEY ? [env.JOURNAL_KEY] : []), ...env.JOURNAL_FORMER_KEYS];
  const night = watchJournal(
    () => verifyJournal(db, { keys, stopped: stopping.signal, report: (broken) => log.error(broken, 'record broken') }),
    stopping.signal,
    (outcome) => {
      if (outcome === 'failed') return log.error('the journal could not be verified');
      const { dossiers, events, unsigned, broken, audit } = outcome;
      if (audit?.broken) log.error({ upTo: audit.broken }, 'audit log broken');
      log.info({ dossiers, events, unsigned, broken: broken.length }, 'journal verified');
    },
  );
  const { JOURNAL_KEY: signer } = env;
  const signing =
    signer &&
    runHousekeeping(() => signAudit(db, { key: signer }), stopping.signal, {
      pauseMs: 600_000,
      report: (outcome) => outcome === 'failed' && log.warn('the audit log could not be signed'),
    });
  const scanner = env.SCANNER_ADDRESS ? openClamd(env.SCANNER_ADDRESS) : null;
  const scanning =
    scanner &&
    runHousekeeping(() => scanQuarantined({ db, files, scanner }), stopping.signal, {
      pauseMs: 30_000,
      report: (outcome) => {
        if (outcome === 'failed') log.warn('files in quarantine could not be looked at');
        else if (outcome.infected > 0) log.warn(outcome, 'infected files were removed');
      },
    });
  const engine = await connect(env, stopping.signal, (seconds) =>
    log.warn({ address: env.TEMPORAL_ADDRESS, seconds }, 'waiting for Temporal'),
  );
  if (engine) {
    const { connection, client } = engine;
    const taskQueue = env.TEMPORAL_TASK_QUEUE;
    const recovery = createRecoveryEngine({ client, taskQueue });
    const notices = createNoticeRunner({ db, ports, engine: recovery });
    const key = env.JOURNAL_KEY;
    const anchors = key
      ? createAnchors({ db, key, failed: () => log.warn('heads of chains could not be signed yet') })
      : undefined;
    worker = runWorker({
      connection,
      client,
      namespace: env.TEMPORAL_NAMESPACE,
      taskQueue,
      activities: createActivities({
        journalDb: await databaseOf(journal),
        db,
        ports,
        engine: recovery,
        notices,
        anchors,
        admission: {
          keys: [env.COMMAND_KEY, ...env.COMMAND_FORMER_KEYS],
          disbelieved: tellDisbelieved((facts) => log.warn(facts, 'security')),
        },
      }),
      report: (event, detail) => {
        if (event === 'failed') return log.error({ failure: detail }, 'sent away by Temporal, trying again');
        log.info(event === 'ready' ? 'ready' : 'recovery schedule made');
        if (event === 'ready') process.send?.({ type: 'ready', port: health.port });
      },
    });
    if (stopping.signal.aborted) await worker.stop();
    await worker.done;
    await Promise.all([notices.stop(), anchors?.stop()]);
    await connection.close();
  }
  await Promise.all([outbox, housekeeping, signing, scanning, night]);
  await Promise.all([journal.close(), orm.close(), health.close(), stopThreads()]);
  log.info('stopped');
}

await main();
