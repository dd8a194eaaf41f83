import type { ClientBase } from 'pg';
import { openOrm, poolOf } from './orm.ts';
import { applyGrants } from './roles/apply-grants.ts';

/**
 * Brings a database to the present schema: a step of its own, run before any process is started on it. Safe to run twice and from
 * two places at once (an advisory lock makes the second wait). Then each process's role may do what db/roles/grants.ts says.
 *
 * @param databaseUrl as the role that owns the tables (`DATABASE_OWNER_URL`).
 * @returns names of the migrations that were applied now, none when the schema was current.
 */
export async function migrate(databaseUrl: string): Promise<string[]> {
  return withMigrator(databaseUrl, async (migrator, client) => {
    const applied = await migrator.up();
    await applyGrants(client);
    return applied.map(({ name }) => name);
  });
}

/** Undoes every migration: all that is stored is lost. For tests of the migrations. */
export async function migrateDown(databaseUrl: string): Promise<string[]> {
  return withMigrator(databaseUrl, async (migrator) => (await migrator.down({ to: 0 })).map(({ name }) => name));
}

type Migrator = Awaited<ReturnType<typeof openOrm>>['migrator'];

async function withMigrator<T>(
  databaseUrl: string,
  work: (migrator: Migrator, client: ClientBase) => Promise<T>,
): Promise<T> {
  const orm = await openOrm(databaseUrl, { poolMax: 3 });
  try {
    const client = await (await poolOf(orm)).connect();
    try {
      await client.query('select pg_advisory_lock($1)', [lockKey]);
      return await work(orm.migrator, client);
    } finally {
      await client.query('select pg_advisory_unlock($1)', [lockKey]);
      client.release();
    }
  } finally {
    await orm.close(true);
  }
}

/** Any constant does, as long as nothing else uses it. */
const lockKey = 7_261_123;
