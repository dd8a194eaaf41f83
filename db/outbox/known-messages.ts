import { sql } from 'kysely';
import type { Thread } from '#domain/dossier/commands.ts';
import type { Database } from '../database.ts';

/** A message posted at `at` in a thread, and the mail that would notify `userId` of it. */
export type Telling = { dossierId: string; thread: Thread; at: string; userId: string; dedupeKey: string };

/**
 * whether a person has read the thread since the message, or was notified by another mail than this one that there is something to read and has
 * not come yet.
 */
export async function knowsOfMessages(db: Database, telling: Telling): Promise<boolean> {
  const { dossierId, thread, at, userId, dedupeKey } = telling;
  const { rows } = await sql`
    select 1 from (select max(read_at) as at from thread_read
        where dossier_id = ${dossierId}::uuid and thread = ${thread} and user_id = ${userId}::uuid) visit
      where visit.at >= ${at}::timestamptz
        or exists (select from mail m
          where m.dossier_id = ${dossierId}::uuid and m.recipient_id = ${userId}::uuid and m.template = 'message-received'
            and m.params ->> 'thread' = ${thread} and m.state <> 'failed'
            and m.dedupe_key <> ${dedupeKey} and m.created_at > coalesce(visit.at, '-infinity'))`.execute(db);
  return rows.length > 0;
}
