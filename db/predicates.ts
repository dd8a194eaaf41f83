import { sql, type RawBuilder } from 'kysely';
import type { Database } from './database.ts';

/**
 * Condition: the membership is in force now. The one meaning of « is a member of the merchant » (F-019), for pages, lists, mails and the Office
 * alike: a membership may end at a future instant, and counts until then. By the database's clock, which every reader shares.
 *
 * @param alias name of the row of `merchant_member` in the statement.
 */
export function currentMember(alias: string): RawBuilder<boolean> {
  const until = sql.ref(`${alias}.until`);
  return sql<boolean>`(${until} is null or ${until} > now())`;
}

/** Whether this person is a member of this merchant now. */
export async function isCurrentMember(
  db: Database,
  { merchantId, userId }: { merchantId: string; userId: string },
): Promise<boolean> {
  const row = await db
    .selectFrom('merchant_member as mm')
    .select('mm.userId')
    .where('mm.merchantId', '=', merchantId)
    .where('mm.userId', '=', userId)
    .where(currentMember('mm'))
    .executeTakeFirst();
  return row !== undefined;
}
