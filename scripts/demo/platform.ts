import type { Client } from '@temporalio/client';
import type { Env } from '#config/env.ts';
import { openDiskStore } from '#db/files/disk.ts';
import { databaseOf, openOrm, poolOf } from '#db/orm.ts';
import type { AccountDeps } from '#web/server/services/accounts/deps.ts';
import { createLimits } from '#web/server/services/limits/index.ts';
import { createSessions } from '#web/server/services/accounts/sessions.ts';
import type { ServiceDeps } from '#web/server/services/deps.ts';
import { openEngineClient } from '#web/server/services/engine-client.ts';
import { createEngine } from '#web/server/services/engine.ts';

/** The parts that the web process composes, for a program that acts as its visitors do. */
export type Platform = { deps: ServiceDeps; accounts: AccountDeps; client: Client; close(): Promise<void> };

/** Opens the platform's services on its own servers; the worker must be running. */
export async function openPlatform(env: Env): Promise<Platform> {
  const orm = await openOrm(env.DATABASE_URL, { poolMax: 8 });
  const pool = await poolOf(orm);
  const db = await databaseOf(orm);
  const now = () => new Date();
  const { client, close } = openEngineClient(env);
  const engine = createEngine({
    client,
    taskQueue: env.TEMPORAL_TASK_QUEUE,
    commandKey: env.COMMAND_KEY,
    db,
    timeoutMs: 30_000,
  });
  const { secrets } = env;
  const limits = createLimits({ pool, secrets });
  const files = openDiskStore(env.FILES_DIR);
  const deps: ServiceDeps = { env, orm, db, engine, changes: null, files, scanner: null, limits, now };
  const accounts: AccountDeps = {
    orm,
    db,
    now,
    secrets,
    limits,
    sessions: createSessions({ db, now }),
  };
  return {
    deps,
    accounts,
    client,
    async close() {
      await close();
      await orm.close(true);
    },
  };
}
