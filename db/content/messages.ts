import { sql } from 'kysely';
import type { Thread } from '#domain/dossier/commands.ts';
import type { Database } from '../database.ts';
import { placeholder, preparedFor, preparedQuery } from '../prepared.ts';
import { fullName } from '../sql.ts';

type Part = { from: boolean; before: boolean; limit: number | null };

const messages = preparedQuery('messages', (db, { from, before, limit }: Part) =>
  db
    .selectFrom('message as m')
    .innerJoin('app_user as u', 'u.id', 'm.authorId')
    .select([
      'm.id',
      'm.thread',
      'm.authorId',
      fullName('u').as('authorName'),
      'm.authorRole',
      'm.body',
      'm.publishedAt',
      'm.sharedWithMediatorAt as sharedAt',
      'm.announcesClosing',
    ])
    .where('m.dossierId', '=', placeholder<string>('dossierId'))
    .where('m.thread', '=', placeholder<Thread>('thread'))
    .where('m.publishedAt', 'is not', null)
    .$narrowType<{ publishedAt: string }>()
    .$if(from, (query) => query.where('m.publishedAt', '>=', placeholder<string>('from')))
    .$if(before, (query) => query.where('m.publishedAt', '<', placeholder<string>('before')))
    .$if(limit !== null, (query) => query.limit(sql.lit(limit ?? 0)))
    .orderBy('m.publishedAt', 'desc')
    .orderBy('m.id', 'desc'),
);

/**
 * Last `limit` messages of a thread (all when null), oldest first; `from`: none is older; `before`: the instant of
 * the oldest one shown, to read further back.
 */
export async function threadMessages(
  db: Database,
  {
    limit,
    ...thread
  }: { dossierId: string; thread: Thread; from: string | null; before: string | null; limit: number | null },
) {
  const part = { from: thread.from !== null, before: thread.before !== null, limit };
  return (await messages(db, thread, part)).reverse();
}

export type ThreadCount = { thread: Thread; total: number; unread: number; lastAt: string | null };

const counts = preparedFor(
  'thread-counts',
  () => sql<ThreadCount>`
  select m.thread, count(*) as total,
    count(*) filter (where m.author_id <> ${placeholder('readerId')}::uuid and m.published_at > coalesce(r.seen_until, '-infinity')) as unread,
    max(m.published_at) as "lastAt"
  from message m
  join unnest(${placeholder('threads')}::text[], ${placeholder('froms')}::timestamptz[]) as t (thread, since)
    on t.thread = m.thread and (t.since is null or m.published_at >= t.since)
  left join thread_read r on r.dossier_id = m.dossier_id and r.thread = m.thread and r.user_id = ${placeholder('readerId')}::uuid
  where m.dossier_id = ${placeholder('dossierId')}::uuid and m.published_at is not null
  group by m.thread, r.seen_until`,
);

/** How many messages each thread holds, and how many `readerId` has not read; `from`: none older than that counts. */
export async function threadCounts(
  db: Database,
  {
    threads,
    ...whose
  }: { dossierId: string; threads: readonly { thread: Thread; from: string | null }[]; readerId: string },
): Promise<ThreadCount[]> {
  if (threads.length === 0) return [];
  const parts = { threads: threads.map(({ thread }) => thread), froms: threads.map(({ from }) => from) };
  const { rows } = await counts(db, null, { ...whose, ...parts });
  return rows;
}

const earlier = preparedQuery('earlier-messages', (db) =>
  db
    .selectFrom('message')
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .where('dossierId', '=', placeholder<string>('dossierId'))
    .where('thread', '=', placeholder<Thread>('thread'))
    .where('publishedAt', '<', placeholder<string>('before')),
);

/** How many messages of a thread are older than an instant. */
export async function countEarlier(
  db: Database,
  thread: { dossierId: string; thread: Thread; before: string },
): Promise<number> {
  const [row] = await earlier(db, thread);
  return row?.total ?? 0;
}

const seenUntil = preparedQuery('seen-until', (db) =>
  db
    .selectFrom('thread_read')
    .select('seenUntil')
    .where('dossierId', '=', placeholder<string>('dossierId'))
    .where('thread', '=', placeholder<Thread>('thread'))
    .where('userId', '=', placeholder<string>('readerId')),
);

/** The instant of the newest message of a thread that `readerId` was shown. */
export async function threadSeenUntil(db: Database, reader: ThreadReader): Promise<string | null> {
  const [row] = await seenUntil(db, reader);
  return row?.seenUntil ?? null;
}

export type ThreadReader = { dossierId: string; thread: Thread; readerId: string };

/** Before any message: instants are read as dates, which know no infinity. */
const nothingYet = '1970-01-01T00:00:00.000Z';

const markRead = preparedQuery('thread-read', (db) =>
  db
    .insertInto('thread_read')
    .values({
      dossierId: placeholder<string>('dossierId'),
      thread: placeholder<Thread>('thread'),
      userId: placeholder<string>('readerId'),
      readAt: sql`clock_timestamp()`,
      seenUntil: placeholder<string>('shown'),
    })
    .onConflict((on) =>
      on.columns(['dossierId', 'thread', 'userId']).doUpdateSet(({ ref }) => ({
        readAt: ref('excluded.readAt'),
        seenUntil: sql`greatest(${sql.ref('threadRead.seenUntil')}, ${sql.ref('excluded.seenUntil')})`,
      })),
    ),
);

/**
 * Notes that a person was there now, and was shown the messages of a thread up to the one of the instant `shown`; null when there was none. Nothing that was
 * read becomes new again.
 */
export async function markThreadRead(
  db: Database,
  { shown, ...reader }: ThreadReader & { shown: string | null },
): Promise<void> {
  await markRead(db, { ...reader, shown: shown ?? nothingYet });
}

/** The conversation of a message that was posted, and its instant; null when the dossier has no such message. */
export async function postedAt(
  db: Database,
  { dossierId, messageId }: { dossierId: string; messageId: string },
): Promise<{ thread: Thread; publishedAt: string } | null> {
  const row = await db
    .selectFrom('message')
    .select(['thread', 'publishedAt'])
    .where('id', '=', messageId)
    .where('dossierId', '=', dossierId)
    .where('publishedAt', 'is not', null)
    .$narrowType<{ publishedAt: string }>()
    .executeTakeFirst();
  return row ?? null;
}

/** Those of these messages that were posted in a thread; when each was shared with the mediator, if it was. */
export function postedIn(
  db: Database,
  { dossierId, thread, ids }: { dossierId: string; thread: Thread; ids: readonly string[] },
): Promise<{ id: string; sharedAt: string | null }[]> {
  return db
    .selectFrom('message')
    .select(['id', 'sharedWithMediatorAt as sharedAt'])
    .where('dossierId', '=', dossierId)
    .where('thread', '=', thread)
    .where('publishedAt', 'is not', null)
    .where('id', '=', sql<string>`any (${[...ids]}::uuid[])`)
    .orderBy('publishedAt')
    .orderBy('id')
    .execute();
}
