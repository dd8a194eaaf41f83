import { afterAll, beforeAll } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import type { Database } from '#db/database.ts';
import { insertDossier } from '#db/journal/dossier.ts';
import { databaseOf, openOrm, poolOf, type Orm } from '#db/orm.ts';
import { createPeople, type People } from './people.ts';
import { createTestDatabase } from './servers.ts';

/** A database of its own for a file of tests, with people in it; as the web sees it, as the worker does, and `pool` as its owner. */
export type FileDatabase = {
  orm: Orm;
  db: Database;
  worker: Database;
  pool: Pool;
  people: People;
  /** The row of a draft of the consumer's, of which no journal knows. @returns its id. */
  dossier(): Promise<string>;
};

/** Makes one for the present file, and takes it away after its tests. To be read in tests only. */
export function databaseForFile(): FileDatabase {
  const made = {} as FileDatabase;
  let end = async (): Promise<void> => undefined;
  beforeAll(async () => {
    const database = await createTestDatabase();
    const owner = await openOrm(database.url);
    const orm = await openOrm(database.as.web);
    const worker = await openOrm(database.as.worker);
    end = async () => {
      await Promise.all([orm, worker, owner].map((each) => each.close(true)));
      await database.drop();
    };
    const pool = await poolOf(owner);
    const people = await createPeople(pool);
    const dossier = async (): Promise<string> => {
      const id = randomUUID();
      const { merchantId, consumer } = people;
      const row = { id, consumerId: consumer.userId, merchantId, createdAt: new Date().toISOString() };
      await insertDossier(await databaseOf(owner), { ...row, headHash: Buffer.alloc(32) });
      return id;
    };
    Object.assign(made, { orm, db: await databaseOf(orm), worker: await databaseOf(worker), pool, people, dossier });
  });
  afterAll(() => end());
  return made;
}
