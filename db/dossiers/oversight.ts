import { sql, type RawBuilder } from 'kysely';
import type { Status, TurnHolder } from '#domain/dossier/types.ts';
import type { Database } from '../database.ts';
import { gathered, holds } from '../directory/text-search.ts';
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
  const sets = await gathered(db, setsNamed(words));
  const ids = isWhole(sets) ? await lookedUp(db, words, sets) : null;
  // A name that half of the people share is read along the order of the list: each row asks for its own people and company.
  const found = ids ? sql<boolean>`d.id = any (${ids}::uuid[])` : concerns(words, sets);
  return overseen(db, orders.changed, page).where(found).execute();
}

/** People and companies that hold words, by their ids; null for too many. */
type Sets = Record<'consumers' | 'employees' | 'respondents' | 'merchants', string[] | null>;
type WholeSets = { [name in keyof Sets]: string[] };

const isWhole = (sets: Sets): sets is WholeSets => Object.values(sets).every((ids) => ids !== null);

/** `respondents`: the companies that they answer for. */
function setsNamed(words: string): Record<keyof Sets, RawBuilder<unknown>> {
  const named = (kind: 'consumer' | 'merchant') => sql`u.kind = ${sql.lit(kind)} and ${holds(words, 'u.search')}`;
  return {
    consumers: sql`select u.id from app_user u where ${named('consumer')}`,
    employees: sql`select u.id from app_user u where ${named('merchant')}`,
    respondents: sql`select r.merchant_id from app_user u
      join merchant_member r on r.user_id = u.id and r.role = 'respondent' and ${currentMember('r')} where ${named('merchant')}`,
    merchants: sql`select s.id from merchant s where ${holds(words, 's.search')}`,
  };
}

const among = (column: string, ids: string[]) => sql`${sql.ref(column)} = any (${ids}::uuid[])`;

/** Ids of the dossiers that hold the words; null when there are too many to look up. */
async function lookedUp(db: Database, words: string, sets: WholeSets): Promise<string[] | null> {
  const { rows } = await sql<{ id: string }>`select id from (${numberedAs(words)}
      union all select c.id from dossier c where ${among('c.consumer_id', sets.consumers)}
      union all select c.id from dossier c where ${among('c.representative_id', sets.consumers)}
      union all select c.id from dossier c where ${among('c.handler_id', sets.employees)}
      union all select c.id from dossier c where ${among('c.merchant_id', [...sets.respondents, ...sets.merchants])}
    ) found limit ${mostLookedUp + 1}`.execute(db);
  return rows.length <= mostLookedUp ? rows.map(({ id }) => id) : null;
}

/** Condition: the dossier holds the words. Of a set that is large each row asks for its own person or company alone. */
function concerns(words: string, { consumers, employees, respondents, merchants }: Sets): RawBuilder<boolean> {
  const one = (table: 'app_user' | 'merchant', column: string) =>
    sql`(select true from ${sql.table(table)} o where o.id = ${sql.ref(column)} and ${holds(words, 'o.search')}) is true`;
  const person = (column: string, ids: string[] | null) => (ids ? among(column, ids) : one('app_user', column));
  const parts = [
    sql`d.id in (${numberedAs(words)})`,
    person('d.consumer_id', consumers),
    sql`(d.representative_id is not null and ${person('d.representative_id', consumers)})`,
    sql`(d.handler_id is not null and ${person('d.handler_id', employees)})`,
    respondents
      ? among('d.merchant_id', respondents)
      : sql`(select true from (${setsNamed(words).respondents} and r.merchant_id = d.merchant_id) o limit 1) is true`,
    merchants ? among('d.merchant_id', merchants) : one('merchant', 'd.merchant_id'),
  ];
  return sql<boolean>`(${sql.join(parts, sql` or `)})`;
}
