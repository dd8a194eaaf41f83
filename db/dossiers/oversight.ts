import { sql, type RawBuilder } from 'kysely';
import type { Status, TurnHolder } from '#domain/dossier/types.ts';
import type { Database } from '../database.ts';
import { holds, largeAmong } from '../directory/text-search.ts';
import { comesAfter, inOrder, placeIn, type PageAsked, type RowOrder } from '../ordered.ts';
import { numberedAs } from './by-number.ts';
import { currentMember } from '../predicates.ts';

/** What the Office's list is narrowed to; null where it is not. `since`: it began before this instant. */
export type OverseenFilter = {
  status: string | null;
  /** Only what waits for the Office. */
  awaited: boolean;
  turn: string | null;
  mediatorId: string | null;
  merchantId: string | null;
  before: string | null;
};

/** In which order: last changed first, as the Office may know it; opened first, or last; awaited longest, with what is over at the end. */
export type OverseenOrder = 'changed' | 'age' | 'newest' | 'wait';

type OverseenAsked = Partial<OverseenFilter> & { order?: OverseenOrder } & PageAsked;

/** As indexes have them (Migration20261127010000). */
const orders: Record<OverseenOrder, RowOrder> = {
  changed: { by: sql`d.changed_for_office`, type: 'timestamptz', down: true },
  age: { by: sql`d.created_at`, type: 'timestamptz' },
  newest: { by: sql`d.created_at`, type: 'timestamptz', down: true },
  wait: {
    by: sql`(case when d.status in ('closed', 'expired', 'purged') then 'infinity'::timestamptz else coalesce(d.turn_since, d.created_at) end)`,
    type: 'timestamptz',
  },
};

/** Dossiers that the Office knows of, with what its lists show. */
function overseen(db: Database, order: RowOrder, { after, limit }: PageAsked) {
  const id = sql`d.id`;
  return db
    .selectFrom('dossier as d')
    .innerJoin('merchant as m', 'm.id', 'd.merchantId')
    .select([
      'd.id',
      'd.number',
      'd.status',
      'd.turn',
      'd.turnSince',
      'm.name as merchantName',
      'd.createdAt',
      'd.changedForOffice as changedAt',
      placeIn(order).as('cursor'),
    ])
    .where('d.changedForOffice', 'is not', null)
    .$narrowType<{ changedAt: string }>()
    .where(comesAfter(order, id, after))
    .orderBy(sql`${inOrder(order, id)}`)
    .limit(limit);
}

/** Of those, `limit` at most after the position named. `cursor`: the place of each in that order, to the microsecond. */
export function dossiersOverseen(db: Database, asked: OverseenAsked) {
  const { status = null, awaited = false, turn = null, mediatorId = null, merchantId = null, before = null } = asked;
  return overseen(db, orders[asked.order ?? 'changed'], asked)
    .$if(status !== null, (query) => query.where('d.status', '=', sql<Status>`${status}`))
    .$if(awaited, (query) => query.where('d.turn', '=', sql<TurnHolder>`'office'`))
    .$if(turn !== null, (query) =>
      query
        .where('d.turn', '=', sql<TurnHolder>`${turn}`)
        .where(sql<boolean>`d.status not in ('closed', 'expired', 'purged')`),
    )
    .$if(mediatorId !== null, (query) => query.where('d.mediatorId', '=', mediatorId))
    .$if(merchantId !== null, (query) => query.where('d.merchantId', '=', merchantId ?? ''))
    .$if(before !== null, (query) => query.where('d.createdAt', '<=', before ?? ''))
    .execute();
}

/** So many are looked up by their ids and sorted; beyond, the list is walked in its order and stops at the page's end. */
const mostLookedUp = 2_000;

/**
 * Dossiers whose number, or whose consumer, representative, merchant, respondent or employee in charge (by name, address of mail or town), hold every word of what was
 * typed; last changed first, `limit` at most after the position named. None when nothing was typed.
 */
