import { sql } from 'kysely';
import type { Db } from '#db/queries/sql.ts';

/** What officers do outside a dossier's journal: who, what, on which row. Ids and codes only. */
export async function audit(
  db: Db,
  actorId: string,
  action: string,
  subject: string,
  detail: Record<string, string | number | null> = {},
): Promise<void> {
  await sql`insert into audit_log (actor_id, action, subject, detail)
    values (${actorId}::uuid, ${action}, ${subject}, ${JSON.stringify(detail)}::jsonb)`.execute(db);
}
