import { sql, type RawBuilder } from 'kysely';
import { activeStatuses, runningStatuses } from '#domain/dossier/state/statuses.ts';
import type { Status } from '#domain/dossier/types.ts';
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

/**
 * Condition: the dossier is closed by an agreement, and its parties still write to each other about it (F-103): somebody of the company must answer. As the journal knows
 * it.
 *
 * @param alias name of the row of `dossier` in the statement.
 */
export function messagesOpen(alias: string): RawBuilder<boolean> {
  return sql<boolean>`(${sql.ref(`${alias}.status`)} = 'closed' and ${sql.ref(`${alias}.turn_what`)} = 'performAgreement')`;
}

/** Today's civil day in Québec, by the database's clock. */
const today = sql`(now() at time zone 'America/Toronto')::date`;

/** Condition: the absence stands, and today is one of its days. @param alias name of the row of `member_absence` in the statement. */
export function awayToday(alias: string): RawBuilder<boolean> {
  const column = (name: string) => sql.ref(`${alias}.${name}`);
  return sql<boolean>`(${column('cancelled_at')} is null and ${today} between ${column('first_day')} and ${column('last_day')})`;
}

/** Written out and not as parameters: the planner knows partial indexes by these very words (Migration20261126004000, …6000). */
const among = (alias: string, statuses: readonly Status[]): RawBuilder<boolean> =>
  sql<boolean>`${sql.ref(`${alias}.status`)} in (${sql.join(statuses.map((status) => sql.lit(status)))})`;

/** Condition: the dossier was sent and is not closed ({@link runningStatuses}). @param alias name of the row of `dossier` in the statement. */
export const isRunning = (alias: string): RawBuilder<boolean> => among(alias, runningStatuses);

/** Condition: somebody still has something to do in the dossier, or is writing it ({@link activeStatuses}). */
export const isUnderWay = (alias: string): RawBuilder<boolean> => among(alias, activeStatuses);
