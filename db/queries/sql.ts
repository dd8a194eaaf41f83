import { sql, type RawBuilder } from 'kysely';
import type { Database } from '../database.ts';

/** What a read runs on: the database, or a transaction of it. */
export type Db = Database;

/** A column of type `timestamptz` as the instants of the domain are written (ISO-8601 UTC, milliseconds), whatever the driver parses. */
export function iso(column: string): RawBuilder<string | null> {
  return sql<string | null>`to_char(${sql.ref(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

/** First row of a query, or null. */
export async function firstRow<Row>(db: Db, query: RawBuilder<Row>): Promise<Row | null> {
  const { rows } = await query.execute(db);
  return rows[0] ?? null;
}

/** All rows of a query. */
export async function allRows<Row>(db: Db, query: RawBuilder<Row>): Promise<Row[]> {
  const { rows } = await query.execute(db);
  return rows;
}
