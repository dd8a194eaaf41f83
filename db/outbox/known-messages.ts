import { sql } from 'kysely';
import type { Thread } from '#domain/dossier/commands.ts';
import type { DossierMailTemplate } from '#domain/dossier/reactions/mail-templates.ts';
import type { Database } from '../database.ts';
import { prepared } from '../prepared.ts';

/** A message posted at `at` in a thread, and the mail that would notify `userId` of it. */
export type Telling = { dossierId: string; thread: Thread; at: string; userId: string; dedupeKey: string };

/** Makes notices of one dossier to one person follow one another, where one may be said by another. Locked until the transaction ends. */
export async function lockTelling(
  db: Database,
  { dossierId, userId }: Pick<Telling, 'dossierId' | 'userId'>,
): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`telling:${dossierId}:${userId}`}, 0))`.execute(db);
}

const known = prepared(
  'messages-known',
  `select from (select max(read_at) as at, max(seen_until) as seen_until from thread_read
      where dossier_id = $1::uuid and thread = $2 and user_id = $3::uuid) visit
    where visit.seen_until >= $4::timestamptz
      or exists (select from mail m
        where m.dossier_id = $1::uuid and m.recipient_id = $3::uuid and m.template = 'message-received'
          and m.params ->> 'thread' = $2 and m.state <> 'failed'
          and m.dedupe_key <> $5 and m.created_at > coalesce(visit.at, '-infinity'))`,
);

/**
 * A-29: whether a person has read the thread since the message, or was notified by another mail than this one that there is something to read and has
 * not come yet.
 */
export async function knowsOfMessages(db: Database, telling: Telling): Promise<boolean> {
  const { dossierId, thread, at, userId, dedupeKey } = telling;
  const { rows } = await known(db, [dossierId, thread, userId, at, dedupeKey]);
  return rows.length > 0;
}

/** Whether a person has read the thread since a message of the instant `at`. */
export async function hasRead(
  db: Database,
  { dossierId, thread, at, userId }: Omit<Telling, 'dedupeKey'>,
): Promise<boolean> {
  const row = await reader(db, { dossierId, thread, userId }).where('seenUntil', '>=', at).executeTakeFirst();
  return row !== undefined;
}

/** Whether a person has been in the thread a moment ago, and may have it open. */
export async function mayBeThere(
  db: Database,
  who: Pick<Telling, 'dossierId' | 'thread' | 'userId'>,
): Promise<boolean> {
  const row = await reader(db, who)
    .where('readAt', '>', sql<string>`clock_timestamp() - interval '15 minutes'`)
    .executeTakeFirst();
  return row !== undefined;
}

const reader = (db: Database, { dossierId, thread, userId }: Pick<Telling, 'dossierId' | 'thread' | 'userId'>) =>
  db
    .selectFrom('thread_read')
    .select('readAt')
    .where('dossierId', '=', dossierId)
    .where('thread', '=', thread)
    .where('userId', '=', userId);

/** Whether a person was told the same of a dossier by another mail within a day (A-29). */
export async function toldToday(
  db: Database,
  {
    dossierId,
    userId,
    template,
    dedupeKey,
  }: Pick<Telling, 'dossierId' | 'userId' | 'dedupeKey'> & { template: DossierMailTemplate },
): Promise<boolean> {
  const row = await db
    .selectFrom('mail')
    .select('id')
    .where('dossierId', '=', dossierId)
    .where('recipientId', '=', userId)
    .where('template', '=', template)
    .where('dedupeKey', '<>', dedupeKey)
    .where('state', '<>', 'failed')
    .where('createdAt', '>', sql<string>`now() - interval '1 day'`)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
