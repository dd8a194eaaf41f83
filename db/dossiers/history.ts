import type { EventType } from '#domain/dossier/events.ts';
import type { Database } from '../database.ts';
import { fullName } from '../sql.ts';

/** Events of a dossier of the types named, newest first. */
export async function dossierEvents(
  db: Database,
  { dossierId, types }: { dossierId: string; types: readonly EventType[] },
) {
  if (types.length === 0) return [];
  return db
    .selectFrom('dossier_event as e')
    .leftJoin('app_user as u', 'u.id', 'e.actorId')
    .select(['e.payload as event', fullName('u').$castTo<string | null>().as('actorName')])
    .where('e.dossierId', '=', dossierId)
    .where('e.type', 'in', types)
    .orderBy('e.seq', 'desc')
    .execute();
}
