import { CompiledQuery, type PostgresPool, type PostgresPoolClient, type QueryResult } from 'kysely';
import type { Pool } from 'pg';
import type { Database } from './database.ts';

const names = new Map<string, string>();

/** A statement with `$1`… for its values. Rows come back as it names their columns, in camelCase. */
export type Prepared<Row> = (db: Database, values: readonly unknown[]) => Promise<QueryResult<Row>>;

/**
 * A statement that every command or page runs: PostgreSQL parses and plans it once per connection, under that name. For the few whose cost is
 * measured; others are built where they are used.
 */
export function prepared<Row>(name: string, text: string): Prepared<Row> {
  names.set(text, name);
  return (db, values) => db.executeQuery<Row>(CompiledQuery.raw(text, [...values]));
}

/** A pool whose connections send the statements of {@link prepared} under their name. */
export function namingPrepared(pool: Pool): PostgresPool {
  return {
    async connect(): Promise<PostgresPoolClient> {
      const client = await pool.connect();
      const query = (text: string, values: unknown[]): unknown => {
        const name = names.get(text);
        return client.query(name ? { name, text, values } : { text, values });
      };
      // Cursors, the other kind of query that a pool may be asked for, are not used.
      return { query: query as PostgresPoolClient['query'], release: () => client.release() };
    },
    end: () => pool.end(),
    options: {},
  };
}
