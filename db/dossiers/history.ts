import { sql } from 'kysely';
import type { EventType } from '#domain/dossier/events.ts';
import type { Database } from '../database.ts';
import { placeholder, preparedQuery } from '../prepared.ts';
import { fullName } from '../sql.ts';

const events = preparedQuery('events', (db) =>
  db
    .selectFrom('dossier_event as e')
    .leftJoin('app_user as u', 'u.id', 'e.actorId')
    .select(['e.payload as event', fullName('u').$castTo<string | null>().as('actorName')])
    .where('e.dossierId', '=', placeholder<string>('dossierId'))
    .where(sql<boolean>`e.type = any (${placeholder('types')}::text[])`)
    .orderBy('e.seq', 'desc'),
);

/** Events of a dossier of the types named, newest first. */
export async function dossierEvents(
  db: Database,
  { dossierId, types }: { dossierId: string; types: readonly EventType[] },
) {
  return types.length === 0 ? [] : events(db, { dossierId, types });
}
