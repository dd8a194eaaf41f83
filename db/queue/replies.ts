import { sql } from 'kysely';
import type { Database, Row } from '../database.ts';
import { folded, holds } from '../directory/text-search.ts';
import { comesAfter, inOrder, placeIn, type PageAsked, type RowOrder } from '../ordered.ts';
import { fullName } from '../sql.ts';

/** A text that a company's people keep. */
export type SavedReplyRow = Pick<Row<'saved_reply'>, 'id' | 'merchantId' | 'title' | 'body' | 'savedAt' | 'version'> & {
  savedBy: string;
  merchantName: string;
};

function replies(db: Database, merchantIds: readonly string[]) {
  return db
    .selectFrom('saved_reply as r')
    .innerJoin('app_user as u', 'u.id', 'r.savedBy')
    .innerJoin('merchant as m', 'm.id', 'r.merchantId')
    .select([
      'r.id',
      'r.merchantId',
      'r.title',
      'r.body',
      'r.savedAt',
      'r.version',
      fullName('u').as('savedBy'),
      'm.name as merchantName',
    ])
    .where(sql<boolean>`r.merchant_id = any (${merchantIds}::uuid[])`);
}

/** Texts of these companies, by title. */
export function savedReplies(db: Database, merchantIds: readonly string[]): Promise<SavedReplyRow[]> {
  return replies(db, merchantIds)
    .orderBy('m.name')
    .orderBy('r.merchantId')
    .orderBy(sql`folded_text(r.title) collate "C"`)
    .orderBy('r.id')
    .execute();
}

/** In which order: by title, or changed last first. */
export type ReplyOrder = 'title' | 'newest';

/** What a company's texts are narrowed to; null where they are not. `savedBy`: who changed them last. */
export type ReplyFilter = { merchantId: string | null; savedBy: string | null };

/** A title is the company's own words: no address carries it in clear. */
const orders: Record<ReplyOrder, RowOrder> = {
  title: { by: folded('r.title'), type: 'text', named: true },
  newest: { by: sql`r.saved_at`, type: 'timestamptz', down: true },
};

/** Whether an order of texts is one of what they say. */
export const isReplyByTitle = (order: ReplyOrder): boolean => orders[order].named === true;

/** Texts of these companies that a filter keeps and that hold the words of a search, `limit` at most after the position named. */
export function replyPage(
  db: Database,
  {
    merchantIds,
    filter,
    order,
    words = null,
    after,
    limit,
  }: { merchantIds: readonly string[]; filter: ReplyFilter; order: ReplyOrder; words?: string | null } & PageAsked,
): Promise<(SavedReplyRow & { cursor: string })[]> {
  const id = sql`r.id`;
  return replies(db, merchantIds)
    .select(placeIn(orders[order]).as('cursor'))
    .$if(filter.merchantId !== null, (query) => query.where('r.merchantId', '=', filter.merchantId ?? ''))
    .$if(filter.savedBy !== null, (query) => query.where('r.savedBy', '=', filter.savedBy ?? ''))
    .$if(words !== null, (query) => query.where(holds(words ?? '', sql`search_text(r.title, r.body)`)))
    .where(comesAfter(orders[order], id, after))
    .orderBy(sql`${inOrder(orders[order], id)}`)
    .limit(limit)
    .execute();
}

type Text = { title: string; body: string; userId: string; at: string };

export async function insertReply(db: Database, reply: Text & { id: string; merchantId: string }): Promise<void> {
  const { userId: savedBy, at: savedAt, ...row } = reply;
  await db
    .insertInto('saved_reply')
    .values({ ...row, savedBy, savedAt })
    .onConflict((on) => on.column('id').doNothing())
    .execute();
}

/** Writes over the version that the page has seen, and no other. @returns whether it did. */
export async function updateReply(
  db: Database,
  { id, seen, title, body, userId, at }: Text & { id: string; seen: number },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('saved_reply')
    .set({ title, body, savedBy: userId, savedAt: at, version: seen + 1 })
    .where('id', '=', id)
    .where('version', '=', seen)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Deletes the version that the page has seen, and no other. @returns whether it did. */
export async function deleteReply(db: Database, { id, seen }: { id: string; seen: number }): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('saved_reply')
    .where('id', '=', id)
    .where('version', '=', seen)
    .executeTakeFirstOrThrow();
  return numDeletedRows > 0n;
}
