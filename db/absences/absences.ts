import { sql } from 'kysely';
import type { Database, Row } from '../database.ts';
import { foldedName, holds } from '../directory/text-search.ts';
import { comesAfter, inOrder, placeIn, type PageAsked, type RowOrder } from '../ordered.ts';
import { fullName } from '../sql.ts';

/** An absence that stands, with whether its notice was late. Days are civil, `YYYY-MM-DD`, both ends included. */
export type AbsenceRow = Pick<Row<'mediator_absence'>, 'id' | 'firstDay' | 'lastDay' | 'late'>;

const columns = ['id', 'firstDay', 'lastDay', 'late'] as const;

/** Absences are told one at a time by each mediator: whoever else tells of theirs waits until the transaction ends. */
export async function lockMediator(db: Database, mediatorId: string): Promise<void> {
  await sql`select from app_user where id = ${mediatorId}::uuid for no key update`.execute(db);
}

/** A mediator's absences that stand and are not over on a day, first to last. */
export function absencesOf(db: Database, mediatorId: string, today: string): Promise<AbsenceRow[]> {
  return db
    .selectFrom('mediator_absence')
    .select(columns)
    .where('mediatorId', '=', mediatorId)
    .where('cancelledAt', 'is', null)
    .where('lastDay', '>=', today)
    .orderBy('firstDay')
    .execute();
}

/** Whether an absence is this mediator's, also when it is over or cancelled. */
export async function isAbsenceOf(
  db: Database,
  { id, mediatorId }: { id: string; mediatorId: string },
): Promise<boolean> {
  const found = await db
    .selectFrom('mediator_absence')
    .select('id')
    .where('id', '=', id)
    .where('mediatorId', '=', mediatorId)
    .executeTakeFirst();
  return found !== undefined;
}

/** Everybody's absences that stand and are not over on a day, by whose they are, first to last. */
export async function absencesByMediator(db: Database, today: string): Promise<Map<string, AbsenceRow[]>> {
  const rows = await db
    .selectFrom('mediator_absence')
    .select([...columns, 'mediatorId'])
    .where('cancelledAt', 'is', null)
    .where('lastDay', '>=', today)
    .orderBy('firstDay')
    .execute();
  const found = new Map<string, AbsenceRow[]>();
  for (const { mediatorId, ...absence } of rows) found.set(mediatorId, [...(found.get(mediatorId) ?? []), absence]);
  return found;
}

export async function insertAbsence(
  db: Database,
  absence: AbsenceRow & { mediatorId: string; at: string },
): Promise<void> {
  const { at, ...row } = absence;
  await db
    .insertInto('mediator_absence')
    .values({ ...row, declaredAt: at, changedAt: at })
    .execute();
}

export async function updateAbsence(
  db: Database,
  { id, firstDay, lastDay, late, at }: AbsenceRow & { at: string },
): Promise<void> {
  await db
    .updateTable('mediator_absence')
    .set({ firstDay, lastDay, late, changedAt: at })
    .where('id', '=', id)
    .execute();
}

export async function cancelAbsence(db: Database, { id, at }: { id: string; at: string }): Promise<void> {
  await db.updateTable('mediator_absence').set({ cancelledAt: at }).where('id', '=', id).execute();
}

/** An absence as the Office lists it: whose, how many mediations are under way with them, how many of those have their target date in it. */
export type OverseenAbsence = AbsenceRow & {
  mediatorId: string;
  name: string;
  running: number;
  targets: number;
  cursor: string;
};

/** In which order: by first day, by the mediator's name, or those in which most mediations fall first. */
export type OverseenAbsenceOrder = 'day' | 'name' | 'load';

const running = sql`(select count(*) from dossier d where d.mediator_id = a.mediator_id and d.status = 'mediation')`;

const orders: Record<OverseenAbsenceOrder, RowOrder> = {
  day: { by: sql`a.first_day`, type: 'date' },
  name: { by: foldedName('u'), type: 'text', named: true },
  load: { by: running, type: 'bigint', down: true },
};

/** Whether an order of absences is one of names. */
export const isAbsenceByName = (order: OverseenAbsenceOrder): boolean => orders[order].named === true;

/** Absences that stand and are not over on a day, `limit` at most after the position named; `begun`: only those of today; `words`: what a search of their mediators looks for. A target date is that of a day in Québec. */
export async function absencesOverseen(
  db: Database,
  {
    today,
    begun,
    words,
    order,
    after,
    limit,
  }: { today: string; begun: boolean; words: string | null; order: OverseenAbsenceOrder } & PageAsked,
): Promise<OverseenAbsence[]> {
  const id = sql`a.id`;
  const { rows } = await sql<OverseenAbsence>`
    select a.id, a.mediator_id as "mediatorId", a.first_day as "firstDay", a.last_day as "lastDay", a.late,
      ${fullName('u')} as name, ${running} as running, (select count(*) from dossier d
        where d.mediator_id = a.mediator_id and d.status = 'mediation'
          and ((d.state #>> '{mediation,target}')::timestamptz at time zone 'America/Toronto')::date
            between a.first_day and a.last_day) as targets, ${placeIn(orders[order])} as cursor
    from mediator_absence a join app_user u on u.id = a.mediator_id
    where a.cancelled_at is null and a.last_day >= ${today} and u.disabled_at is null
      and ${begun ? sql`a.first_day <= ${today}` : sql`true`}
      and ${words === null ? sql`true` : holds(words, 'u.search')} and ${comesAfter(orders[order], id, after)}
    order by ${inOrder(orders[order], id)} limit ${limit}`.execute(db);
  return rows;
}
