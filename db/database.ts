import type { InferKyselyDB } from '@mikro-orm/postgresql';
import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely';
import type { Pool, PoolClient } from 'pg';
import { readAsDomainValues } from './instants.ts';
import type { entities } from './schema/index.ts';

/** Tables and their columns as queries write them: `selectFrom('app_user').select('firstName')`. Inferred from db/schema. */
// An interface, so that a wrong query is told of by this name and the compiler works each table out once.
// eslint-disable-next-line @typescript-eslint/no-empty-object-type
export interface Tables extends InferKyselyDB<(typeof entities)[number], { columnNamingStrategy: 'property' }> {}

/** The database, or a transaction of it. */
export type Database = Kysely<Tables>;

/** Columns are snake_case in PostgreSQL and camelCase here, both ways; what a JSON column holds is left alone. */
export const camelCaseColumns = new CamelCasePlugin({ maintainNestedObjectKeys: true });

/** Typed queries over a pool that someone else opened and will close. */
export function databaseOver(pool: Pool): Database {
  readAsDomainValues(pool);
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }), plugins: [camelCaseColumns] });
}

/** Typed queries on one connection, within the transaction that its holder began and will end. */
export function databaseWithin(client: PoolClient): Database {
  const lent = { query: client.query.bind(client) as PoolClient['query'], release: () => undefined };
  const pool = { connect: async () => lent, end: async () => undefined, options: {} };
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }), plugins: [camelCaseColumns] });
}
