import { Kysely, PostgresDialect } from 'kysely';
import type { Pool } from 'pg';
import type { Database } from './database.ts';

/** Kysely over a pool that someone else opened and will close. */
export function kyselyOver(pool: Pool): Database {
  return new Kysely({ dialect: new PostgresDialect({ pool }) });
}
