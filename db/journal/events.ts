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

/** What a person did in a dossier under this key, and what they did there last. */
export async function actsOf(
  db: Database,
  { dossierId, actorId, commandKey }: { dossierId: string; actorId: string; commandKey: string | null },
): Promise<{ keyed: boolean; last: string | null }> {
  const rows = await db
    .selectFrom('dossier_event')
    .select(['type', 'commandKey'])
    .where('dossierId', '=', dossierId)
    .where('actorId', '=', actorId)
    .orderBy('seq', 'desc')
    .execute();
  return {
    keyed: commandKey !== null && rows.some((row) => row.commandKey === commandKey),
    last: rows[0]?.type ?? null,
  };
}
