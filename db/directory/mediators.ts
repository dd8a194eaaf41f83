import { sql, type Expression, type RawBuilder } from 'kysely';
import { upgradeState } from '#domain/dossier/state/upgrade.ts';
import type { Database } from '../database.ts';
import { comesAfter, inOrder, placeIn, type PageAsked, type RowOrder } from '../ordered.ts';
import { fullName } from '../sql.ts';
import { accountState, linkColumns, staffAccounts, type AccountState } from './staff.ts';
import { foldedName, holds } from './text-search.ts';

/** A mediator, with how many mediations are under way. */
export type MediatorRow = NonNullable<Awaited<ReturnType<typeof mediatorRow>>>;

/** The kinds of problem that are somebody's field, in the order of their codes. */
const fieldsOf = (id: Expression<string>) =>
  sql<string[]>`array(select f.problem_kind from mediator_field f where f.mediator_id = ${id} order by 1)`;

function mediators(db: Database) {
  return staffAccounts(db)
    .where('u.kind', '=', 'mediator')
    .select((query) => [
      'u.id',
      'u.firstName',
      'u.lastName',
      fullName('u').as('name'),
      'u.email',
      'u.accreditation',
      'u.language',
      accountState.as('state'),
      ...linkColumns,
      query
        .selectFrom('dossier as d')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .whereRef('d.mediatorId', '=', 'u.id')
        .where('d.status', '=', 'mediation')
        .$asScalar()
        .$notNull()
        .as('mediations'),
      fieldsOf(query.ref('u.id')).as('fields'),
    ]);
}

/** In which order: by last name, or those with most mediations under way first. */
export type MediatorOrder = 'name' | 'load';

/** What the mediators are narrowed to; null where they are not. */
export type MediatorFilter = { state: AccountState | null; language: 'fr' | 'en' | null };

const orders: Record<MediatorOrder, RowOrder> = {
  name: { by: foldedName('u'), type: 'text', named: true },
  load: {
    by: sql`(select count(*) from dossier d where d.mediator_id = u.id and d.status = 'mediation')`,
    type: 'bigint',
    down: true,
  },
};

/** Whether an order is one of names. */
export const isByName = (order: MediatorOrder): boolean => orders[order].named === true;

function keptBy({ state, language }: MediatorFilter): RawBuilder<boolean> {
  return sql<boolean>`${state === null ? sql`true` : sql`${accountState} = ${state}`}
    and ${language === null ? sql`true` : sql`${sql.ref('u.language')} = ${language}`}`;
}

/** The mediators that hold the words of a search, and that a filter keeps. */
export type MediatorsAsked = { search: string; filter: MediatorFilter };

/** Those, `limit` at most after the position named: chosen first, then read with what is shown of each. */
export function searchMediators(
  db: Database,
  { search, filter, order, after, limit }: MediatorsAsked & { order: MediatorOrder } & PageAsked,
) {
  const id = sql.ref('u.id');
  const sorted = sql`${inOrder(orders[order], id)}`;
  const page = asked(db, { search, filter })
    .where(comesAfter(orders[order], id, after))
    .orderBy(sorted)
    .limit(limit);
  return mediators(db).select(placeIn(orders[order]).as('cursor')).where('u.id', 'in', page).orderBy(sorted).execute();
}

const asked = (db: Database, { search, filter }: MediatorsAsked) =>
  db
    .selectFrom('app_user as u')
    .select('u.id')
    .where('u.kind', '=', 'mediator')
    .where(holds(search, 'u.search'))
    .where(keptBy(filter));

