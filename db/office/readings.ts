import { sql } from 'kysely';
import type { Database } from '../database.ts';
import { holds } from '../directory/text-search.ts';
import { comesAfter, inOrder, placeIn, type PageAsked, type RowOrder } from '../ordered.ts';
import { fullName } from '../sql.ts';

/**
 * A reading of a dossier's content by an officer (A-30). Instants are ISO-8601 UTC; `endedAt`: ended before its time; `justification`: null once the
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

/** In which order: the latest first, or the first. */
export type ReadingOrder = 'newest' | 'oldest';

const orders: Record<ReadingOrder, RowOrder> = {
  newest: { by: sql`e.at`, type: 'timestamptz', down: true },
  oldest: { by: sql`e.at`, type: 'timestamptz' },
};

/** Condition: the dossier's number holds what was typed, or the names of its merchant, or of the officer, every word of it. */
const foundBy = (words: string) =>
  sql`(position(upper(${words}) in upper(d.number)) > 0 or ${holds(words, sql.ref('m.search'))} or ${holds(words, sql.ref('u.search'))})`;

/** Those for a reason, or that hold the words of a search, or all, `limit` at most after the position named. */
export async function readingRows(
  db: Database,
  {
    reason,
    words = null,
    order,
    after,
    limit,
  }: { reason: string | null; words?: string | null; order: ReadingOrder } & PageAsked,
): Promise<ReadingRow[]> {
  const id = sql`(e.payload ->> 'justificationId')::uuid`;
  const { rows } = await sql<ReadingRow>`
    select ${id} as id, e.dossier_id as "dossierId", d.number, ${fullName('u')} as officer, e.payload ->> 'reason' as reason,
      (select j.body from justification j where j.id = ${id} and j.published_at is not null) as justification,
      e.at, e.payload ->> 'until' as until, ${placeIn(orders[order])} as cursor,
      (select x.at from dossier_event x where x.dossier_id = e.dossier_id and x.type = 'breakGlassEnded' and x.actor_id = e.actor_id
        and x.seq > e.seq and x.at < (e.payload ->> 'until')::timestamptz order by x.seq limit 1) as "endedAt",
      (select count(*)::int from audit_log a where a.action = 'dossier.content_read' and a.subject = e.dossier_id::text
        and a.actor_id = e.actor_id and a.detail ->> 'until' = e.payload ->> 'until') as read
    from dossier_event e join dossier d on d.id = e.dossier_id join app_user u on u.id = e.actor_id join merchant m on m.id = d.merchant_id
    where e.type = 'glassBroken' and ${comesAfter(orders[order], id, after)}
      and ${words === null ? sql`true` : foundBy(words)}
      and ${reason === null ? sql`true` : sql`e.payload ->> 'reason' = ${reason}`}
    order by ${inOrder(orders[order], id)} limit ${limit}`.execute(db);
  return rows;
}
