import { sql, type RawBuilder } from 'kysely';
import type { Database } from '../database.ts';
import { comesAfter, inOrder, placeIn, type PageAsked, type RowOrder } from '../ordered.ts';
import { currentMember } from '../predicates.ts';
import { fullName } from '../sql.ts';
import { folded, gathered, holds } from './text-search.ts';

/** A merchant with the names of those who receive the notices (F-080), in order of arrival, and how many accounts are in use or not yet. */
export type MerchantRow = Awaited<ReturnType<typeof searchMerchants>>[number];

/** Condition: a merchant, or one of its members, holds `search`. Each is looked for along its own index, and memberships by the accounts that were found. */
async function found(db: Database, search: string): Promise<RawBuilder<boolean>> {
  if (search === '') return sql<boolean>`true`;
  const named = sql`select u.id from app_user u where u.kind = 'merchant' and ${holds(search, 'u.search')}`;
  const { accounts } = await gathered(db, { accounts: named });
  return sql<boolean>`m.id in (
    select x.id from merchant x where ${holds(search, 'x.search')}
    union all select mm.merchant_id from merchant_member mm where ${accounts ? sql`mm.user_id = any (${accounts}::uuid[])` : sql`mm.user_id in (${named})`})`;
}

/** In which order: by name, or enrolled last first. */
export type MerchantOrder = 'name' | 'newest';

/** What the merchants are narrowed to: those that somebody answers for, or that nobody does. */
export type MerchantFilter = { respondent: 'some' | 'none' | null };

/** A company's name is public, and long lists are read along it: an address may carry it. */
const orders: Record<MerchantOrder, RowOrder> = {
  name: { by: folded('m.name'), type: 'text' },
  newest: { by: sql`${sql.ref('m.enrolledAt')}`, type: 'timestamptz', down: true },
};

function keptBy({ respondent }: MerchantFilter): RawBuilder<boolean> {
  if (respondent === null) return sql<boolean>`true`;
  return sql<boolean>`${respondent === 'none' ? sql`not` : sql``} exists (select from merchant_member rm join app_user ru on ru.id = rm.user_id
    where rm.merchant_id = m.id and rm.role = 'respondent' and ${currentMember('rm')} and ru.disabled_at is null)`;
}

/** The merchants that hold the words of a search, themselves or by a member, and that a filter keeps. */
export type MerchantsAsked = { search: string; filter: MerchantFilter };

/** Those, `limit` at most after the position named. */
export async function searchMerchants(
  db: Database,
  { search, filter, order, after, limit }: MerchantsAsked & { order: MerchantOrder } & PageAsked,
) {
  const id = sql`m.id`;
  const sorted = sql`${inOrder(orders[order], id)}`;
  const holding = await found(db, search);
  return db
    .selectFrom((query) =>
      query
        .selectFrom('merchant as m')
        .select(['m.id', 'm.name', 'm.city', 'm.enrolledAt'])
        .where(holding)
        .where(keptBy(filter))
        .where(comesAfter(orders[order], id, after))
        .orderBy(sorted)
        .limit(limit)
        .as('m'),
    )
    .leftJoin('merchant_member as mm', (join) => join.onRef('mm.merchantId', '=', 'm.id').on(currentMember('mm')))
    .leftJoin('app_user as u', (join) => join.onRef('u.id', '=', 'mm.userId').on('u.disabledAt', 'is', null))
    .select(({ fn, val }) => [
      'm.id',
      'm.name',
      'm.city',
      'm.enrolledAt',
      placeIn(orders[order]).as('cursor'),
      fn
        .coalesce(
          fn
            .agg<string>('string_agg', [fullName('u'), val(', ')])
            .orderBy('mm.since')
            .orderBy('u.id')
            .filterWhere('mm.role', '=', 'respondent'),
          val(''),
        )
        .as('respondents'),
      fn.count<number>('u.id').filterWhere('u.passwordHash', 'is not', null).as('active'),
      fn.count<number>('u.id').filterWhere('u.passwordHash', 'is', null).as('invited'),
    ])
    .groupBy(['m.id', 'm.name', 'm.city', 'm.enrolledAt'])
    .orderBy(sorted)
    .execute();
}

/** How many a filter keeps, counted up to `most`. */
export async function countMerchants(
  db: Database,
  { filter, most }: { filter: MerchantFilter; most: number },
): Promise<number> {
  const { count } = await db
    .selectFrom((query) =>
      query.selectFrom('merchant as m').select('m.id').where(keptBy(filter)).limit(sql.lit(most)).as('m'),
    )
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

/** A merchant as its participation form names it (F-014). */
export function merchantParticulars(db: Database, id: string) {
  return db
    .selectFrom('merchant')
    .select(['id', 'name', 'legalName', 'neq', 'email', 'phone', 'addressLine', 'city', 'province', 'postalCode'])
    .select('tradeNames')
    .select(
      sql<
        string[]
      >`array(select e.name from establishment e where e.merchant_id = merchant.id and e.closed_at is null order by e.place, e.id)`.as(
        'establishments',
      ),
    )
    .where('id', '=', id)
    .executeTakeFirst();
}

/** Makes those who change a company's record follow one another, until the transaction ends. */
export async function holdMerchant(db: Database, id: string): Promise<void> {
  await db.selectFrom('merchant').select('id').where('id', '=', id).forNoKeyUpdate().execute();
}

/** Merchants that have not left, by name. */
export function enrolledMerchants(db: Database): Promise<{ id: string; name: string }[]> {
  return db
    .selectFrom('merchant')
    .select(['id', 'name'])
    .where('leftAt', 'is', null)
    .orderBy(folded('name'))
    .orderBy('id')
    .execute();
}

/**
 * Companies that a list may be narrowed to: all of them while they are few enough to choose among; past `most`, the one that is chosen, whether or not it
 * still takes part.
 */
export async function merchantsToChoose(
  db: Database,
  { chosen, most }: { chosen: string | null; most: number },
): Promise<{ id: string; name: string }[]> {
  const few = await db
    .selectFrom('merchant')
    .select(['id', 'name'])
    .where('leftAt', 'is', null)
    .orderBy(folded('name'))
    .orderBy('id')
    .limit(most + 1)
    .execute();
  if (few.length <= most && (chosen === null || few.some(({ id }) => id === chosen))) return few;
  const one =
    chosen === null ? [] : await db.selectFrom('merchant').select(['id', 'name']).where('id', '=', chosen).execute();
  return few.length <= most ? [...few, ...one] : one;
}

/** A company as the Office enrols it. @returns false when this one is enrolled already. */
export async function insertMerchant(
  db: Database,
  merchant: { id: string } & Record<
    'name' | 'legalName' | 'neq' | 'email' | 'phone' | 'addressLine' | 'city' | 'province' | 'postalCode',
    string
  >,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('merchant')
    .values(merchant)
    .onConflict((on) => on.column('id').doNothing())
    .executeTakeFirstOrThrow();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** Makes two transactions that enrol or rename a company of that NEQ follow one another. Locked until the transaction ends. */
export async function lockNeq(db: Database, neq: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`neq:${neq}`}, 0))`.execute(db);
}
