import type { InferKyselyDB } from '@mikro-orm/postgresql';
import { CamelCasePlugin, Kysely, PostgresDialect, sql, type Selectable } from 'kysely';
import type { Pool } from 'pg';
import { readAsDomainValues } from './instants.ts';
import { namingPrepared } from './prepared.ts';
import type { entities } from './schema/index.ts';

/** Tables and their columns as queries write them: `selectFrom('app_user').select('firstName')`. Inferred from db/schema. */
// An interface, so that errors in queries show this name and the compiler resolves each table once.
// eslint-disable-next-line @typescript-eslint/no-empty-object-type
export interface Tables extends InferKyselyDB<(typeof entities)[number], { columnNamingStrategy: 'property' }> {}

/** A row of a table, whole, as it is read. */
export type Row<Table extends keyof Tables> = Selectable<Tables[Table]>;

/** The database, or a transaction of it. */
export type Database = Kysely<Tables>;

/** Columns are snake_case in PostgreSQL and camelCase here, both ways; what a JSON column holds is left alone. */
export const camelCaseColumns = new CamelCasePlugin({ maintainNestedObjectKeys: true });

/** Typed queries over a pool that the caller opened and will close. */
export function databaseOver(pool: Pool): Database {
  readAsDomainValues(pool);
  const dialect = new PostgresDialect({ pool: namingPrepared(pool) });
  return new Kysely<Tables>({ dialect, plugins: [camelCaseColumns] });
}

/** Checks that the database answers. @throws Error when there is none. */
export async function ping(db: Database): Promise<void> {
  await sql`select 1`.execute(db);
}
