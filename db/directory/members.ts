import { sql } from 'kysely';
import type { Database } from '../database.ts';
import { comesAfter, inOrder, placeIn, type PageAsked, type RowOrder } from '../ordered.ts';
import { currentMember, isRunning, messagesOpen } from '../predicates.ts';
import { fullName } from '../sql.ts';
import { accountState, linkColumns, staffAccounts, type AccountState } from './staff.ts';
import { foldedName, holds } from './text-search.ts';

/**
 * A present or former member of a merchant; `inCharge`: open dossiers of this company that they have charge of; `answering`: those closed by an agreement in which
 * messages are open, which they answer (F-103).
 */
export type MemberRow = Awaited<ReturnType<typeof listMembers>>[number];

/** One of a page of them, with its place in the order. */
export type ListedMember = Awaited<ReturnType<typeof memberPage>>[number];

/** Where somebody stands in a company: by their account, or without access any more. */
const state = sql<AccountState>`case when ${currentMember('mm')} then ${accountState} else 'removed' end`;

/** Open dossiers of the company that they have charge of. */
const inCharge = sql<number>`(select count(*) from dossier d where d.merchant_id = mm.merchant_id and d.holder_id = u.id and d.submitted_at is not null
  and ${isRunning('d')})`;

function members(db: Database, merchantId: string) {
  return staffAccounts(db)
    .innerJoin('merchant_member as mm', 'mm.userId', 'u.id')
    .select((query) => [
      'u.id',
      'u.firstName',
      'u.lastName',
      fullName('u').as('name'),
      'u.email',
      'mm.role',
      state.as('state'),
      'mm.since',
      'mm.until',
      ...linkColumns,
      inCharge.as('inCharge'),
      query
        .selectFrom('dossier as d')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .whereRef('d.merchantId', '=', 'mm.merchantId')
        .whereRef('d.holderId', '=', 'u.id')
        .where(messagesOpen('d'))
        .$castTo<number>()
        .as('answering'),
    ])
    .where('mm.merchantId', '=', merchantId);
}

/** The people of a merchant, those whose access was removed last. */
export function listMembers(db: Database, merchantId: string) {
  return members(db, merchantId)
    .orderBy(currentMember('mm'), 'desc')
    .orderBy('mm.role', 'desc')
    .orderBy(foldedName('u'))
    .orderBy('u.id')
    .execute();
}

/** In which order: respondents first, then by name, those without access any more at the end; by name; who has charge of most first; who came last first. */
export type MemberOrder = 'standing' | 'name' | 'charge' | 'newest';

const orders: Record<MemberOrder, RowOrder> = {
  standing: {
    by: sql`(case when ${state} = 'removed' then '1' else '0' end || case when mm.role = 'respondent' then '0' else '1' end || ${foldedName('u')}) collate "C"`,
    type: 'text',
    named: true,
  },
  name: { by: foldedName('u'), type: 'text', named: true },
  charge: { by: inCharge, type: 'bigint', down: true },
  newest: { by: sql`mm.since`, type: 'timestamptz', down: true },
};

/** Whether an order of people is one of names. */
export const isMemberByName = (order: MemberOrder): boolean => orders[order].named === true;

/** What a company's people are narrowed to; null where they are not. */
export type MemberFilter = { role: 'respondent' | 'representative' | null; state: AccountState | null };

/**
 * What is asked of a company's people. `present`: none whose access was removed; `words`: of a search, in names and addresses of mail; `byName`: in names alone, for who
 * reads no address.
 */
export type MembersAsked = {
  merchantId: string;
  filter: MemberFilter;
  order: MemberOrder;
  present?: boolean;
  words?: string | null;
  byName?: boolean;
};

/** Those, `limit` at most after the position named. */
export function memberPage(
  db: Database,
  { merchantId, filter, order, present = false, words = null, byName = false, after, limit }: MembersAsked & PageAsked,
) {
  const id = sql`u.id`;
  const looked = byName ? sql`search_text(u.first_name, u.last_name)` : sql`u.search`;
  return members(db, merchantId)
    .select(placeIn(orders[order]).as('cursor'))
    .$if(present, (query) => query.where(sql<boolean>`${state} <> 'removed'`))
    .$if(filter.role !== null, (query) => query.where('mm.role', '=', filter.role ?? 'respondent'))
    .$if(filter.state !== null, (query) => query.where(sql<boolean>`${state} = ${filter.state}`))
    .$if(words !== null, (query) => query.where(holds(words ?? '', looked)))
    .where(comesAfter(orders[order], id, after))
    .orderBy(sql`${inOrder(orders[order], id)}`)
    .limit(limit)
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
