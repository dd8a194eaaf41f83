import { sql, type RawBuilder } from 'kysely';

/**
 * Condition: the membership is in force now. The one meaning of « is a member of the merchant » (F-019), for pages, lists, mails and the
 * Office alike: a membership may end at an instant to come, and counts until then. By the database's clock, which every reader shares.
 *
 * @param alias name of the row of `merchant_member` in the statement.
 */
export function currentMember(alias: string): RawBuilder<boolean> {
  const until = sql.ref(`${alias}.until`);
  return sql<boolean>`(${until} is null or ${until} > now())`;
}
