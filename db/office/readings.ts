import { sql } from 'kysely';
import type { Database } from '../database.ts';
import { fullName } from '../sql.ts';

/**
 * A reading of a dossier's content by an officer. Instants are ISO-8601 UTC; `endedAt`: ended before its time; `justification`: null once the
 * content was erased; `read`: pages and documents read meanwhile, as the audit log has them.
 */
export type ReadingRow = {
  id: string;
  dossierId: string;
  number: string;
  officer: string;
  reason: string;
  justification: string | null;
  at: string;
  until: string;
  endedAt: string | null;
  read: number;
  cursor: string;
};

/** All of them, the latest first, `limit` at most after the position named. */
export async function readingRows(
  db: Database,
  { after, limit }: { after: { at: string; id: string } | null; limit: number },
): Promise<ReadingRow[]> {
  const id = sql`(e.payload ->> 'justificationId')::uuid`;
  const onwards = after ? sql`and (e.at, ${id}) < (${after.at}, ${after.id}::uuid)` : sql``;
  const { rows } = await sql<ReadingRow>`
    select ${id} as id, e.dossier_id as "dossierId", d.number, ${fullName('u')} as officer, e.payload ->> 'reason' as reason,
      (select j.body from justification j where j.id = ${id} and j.published_at is not null) as justification,
      e.at, e.payload ->> 'until' as until, e.at::text as cursor,
      (select x.at from dossier_event x where x.dossier_id = e.dossier_id and x.type = 'breakGlassEnded' and x.actor_id = e.actor_id
        and x.seq > e.seq and x.at < (e.payload ->> 'until')::timestamptz order by x.seq limit 1) as "endedAt",
      (select count(*)::int from audit_log a where a.action = 'dossier.content_read' and a.subject = e.dossier_id::text
        and a.actor_id = e.actor_id and a.detail ->> 'until' = e.payload ->> 'until') as read
    from dossier_event e join dossier d on d.id = e.dossier_id join app_user u on u.id = e.actor_id
    where e.type = 'glassBroken' ${onwards}
    order by e.at desc, ${id} desc limit ${limit}`.execute(db);
  return rows;
}