export async function dossiersFound(db: Database, { words, ...page }: { words: string } & PageAsked) {
  const many = await largeAmong(db, {
    consumers: consumersNamed(words),
    employees: employeesNamed(words),
    merchants: merchantsNamed(words),
  });
  const ids = many.size > 0 ? null : await lookedUp(db, words);
  // A name that half of the people share is read along the order of the list: each row asks sets that were hashed once, or for its own people.
  const found = ids ? sql<boolean>`d.id = any (${ids}::uuid[])` : concerns(words, many);
  return overseen(db, orders.changed, page).where(found).execute();
}

/** Ids of what holds the words; null when there are too many to look up. */
async function lookedUp(db: Database, words: string): Promise<string[] | null> {
  const { rows } = await sql<{
    id: string;
  }>`select id from (${matching(words)}) found limit ${mostLookedUp + 1}`.execute(db);
  return rows.length <= mostLookedUp ? rows.map(({ id }) => id) : null;
}

/** Sets of people and companies that hold words. */
type Named = 'consumers' | 'employees' | 'merchants';

const consumersNamed = (words: string) =>
  sql`select u.id from app_user u where u.kind = 'consumer' and ${holds(words, 'u.search')}`;
const employeesNamed = (words: string) =>
  sql`select u.id from app_user u where u.kind = 'merchant' and ${holds(words, 'u.search')}`;
const respondentsNamed = (words: string) =>
  sql`select r.merchant_id from app_user u join merchant_member r on r.user_id = u.id and r.role = 'respondent' and ${currentMember('r')}
    where u.kind = 'merchant' and ${holds(words, 'u.search')}`;
const merchantsNamed = (words: string) => sql`select s.id from merchant s where ${holds(words, 's.search')}`;

/** Ids of dossiers that hold the words, from the people and companies that do; some of them twice. */
function matching(words: string): RawBuilder<unknown> {
  return sql`${numberedAs(words)}
    union all select c.id from dossier c where c.consumer_id in (${consumersNamed(words)})
    union all select c.id from dossier c where c.representative_id in (${consumersNamed(words)})
    union all select c.id from dossier c where c.handler_id in (${employeesNamed(words)})
    union all select c.id from dossier c where c.merchant_id in (${respondentsNamed(words)})
    union all select c.id from dossier c where c.merchant_id in (${merchantsNamed(words)})`;
}

/**
 * Condition: the dossier holds the words. Joined by « or », so that each set is hashed once, when a row first asks it, and looked up row by row; of a set that is large
 * each row asks for its own person or company.
 */
function concerns(words: string, many: ReadonlySet<Named>): RawBuilder<boolean> {
  const one = (table: 'app_user' | 'merchant', id: string) =>
    sql`(select true from ${sql.table(table)} o where o.id = ${sql.ref(id)} and ${holds(words, 'o.search')}) is true`;
  const consumer = (id: string) =>
    many.has('consumers') ? one('app_user', id) : sql`${sql.ref(id)} in (${consumersNamed(words)})`;
  const parts = [
    sql`d.id in (${numberedAs(words)})`,
    consumer('d.consumer_id'),
    sql`(d.representative_id is not null and ${consumer('d.representative_id')})`,
    sql`(d.handler_id is not null and ${many.has('employees') ? one('app_user', 'd.handler_id') : sql`d.handler_id in (${employeesNamed(words)})`})`,
    many.has('employees')
      ? sql`(select true from (${respondentsNamed(words)} and r.merchant_id = d.merchant_id) o limit 1) is true`
      : sql`d.merchant_id in (${respondentsNamed(words)})`,
    many.has('merchants') ? one('merchant', 'd.merchant_id') : sql`d.merchant_id in (${merchantsNamed(words)})`,
  ];
  return sql<boolean>`(${sql.join(parts, sql` or `)})`;
}
