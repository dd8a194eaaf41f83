import { sql } from 'kysely';
import type { AccessPerson } from '#contracts/schemas/participation.ts';
import type { Database, Row } from '../database.ts';
import { fullName, json } from '../sql.ts';

/** What a respondent asked (F-019), with the names of the company, of who asked, and of whose access is to end. */
export type AccessRequestRow = Awaited<ReturnType<ReturnType<typeof requests>['executeTakeFirstOrThrow']>>;

const requests = (db: Database) =>
  db
    .selectFrom('access_request as r')
    .innerJoin('merchant as m', 'm.id', 'r.merchantId')
    .innerJoin('app_user as a', 'a.id', 'r.askedBy')
    .leftJoin('app_user as p', 'p.id', 'r.memberId')
    .select([
      'r.id',
      'r.merchantId',
      'm.name as merchantName',
      'r.kind',
      'r.person',
      'r.memberId',
      sql<string | null>`${fullName('p')}`.as('memberName'),
      'p.email as memberEmail',
      'r.body',
      'r.askedBy',
      fullName('a').as('askedByName'),
      'r.askedAt',
      'r.state',
      'r.answer',
      'r.answeredAt',
    ]);

/** What was asked for a company, newest first, `limit` at most. */
export function accessRequestsOf(
  db: Database,
  { merchantId, limit }: { merchantId: string; limit: number },
): Promise<AccessRequestRow[]> {
  return requests(db)
    .where('r.merchantId', '=', merchantId)
    .orderBy('r.askedAt', 'desc')
    .orderBy('r.id')
    .limit(limit)
    .execute();
}

export async function accessRequestById(db: Database, id: string): Promise<AccessRequestRow | null> {
  return (await requests(db).where('r.id', '=', id).executeTakeFirst()) ?? null;
}

/** The same, locked until the transaction ends. */
export async function lockAccessRequest(db: Database, id: string): Promise<AccessRequestRow | null> {
  await db.selectFrom('access_request').select('id').where('id', '=', id).forUpdate().execute();
  return accessRequestById(db, id);
}

/** How many of a company's wait for an answer, and whether one of them asks the end of this person's access, or access for this address. */
export async function waitingAccess(
  db: Database,
  { merchantId, memberId, email }: { merchantId: string; memberId: string | null; email: string | null },
): Promise<{ count: number; same: boolean }> {
  const { rows } = await sql<{ count: number; same: boolean }>`
    select count(*)::int as count,
      coalesce(bool_or(member_id = ${memberId}::uuid or person ->> 'email' = ${email}::text), false) as same
    from access_request where merchant_id = ${merchantId}::uuid and state = 'waiting'`.execute(db);
  return rows[0] ?? { count: 0, same: false };
}

/** Makes the requests of a company follow one another. Locked until the transaction ends. */
export async function lockAccessOf(db: Database, merchantId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`access:${merchantId}`}, 0))`.execute(db);
}

/** @param asked its id is the key of its form. */
export async function insertAccessRequest(
  db: Database,
  asked: Pick<Row<'access_request'>, 'id' | 'merchantId' | 'kind' | 'memberId' | 'body' | 'askedBy' | 'askedAt'> & {
    person: AccessPerson | null;
  },
): Promise<void> {
  const { person, ...row } = asked;
  await db
    .insertInto('access_request')
    .values({ ...row, person: person && json(person) })
    .execute();
}

export async function answerAccessRequest(
  db: Database,
  {
    id,
    ...answered
  }: Pick<Row<'access_request'>, 'id' | 'answer' | 'answeredAt' | 'answeredBy'> & {
    state: 'done' | 'declined';
  },
): Promise<void> {
  await db.updateTable('access_request').set(answered).where('id', '=', id).execute();
}
