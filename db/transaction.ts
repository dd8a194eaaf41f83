import type { Database } from './database.ts';
import { unitOfWork, type EntityManager, type Orm } from './orm.ts';

export { LockMode } from '@mikro-orm/postgresql';

/** Where transactions are begun: the process's ORM and the typed queries over its pool. */
export type Store = { orm: Orm; db: Database };

/** One transaction, seen in two ways. */
export type Transaction = {
  /** Typed queries in the transaction. */
  readonly db: Database;
  /** Its unit of work: rows found here and changed, and those created, are written when the work ends, or at `flush()` when a query must see them. */
  readonly entities: EntityManager;
};

/**
 * Runs `work` in a transaction: everything that it did is committed when it ends, nothing when it throws. Without `orm` the work consists of queries
 * only.
 */
export function inTransaction<T>(store: Store, work: (transaction: Transaction) => Promise<T>): Promise<T>;
export function inTransaction<T>(
  store: Pick<Store, 'db'>,
  work: (transaction: Pick<Transaction, 'db'>) => Promise<T>,
): Promise<T>;
export async function inTransaction<T>(
  { db, orm }: Pick<Store, 'db'> & Partial<Store>,
  work: (transaction: Transaction) => Promise<T>,
): Promise<T> {
  return db.transaction().execute(async (transaction) => {
    let entities: EntityManager | undefined;
    const result = await work({
      db: transaction,
      get entities() {
        if (!orm) throw new Error('a unit of work needs the ORM');
        return (entities ??= unitOfWork(orm, transaction));
      },
    });
    await entities?.flush();
    return result;
  });
}
