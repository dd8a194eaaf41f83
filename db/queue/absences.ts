import { sql } from 'kysely';
import type { Database, Row } from '../database.ts';
import { fullName } from '../sql.ts';

/** An absence that stands: whose, in which company, and who stands in. Days are civil, `YYYY-MM-DD`, both ends included. */
export type MemberAbsenceRow = Pick<
  Row<'member_absence'>,
  'id' | 'merchantId' | 'userId' | 'substituteId' | 'firstDay' | 'lastDay'
> & { name: string; substituteName: string; merchantName: string };

/** Absences of a company are written one at a time: whoever else writes one there waits until the transaction ends. */
export async function lockCompany(db: Database, merchantId: string): Promise<void> {
  await sql`select from merchant where id = ${merchantId}::uuid for no key update`.execute(db);
}

/** Absences of people of these companies that stand and are not over on a day, first to last. */
export function memberAbsences(
  db: Database,
  merchantIds: readonly string[],
  today: string,
): Promise<MemberAbsenceRow[]> {
  return db
    .selectFrom('member_absence as a')
    .innerJoin('app_user as u', 'u.id', 'a.userId')
    .innerJoin('app_user as s', 's.id', 'a.substituteId')
    .innerJoin('merchant as m', 'm.id', 'a.merchantId')
    .select([
      'a.id',
      'a.merchantId',
      'a.userId',
      'a.substituteId',
      'a.firstDay',
      'a.lastDay',
      fullName('u').as('name'),
      fullName('s').as('substituteName'),
      'm.name as merchantName',
    ])
    .where(sql<boolean>`a.merchant_id = any (${merchantIds}::uuid[])`)
    .where('a.cancelledAt', 'is', null)
    .where('a.lastDay', '>=', today)
    .orderBy('a.firstDay')
    .orderBy('a.id')
    .execute();
}

export async function insertMemberAbsence(
  db: Database,
  absence: Omit<MemberAbsenceRow, 'name' | 'substituteName' | 'merchantName'> & { declaredBy: string; at: string },
): Promise<void> {
  const { at, ...row } = absence;
  await db
    .insertInto('member_absence')
    .values({ ...row, declaredAt: at })
    .execute();
}

/** @returns false when it is cancelled already: of two at once one does it. */
export async function cancelMemberAbsence(db: Database, { id, at }: { id: string; at: string }): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('member_absence')
    .set({ cancelledAt: at })
    .where('id', '=', id)
    .where('cancelledAt', 'is', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}
