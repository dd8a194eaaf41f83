import { sql } from 'kysely';
import type { Database } from '../database.ts';
import { currentMember, messagesOpen } from '../predicates.ts';
import { fullName } from '../sql.ts';
import { accountState, linkColumns, staffAccounts, type AccountState } from './staff.ts';
import { foldedName } from './text-search.ts';

/**
 * A present or former member of a merchant; `inCharge`: open dossiers of this company that they have charge of; `answering`: those closed by an agreement in which
 * messages are open, which they answer (F-103).
 */
export type MemberRow = Awaited<ReturnType<typeof listMembers>>[number];

const open = ['submitted', 'negotiation', 'mediationRequested', 'mediation'] as const;

/** The people of a merchant, those whose access was removed last. */
export function listMembers(db: Database, merchantId: string) {
  return staffAccounts(db)
    .innerJoin('merchant_member as mm', 'mm.userId', 'u.id')
    .select((query) => [
      'u.id',
      'u.firstName',
      'u.lastName',
      fullName('u').as('name'),
      'u.email',
      'mm.role',
      sql<AccountState>`case when ${currentMember('mm')} then ${accountState} else 'removed' end`.as('state'),
      'mm.since',
      'mm.until',
      ...linkColumns,
      query
        .selectFrom('dossier as d')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .whereRef('d.merchantId', '=', 'mm.merchantId')
        .whereRef('d.holderId', '=', 'u.id')
        .where('d.submittedAt', 'is not', null)
        .where('d.status', 'in', open)
        .$castTo<number>()
        .as('inCharge'),
      query
        .selectFrom('dossier as d')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .whereRef('d.merchantId', '=', 'mm.merchantId')
        .whereRef('d.holderId', '=', 'u.id')
        .where(messagesOpen('d'))
        .$castTo<number>()
        .as('answering'),
    ])
    .where('mm.merchantId', '=', merchantId)
    .orderBy(currentMember('mm'), 'desc')
    .orderBy('mm.role', 'desc')
    .orderBy(foldedName('u'))
    .orderBy('u.id')
    .execute();
}

/** Who answers for a merchant now, with an account that is open. */
export function presentRespondents(db: Database, merchantId: string) {
  return db
    .selectFrom('merchant_member as mm')
    .innerJoin('app_user as u', 'u.id', 'mm.userId')
    .select(['u.id', 'u.email', 'u.firstName', 'u.lastName', 'u.language'])
    .where('mm.merchantId', '=', merchantId)
    .where('mm.role', '=', 'respondent')
    .where(currentMember('mm'))
    .where('u.disabledAt', 'is', null)
    .orderBy('u.id')
    .execute();
}

/** Whether a person is a member of any merchant now. */
export async function hasMembership(db: Database, userId: string): Promise<boolean> {
  const row = await db
    .selectFrom('merchant_member as mm')
    .select('mm.merchantId')
    .where('mm.userId', '=', userId)
    .where(currentMember('mm'))
    .executeTakeFirst();
  return row !== undefined;
}

/** Ends a membership, by the same clock as the queries that check it, so that it ends at once. */
export async function endMembership(
  db: Database,
  { merchantId, userId }: { merchantId: string; userId: string },
): Promise<void> {
  await db
    .updateTable('merchant_member')
    .set({ until: sql<string>`now()` })
    .where('merchantId', '=', merchantId)
    .where('userId', '=', userId)
    .where(currentMember('merchant_member'))
    .execute();
}

/** Name of the company that a person is a member of: the one named, or else the one joined last. */
export async function companyNameOf(
  db: Database,
  { userId, merchantId }: { userId: string; merchantId: string | null },
): Promise<string | null> {
  const row = await db
    .selectFrom('merchant_member as mm')
    .innerJoin('merchant as m', 'm.id', 'mm.merchantId')
    .select('m.name')
    .where('mm.userId', '=', userId)
    .where(currentMember('mm'))
    .$if(merchantId !== null, (query) => query.where('m.id', '=', merchantId ?? ''))
    .orderBy('mm.since', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.name ?? null;
}
