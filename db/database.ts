import { Kysely, PostgresDialect } from 'kysely';
import { Pool } from 'pg';

/** Tables are named in the queries themselves (`sql` templates), so no table types are kept here. */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type
export type Database = Kysely<{}>;

/**
 * Opens the web process's pool. Connections are made when first needed, waited for at most five seconds, and a statement that
 * runs for more than fifteen is ended: a page that is late is better refused than kept.
 */
export function openDatabase(
  databaseUrl: string,
  options: { max?: number; onError?: (error: Error) => void } = {},
): { db: Database; pool: Pool; close(): Promise<void> } {
  const pool = new Pool({
    connectionString: databaseUrl,
    max: options.max ?? 20,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    statement_timeout: 15_000,
  });
  // An idle connection that the server ends must not end the process.
  pool.on('error', (error) => options.onError?.(error));
  const db: Database = new Kysely({ dialect: new PostgresDialect({ pool }) });
  return { db, pool, close: () => db.destroy() };
}
