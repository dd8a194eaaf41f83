import { sql } from 'kysely';
import type { DossierEvent } from '#domain/dossier/events.ts';
import { firstRow, type Db } from '#db/queries/sql.ts';

/**
 * A-29: whether a person need not be told of a message: they have read the conversation since, or an earlier mail told them that there is
 * something to read and they have not come yet. What another reaction than `reactionId` queued counts, so that asking twice answers alike.
 */
export async function isAlreadyAware(
  db: Db,
  reactionId: string,
  dossierId: string,
  userId: string | null,
  event: DossierEvent,
): Promise<boolean> {
  if (event.type !== 'messagePosted' || !userId) return false;
  const row = await firstRow(
    db,
    sql`select 1 from (select max(read_at) as at from thread_read
          where dossier_id = ${dossierId}::uuid and thread = ${event.thread} and user_id = ${userId}::uuid) visit
        where visit.at >= ${event.at}::timestamptz
          or exists (select from mail m
            where m.dossier_id = ${dossierId}::uuid and m.recipient_id = ${userId}::uuid and m.template = 'message-received'
              and m.params ->> 'thread' = ${event.thread} and m.state <> 'failed'
              and m.dedupe_key <> ${`${reactionId}:${userId}`} and m.created_at > coalesce(visit.at, '-infinity'))`,
  );
  return row !== null;
}
