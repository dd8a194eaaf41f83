import type { Database } from './database.ts';
import { unitOfWork, type EntityManager, type Orm } from './orm.ts';

export { LockMode } from '@mikro-orm/postgresql';

/** Where transactions are begun: the process's ORM and the typed queries over its pool. */
export type Store = { orm: Orm; db: Database };

/** One transaction, seen in two ways. */
export type Transaction = {
  /** Typed queries in the transaction. */
  db: Database;
  /** Its unit of work: rows found here and changed, and those created, are written when the work ends, or at `flush()` when a query must see them. */
  entities: EntityManager;
};

/** Runs `work` in a transaction: all that it did is kept when it ends, nothing when it throws. */
export async function inTransaction<T>({ orm, db }: Store, work: (transaction: Transaction) => Promise<T>): Promise<T> {
  return db.transaction().execute(async (transaction) => {
    const entities = unitOfWork(orm, transaction);
    const result = await work({ db: transaction, entities });
    await entities.flush();
    return result;
  });
}
