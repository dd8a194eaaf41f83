import { sql } from 'kysely';
import type { Database } from '../database.ts';

/** A dossier's events as its chain links them, in order. Hashes in hexadecimal. */
export function chainedEvents(db: Database, dossierId: string) {
  return db
    .selectFrom('dossier_event')
    .select([
      'seq',
      'type',
      'at',
      'actorRole',
      'actorId',
      'payload',
      'commandKey',
      'seal',
      sql<string>`encode(${sql.ref('prevHash')}, 'hex')`.as('previous'),
      sql<string>`encode(${sql.ref('hash')}, 'hex')`.as('hash'),
    ])
    .where('dossierId', '=', dossierId)
    .orderBy('seq')
    .execute();
}

/** Number and hash of the last event that a dossier's row names. */
export function chainHead(db: Database, dossierId: string) {
  return db
    .selectFrom('dossier')
    .select(['seq', sql<string>`encode(${sql.ref('headHash')}, 'hex')`.as('hash')])
    .where('id', '=', dossierId)
    .executeTakeFirst();
}
