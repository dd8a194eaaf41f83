import { sql } from 'kysely';
import type { Thread } from '#domain/dossier/commands.ts';
import type { Database } from '../database.ts';
import { fullName } from '../sql.ts';

/**
 * Last `limit` messages of a thread (all when null), oldest first; `from`: none is older; `before`: the instant of
 * the oldest one shown, to read further back.
 */
export async function threadMessages(
  db: Database,
  thread: { dossierId: string; thread: Thread; from: string | null; before: string | null; limit: number | null },
) {
  const { dossierId, from, before, limit } = thread;
  const newestFirst = db
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
    .where('m.dossierId', '=', dossierId)
    .where('m.thread', '=', thread.thread)
    .where('m.publishedAt', 'is not', null)
    .$narrowType<{ publishedAt: string }>()
    .$if(from !== null, (query) => query.where('m.publishedAt', '>=', from))
    .$if(before !== null, (query) => query.where('m.publishedAt', '<', before))
    .$if(limit !== null, (query) => query.limit(limit ?? 0))
    .orderBy('m.publishedAt', 'desc')
    .orderBy('m.id', 'desc');
  return (await newestFirst.execute()).reverse();
}

export type ThreadCount = { thread: Thread; total: number; unread: number; lastAt: string | null };

/** How many messages each thread holds, and how many `readerId` has not read; `from`: none older than that counts. */
export async function threadCounts(
  db: Database,
  counted: { dossierId: string; threads: readonly { thread: Thread; from: string | null }[]; readerId: string },
): Promise<ThreadCount[]> {
  const { dossierId, threads, readerId } = counted;
  if (threads.length === 0) return [];
  return db
    .selectFrom('message as m')
    .leftJoin('thread_read as r', (join) =>
      join.onRef('r.dossierId', '=', 'm.dossierId').onRef('r.thread', '=', 'm.thread').on('r.userId', '=', readerId),
    )
    .select(({ fn }) => [
      'm.thread',
      fn.countAll<number>().as('total'),
      fn
        .countAll<number>()
        .filterWhere('m.authorId', '!=', readerId)
        .filterWhere('m.publishedAt', '>', sql<string>`coalesce(${sql.ref('r.seenUntil')}, '-infinity')`)
        .as('unread'),
      fn.max('m.publishedAt').as('lastAt'),
    ])
    .where('m.dossierId', '=', dossierId)
    .where('m.publishedAt', 'is not', null)
    .where(({ eb, and, or }) =>
      or(
        threads.map(({ thread, from }) =>
          and([eb('m.thread', '=', thread), ...(from === null ? [] : [eb('m.publishedAt', '>=', from)])]),
        ),
      ),
    )
    .groupBy(['m.thread', 'r.seenUntil'])
    .execute();
}

/** How many messages of a thread are older than an instant. */
export async function countEarlier(
  db: Database,
  { dossierId, thread, before }: { dossierId: string; thread: Thread; before: string },
): Promise<number> {
  const row = await db
    .selectFrom('message')
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .where('dossierId', '=', dossierId)
    .where('thread', '=', thread)
    .where('publishedAt', '<', before)
    .executeTakeFirstOrThrow();
  return row.total;
}

/** The instant of the newest message of a thread that `readerId` was shown. */
export async function threadSeenUntil(
  db: Database,
  { dossierId, thread, readerId }: ThreadReader,
): Promise<string | null> {
  const row = await db
    .selectFrom('thread_read')
    .select('seenUntil')
    .where('dossierId', '=', dossierId)
    .where('thread', '=', thread)
    .where('userId', '=', readerId)
    .executeTakeFirst();
  return row?.seenUntil ?? null;
}

export type ThreadReader = { dossierId: string; thread: Thread; readerId: string };

/** Before any message: instants are read as dates, which know no infinity. */
const nothingYet = '1970-01-01T00:00:00.000Z';

/**
 * Notes that a person was there now, and was shown the messages of a thread up to the one of the instant `shown`; null when there was none. Nothing that was
 * read becomes new again.
 */
export async function markThreadRead(
  db: Database,
  { dossierId, thread, readerId, shown }: ThreadReader & { shown: string | null },
): Promise<void> {
  await db
    .insertInto('thread_read')
    .values({
      dossierId,
      thread,
      userId: readerId,
      readAt: sql`clock_timestamp()`,
      seenUntil: shown ?? nothingYet,
    })
    .onConflict((on) =>
      on.columns(['dossierId', 'thread', 'userId']).doUpdateSet(({ ref }) => ({
        readAt: ref('excluded.readAt'),
        seenUntil: sql`greatest(${sql.ref('threadRead.seenUntil')}, ${sql.ref('excluded.seenUntil')})`,
      })),
    )
    .execute();
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
