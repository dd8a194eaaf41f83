import { sql } from 'kysely';
import type { Database } from '../database.ts';
import { fullName } from '../sql.ts';
import { accountState, linkColumns, staffAccounts } from './staff.ts';
import { foldedName, holds } from './text-search.ts';

/** A mediator, with how many mediations are under way. */
export type MediatorRow = Awaited<ReturnType<typeof searchMediators>>[number];

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
    ]);
}

/** Mediators by name who hold `search`, `limit` at most after the mediator `after`. */
export function searchMediators(
  db: Database,
  { search, after, limit }: { search: string; after: string | null; limit: number },
) {
  return mediators(db)
    .where(holds(search, 'u.search'))
    .$if(after !== null, (query) =>
      query.where(
        sql<boolean>`(${foldedName('u')}, u.id) > (select ${foldedName('x')}, x.id from app_user x where x.id = ${after}::uuid)`,
      ),
    )
    .orderBy(foldedName('u'))
    .orderBy('u.id')
    .limit(limit)
    .execute();
}

/** How many mediators hold `search`. */
export async function countMediators(db: Database, search: string): Promise<number> {
  const { count } = await db
    .selectFrom('app_user as u')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('u.kind', '=', 'mediator')
    .where(holds(search, 'u.search'))
    .executeTakeFirstOrThrow();
  return count;
}

export function mediatorRow(db: Database, userId: string): Promise<MediatorRow | undefined> {
  return mediators(db).where('u.id', '=', userId).executeTakeFirst();
}

/** Who could lead a mediation between these parties: active accounts, with the dossiers that each already led with the same merchant. */
export function mediatorsFor(db: Database, { merchantId, dossierId }: { merchantId: string; dossierId: string }) {
  return mediators(db)
    .where('u.disabledAt', 'is', null)
    .where('u.passwordHash', 'is not', null)
    .select((query) => [
      query
        .selectFrom('dossier as e')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .whereRef('e.mediatorId', '=', 'u.id')
        .where('e.merchantId', '=', merchantId)
        .where('e.id', '<>', dossierId)
        .$asScalar()
        .$notNull()
        .as('earlier'),
    ])
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

/** Everyone who could lead a mediation: active accounts, with what each has under way, by name. */
export function activeMediators(db: Database) {
  return mediators(db)
    .where('u.disabledAt', 'is', null)
    .where('u.passwordHash', 'is not', null)
    .orderBy(foldedName('u'))
    .orderBy('u.id')
    .execute();
}

/** How many dossiers each mediator has led with each of these merchants, under `mediator merchant`. */
export async function earlierWith(db: Database, merchantIds: readonly string[]): Promise<Map<string, number>> {
  if (merchantIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('dossier')
    .select(({ fn }) => ['mediatorId', 'merchantId', fn.countAll<number>().as('count')])
    .where('merchantId', 'in', merchantIds)
    .where('mediatorId', 'is not', null)
    .groupBy(['mediatorId', 'merchantId'])
    .execute();
  return new Map(rows.map(({ mediatorId, merchantId, count }) => [`${mediatorId} ${merchantId}`, count]));
}

/** The mediations that a mediator has under way, with what choosing somebody else takes, by number. */
export function dossiersToHandOver(db: Database, { mediatorId, limit }: { mediatorId: string; limit: number }) {
  return db
    .selectFrom('dossier as d')
    .innerJoin('merchant as m', 'm.id', 'd.merchantId')
    .innerJoin('app_user as c', 'c.id', 'd.consumerId')
    .select(['d.id', 'd.number', 'd.state', 'd.merchantId', 'd.problemKind', 'm.name as merchantName', 'c.language'])
    .where('d.mediatorId', '=', mediatorId)
    .where('d.status', '=', 'mediation')
    .orderBy('d.number')
    .limit(limit)
    .execute();
}

/** Numbers of dossiers, by their ids. */
export async function dossierNumbers(db: Database, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom('dossier').select(['id', 'number']).where('id', 'in', ids).execute();
  return new Map(rows.map(({ id, number }) => [id, number]));
}
