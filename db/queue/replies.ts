import { sql } from 'kysely';
import type { Database, Row } from '../database.ts';
import { fullName } from '../sql.ts';

/** A text that a company's people keep. */
export type SavedReplyRow = Pick<Row<'saved_reply'>, 'id' | 'merchantId' | 'title' | 'body' | 'savedAt' | 'version'> & {
  savedBy: string;
  merchantName: string;
};

/** Texts of these companies, by title. */
export function savedReplies(db: Database, merchantIds: readonly string[]): Promise<SavedReplyRow[]> {
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
    .where(sql<boolean>`r.merchant_id = any (${merchantIds}::uuid[])`)
    .orderBy('m.name')
    .orderBy('r.merchantId')
    .orderBy(sql`folded_text(r.title) collate "C"`)
    .orderBy('r.id')
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
