import { Kysely, PostgresDialect } from 'kysely';
import type { Pool, PoolClient } from 'pg';
import type { Database } from './database.ts';

/** Kysely over a pool that someone else opened and will close. */
export function kyselyOver(pool: Pool): Database {
  return new Kysely({ dialect: new PostgresDialect({ pool }) });
}

/** Kysely on one connection, within the transaction that its holder began and will end. */
export function kyselyWithin(client: PoolClient): Database {
  const lent = { query: client.query.bind(client) as PoolClient['query'], release: () => undefined };
  return new Kysely({
    dialect: new PostgresDialect({ pool: { connect: async () => lent, end: async () => undefined, options: {} } }),
  });
}
