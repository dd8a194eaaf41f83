import { Migrator } from '@mikro-orm/migrations';
import { MikroORM, type EntityManager, type PostgreSqlConnection } from '@mikro-orm/postgresql';
import type { Pool } from 'pg';
import { databaseOptions } from '#config/database.ts';
import { databaseOver, type Database } from './database.ts';
import { readAsDomainValues } from './instants.ts';
import { migrations } from './migrations/index.ts';
import { entities } from './schema/index.ts';

export type Orm = MikroORM;
export type { EntityManager };

export type OrmOptions = {
  /** Maximum number of connections. @default 10 */
  poolMax?: number;
};

/**
 * One connection pool and its unit of work. Fork the entity manager once per request or activity attempt; never share one.
 *
 * @param databaseUrl as `DATABASE_URL` (config/database.ts)
 * @throws Error when the address is invalid.
 */
export async function openOrm(databaseUrl: string, options: OrmOptions = {}): Promise<Orm> {
  const { host, port, user, password, database, ssl } = databaseOptions(databaseUrl);
  return MikroORM.init({
    host,
    port,
    user,
    password,
    dbName: database,
    entities,
    extensions: [Migrator],
    pool: { min: 0, max: options.poolMax ?? 10 },
    driverOptions: { ssl, options: '-c TimeZone=UTC', onPoolCreated: readAsDomainValues },
    // What people wrote passes through here: nothing of it may reach a log, queries included.
    debug: false,
    logger: () => undefined,
    migrations: { migrationsList: migrations, snapshot: false, allOrNothing: true, tableName: 'schema_migration' },
  });
}

/** The pool itself, for hot statements (the journal) that go without the unit of work. */
export async function poolOf(orm: Orm): Promise<Pool> {
  return (orm.em.getConnection() as PostgreSqlConnection).getNativeClient();
}

/** Typed queries over the ORM's own pool. */
export async function databaseOf(orm: Orm): Promise<Database> {
  return databaseOver(await poolOf(orm));
}

/**
 * A unit of work within a transaction of {@link Database}: entities are read, changed and persisted, and `flush()` writes them there. Nothing
 * is written without it.
 */
export function unitOfWork(orm: Orm, transaction: Database): EntityManager {
  const em = orm.em.fork({ clear: true });
  // It maps columns to properties itself, instead of the plugin.
  em.setTransactionContext(transaction.withoutPlugins());
  return em;
}
