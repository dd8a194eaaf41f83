import { randomUUID } from 'node:crypto';
import type { Client } from '@temporalio/client';
import type { Pool } from 'pg';
import { createActivities, type Activities } from '#activities/index.ts';
import { eraseContent } from '#activities/reactions/erase-content.ts';
import { createAnchors } from '#activities/journal/anchors.ts';
import { createNoticeRunner } from '#activities/reactions/notices.ts';
import type { Disbelieved } from '#activities/journal/admission.ts';
import type { PendingReaction, ReactionPorts } from '#activities/reactions/ports.ts';
import { createRecoveryEngine } from '#activities/recovery/engine.ts';
import { readEnv } from '#config/env.ts';
import { proveCommand } from '#contracts/command-proof.ts';
import type { CommandEnvelope } from '#contracts/messages/dossier.ts';
import { databaseOver, type Database } from '#db/database.ts';
import { openOrm, poolOf, type Orm } from '#db/orm.ts';
import { createEngine, type Engine } from '#web/server/services/engine.ts';
import { connect } from '#worker/connect.ts';
import { installRuntime } from '#worker/log.ts';
import { runWorker } from '#worker/run-worker.ts';
import { startTestServers, type TestServers } from '../servers.ts';
import { createPeople, type People } from '../people.ts';

/** What the SDK wrote since the process began, as the worker's log would hold it. */
export const sdkLog: string[] = [];
installRuntime((level, message, attributes) => sdkLog.push(JSON.stringify({ level, message, ...attributes })));

type AnyReaction = PendingReaction<'renderDocument'> | PendingReaction<'notify'> | PendingReaction<'eraseContent'>;

export type EngineSuite = {
  servers: TestServers;
  orm: Orm;
  db: Database;
  pool: Pool;
  /** The database as the web process has it; the rest of the suite is allowed everything. */
  web: { orm: Orm; db: Database; pool: Pool };
  client: Client;
  taskQueue: string;
  commandKey: string;
  engine: Engine;
  people: People;
  /** What the ports were asked to do, in order. */
  done: AnyReaction[];
  /** A command with the proof that the web gives it, for what is given to the engine past the web. */
  prove<Envelope extends CommandEnvelope>(dossierId: string, envelope: Envelope): Envelope;
  /** What the journal did not believe, as the worker's log tells it. */
  disbelieved: Disbelieved[];
  /** Folders that the erasure removed. */
  removed: string[];
  stop(): Promise<void>;
};

export type SuiteOptions = {
  ports?: Partial<ReactionPorts>;
  /** Wraps or replaces activities. */
  activities?: (real: Activities, pool: Pool) => Activities;
  earlyContinueAsNew?: number;
  /** Whether dossiers' clocks are moved ahead. */
  skipping?: boolean;
  mark?: string;
  timeoutMs?: number;
  /** Done while Temporal makes the suite's namespace. */
  meanwhile?(suite: Pick<EngineSuite, 'servers' | 'taskQueue'>): Promise<void>;
};

/** A database, a namespace, a worker and the web's engine on the servers of the run. The ports note what they are asked; the erasure is the real one. */
export async function startEngineSuite(options: SuiteOptions = {}): Promise<EngineSuite> {
  const taskQueue = `engine-${randomUUID()}`;
  const servers = await startTestServers({}, async (begun) => options.meanwhile?.({ servers: begun, taskQueue }));
  const env = readEnv(servers.env);
  const { orm, db, pool } = await opened(servers.databaseUrl);
  const web = await opened(servers.as.web);
  const working = await opened(servers.as.worker);
  const { connection, client } = (await connect(env, new AbortController().signal, () => undefined))!;
  const done: AnyReaction[] = [];
  const removed: string[] = [];
  const disbelieved: Disbelieved[] = [];
  const noted = async (owed: AnyReaction): Promise<void> => void done.push(owed);
  const ports: ReactionPorts = {
    renderDocument: noted,
    notify: noted,
    async eraseContent(owed) {
      const files = { removeFolder: async (folder: string): Promise<void> => void removed.push(folder) };
      await eraseContent(working.db, files, owed.dossierId);
      await noted(owed);
    },
    ...options.ports,
  };
  const recovery = createRecoveryEngine({ client, taskQueue });
  const notices = createNoticeRunner({ db: working.db, ports, engine: recovery });
  const key = env.JOURNAL_KEY!;
  const anchors = createAnchors({ db: working.db, key, failed: () => undefined });
  const commandKey = env.COMMAND_KEY;
  const admission = {
    keys: [commandKey, ...env.COMMAND_FORMER_KEYS],
    disbelieved: (what: Disbelieved) => void disbelieved.push(what),
    ...(options.skipping ? { aheadMs: Infinity } : {}),
  };
  const real = createActivities({
    journalDb: working.db,
    db: working.db,
    ports,
    engine: recovery,
    notices,
    anchors,
    admission,
  });
  const worker = runWorker({
    connection,
    client,
    namespace: env.TEMPORAL_NAMESPACE,
    taskQueue,
    activities: options.activities?.(real, pool) ?? real,
    report: () => undefined,
  });
  const { earlyContinueAsNew, timeoutMs = 20_000 } = options;
  const engine = createEngine({ client, taskQueue, commandKey, db: web.db, timeoutMs, earlyContinueAsNew });
  const people = await createPeople(pool, { mark: options.mark });
  return {
    servers,
    orm,
    db,
    pool,
    web,
    client,
    taskQueue,
    commandKey,
    engine,
    people,
    prove: (dossierId, envelope) => ({ ...envelope, ...proveCommand({ dossierId, envelope }, commandKey) }),
    done,
    disbelieved,
    removed,
    async stop() {
      await worker.stop();
      await Promise.all([notices.stop(), anchors.stop()]);
      await connection.close();
      await Promise.all([orm, web.orm, working.orm].map((each) => each.close()));
      await servers.stop();
    },
  };
}

async function opened(databaseUrl: string): Promise<{ orm: Orm; db: Database; pool: Pool }> {
  const orm = await openOrm(databaseUrl);
  const pool = await poolOf(orm);
  return { orm, db: databaseOver(pool), pool };
}
