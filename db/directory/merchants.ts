import { sql } from 'kysely';
import type { Database } from '../database.ts';
import { currentMember } from '../predicates.ts';
import { fullName } from '../sql.ts';
import { folded, holds } from './text-search.ts';

/** A merchant with the names of those who receive the notices (F-080), in order of arrival, and how many accounts are in use or not yet. */
export type MerchantRow = Awaited<ReturnType<typeof searchMerchants>>[number];

/** A merchant, or one of its members, holds `search`. Each is looked for along its own index. */
function found(search: string) {
  return sql<boolean>`m.id in (
    select x.id from merchant x where ${holds(search, 'x.search')}
    union all select mm.merchant_id from app_user u join merchant_member mm on mm.user_id = u.id
      where u.kind = 'merchant' and ${holds(search, 'u.search')})`;
}

/** Merchants by name, `limit` at most after the merchant `after`; `search` looks into names, NEQ and members. */
export function searchMerchants(
  db: Database,
  { search, after, limit }: { search: string; after: string | null; limit: number },
) {
  return db
    .selectFrom((query) =>
      query
        .selectFrom('merchant as m')
        .select(['m.id', 'm.name', 'm.city'])
        .$if(search !== '', (page) => page.where(found(search)))
        .$if(after !== null, (page) =>
          page.where(
            sql<boolean>`(${folded('m.name')}, m.id) > (select ${folded('x.name')}, x.id from merchant x where x.id = ${after}::uuid)`,
          ),
        )
        .orderBy(folded('m.name'))
        .orderBy('m.id')
        .limit(limit)
        .as('m'),
    )
    .leftJoin('merchant_member as mm', (join) => join.onRef('mm.merchantId', '=', 'm.id').on(currentMember('mm')))
    .leftJoin('app_user as u', (join) => join.onRef('u.id', '=', 'mm.userId').on('u.disabledAt', 'is', null))
    .select(({ fn, val }) => [
      'm.id',
      'm.name',
      'm.city',
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
    .groupBy(['m.id', 'm.name', 'm.city'])
    .orderBy(folded('m.name'))
    .orderBy('m.id')
    .execute();
}

/** How many merchants hold `search`. */
export async function countMerchants(db: Database, search: string): Promise<number> {
  const { count } = await db
    .selectFrom('merchant as m')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .$if(search !== '', (query) => query.where(found(search)))
    .executeTakeFirstOrThrow();
  return count;
}

/** A merchant as its participation form names it (F-014). */
export function merchantParticulars(db: Database, id: string) {
  return db
    .selectFrom('merchant')
    .select(['id', 'name', 'legalName', 'neq', 'email', 'phone', 'addressLine', 'city', 'province', 'postalCode'])
    .where('id', '=', id)
    .executeTakeFirst();
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