/** How many a filter keeps, counted up to `most`. */
export async function countMediators(
  db: Database,
  { filter, most }: { filter: MediatorFilter; most: number },
): Promise<number> {
  const { count } = await db
    .selectFrom(asked(db, { search: '', filter }).limit(sql.lit(most)).as('u'))
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

export function mediatorRow(db: Database, userId: string) {
  return mediators(db).where('u.id', '=', userId).executeTakeFirst();
}

/**
 * How many dossiers each mediator was given or ever led, handed on since or not, with each of these merchants: the condition of the index dossier_led, along
 * which it is counted.
 */
const ledWith = (merchantIds: readonly string[], { but }: { but: string | null } = { but: null }) =>
  sql<{ mediatorId: string; merchantId: string; count: number }>`(
    select l.mediator_id, d.merchant_id, count(*)::int as count from dossier d
    cross join lateral (
      select d.mediator_id as mediator_id where d.mediator_id is not null
      union select led::uuid from jsonb_array_elements_text(d.led_by) led
    ) l
    where (d.mediator_id is not null or d.led_by <> '[]'::jsonb) and d.merchant_id = any (${merchantIds}::uuid[])
      and d.id is distinct from ${but}::uuid
    group by l.mediator_id, d.merchant_id)`;

/** Who could lead a mediation between these parties: active accounts, with the other dossiers that each was given or ever led with the same merchant. */
export function mediatorsFor(db: Database, { merchantId, dossierId }: { merchantId: string; dossierId: string }) {
  return mediators(db)
    .where('u.disabledAt', 'is', null)
    .where('u.passwordHash', 'is not', null)
    .leftJoin(ledWith([merchantId], { but: dossierId }).as('l'), 'l.mediatorId', 'u.id')
    .select(sql<number>`coalesce(${sql.ref('l.count')}, 0)`.as('earlier'))
    .orderBy(foldedName('u'))
    .orderBy('u.id')
    .execute();
}

/** The mediations that a mediator has under way, by number. */
export function mediationsOf(db: Database, userId: string): Promise<{ id: string; number: string }[]> {
  return db
    .selectFrom('dossier')
    .select(['id', 'number'])
    .where('mediatorId', '=', userId)
    .where('status', '=', 'mediation')
    .orderBy('number')
    .execute();
}

/** States which kinds of problem are a mediator's field, in place of those that were. */
export async function replaceFields(db: Database, mediatorId: string, kinds: readonly string[]): Promise<void> {
  await db.deleteFrom('mediator_field').where('mediatorId', '=', mediatorId).execute();
  if (kinds.length === 0) return;
  await db
    .insertInto('mediator_field')
    .values(kinds.map((problemKind) => ({ mediatorId, problemKind })))
    .execute();
}

/** Everyone who could lead a mediation: active accounts, with what each has under way, by name. */
export function activeMediators(db: Database) {
  return mediators(db)
    .where('u.disabledAt', 'is', null)
    .where('u.passwordHash', 'is not', null)
    .orderBy(foldedName('u'))
    .orderBy('u.id')
    .execute();
}

/** Whom the Office's list of dossiers may be narrowed to, by name: active accounts, and closed ones that dossiers name. */
export function mediatorsToChoose(db: Database) {
  return db
    .selectFrom('app_user as u')
    .select([
      'u.id',
      fullName('u').as('name'),
      ({ eb }) => eb('u.disabledAt', 'is not', null).$castTo<boolean>().as('closed'),
    ])
    .where('u.kind', '=', 'mediator')
    .where(({ and, or, eb, exists, selectFrom }) =>
      or([
        and([eb('u.disabledAt', 'is', null), eb('u.passwordHash', 'is not', null)]),
        exists(selectFrom('dossier as d').select('d.id').whereRef('d.mediatorId', '=', 'u.id')),
      ]),
    )
    .orderBy(foldedName('u'))
    .orderBy('u.id')
    .execute();
}

/** How many dossiers each mediator was given or ever led with each of these merchants, under `mediator merchant`. */
export async function earlierWith(db: Database, merchantIds: readonly string[]): Promise<Map<string, number>> {
  if (merchantIds.length === 0) return new Map();
  const rows = await db
    .selectFrom(ledWith(merchantIds).as('l'))
    .select(['l.mediatorId', 'l.merchantId', 'l.count'])
    .execute();
  return new Map(rows.map(({ mediatorId, merchantId, count }) => [`${mediatorId} ${merchantId}`, count]));
}

/** The mediations that a mediator has under way, with what choosing somebody else takes, by number. */
export async function dossiersToHandOver(db: Database, { mediatorId, limit }: { mediatorId: string; limit: number }) {
  const rows = await db
    .selectFrom('dossier as d')
    .innerJoin('merchant as m', 'm.id', 'd.merchantId')
    .innerJoin('app_user as c', 'c.id', 'd.consumerId')
    .select(['d.id', 'd.number', 'd.state', 'd.merchantId', 'd.problemKind', 'm.name as merchantName', 'c.language'])
    .where('d.mediatorId', '=', mediatorId)
    .where('d.status', '=', 'mediation')
    .orderBy('d.number')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...row, state: upgradeState(row.state) }));
}

/** Numbers of dossiers, by their ids. */
export async function dossierNumbers(db: Database, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom('dossier').select(['id', 'number']).where('id', 'in', ids).execute();
  return new Map(rows.map(({ id, number }) => [id, number]));
}
