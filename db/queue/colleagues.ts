import { sql } from 'kysely';
import type { Database } from '../database.ts';
import { foldedName } from '../directory/text-search.ts';
import { awayToday, currentMember } from '../predicates.ts';
import { fullName } from '../sql.ts';

/** A member of a company today, with an account in use. `away`: today is a day of an absence of theirs. */
export type Colleague = {
  id: string;
  name: string;
  merchantId: string;
  merchantName: string;
  role: 'respondent' | 'representative';
  away: boolean;
};

/** Everybody who may have charge of a dossier of these companies, by company and name; not who has yet to open their account. */
export async function colleaguesIn(db: Database, merchantIds: readonly string[]): Promise<Colleague[]> {
  const { rows } = await sql<Colleague>`
    select u.id, ${fullName('u')} as name, mm.merchant_id as "merchantId", m.name as "merchantName", mm.role,
      exists (select 1 from member_absence a where a.merchant_id = mm.merchant_id and a.user_id = u.id and ${awayToday('a')}) as away
    from merchant_member mm join app_user u on u.id = mm.user_id join merchant m on m.id = mm.merchant_id
    where mm.merchant_id = any (${merchantIds}::uuid[]) and ${currentMember('mm')} and u.disabled_at is null and u.email_verified_at is not null
    order by m.name, m.id, ${foldedName('u')}, u.id`.execute(db);
  return rows;
}

/** Where people of a company are written to. */
type ColleagueAddress = {
  id: string;
  name: string;
  email: string;
  language: 'fr' | 'en';
  merchantName: string;
};

/** Those of these people who are members of the company. */
export async function addressesOf(
  db: Database,
  { merchantId, userIds }: { merchantId: string; userIds: readonly string[] },
): Promise<ColleagueAddress[]> {
  const { rows } = await sql<ColleagueAddress>`
    select u.id, ${fullName('u')} as name, u.email, u.language, m.name as "merchantName"
    from merchant_member mm join app_user u on u.id = mm.user_id join merchant m on m.id = mm.merchant_id
    where mm.merchant_id = ${merchantId}::uuid and u.id = any (${userIds}::uuid[]) and ${currentMember('mm')} and u.disabled_at is null
    order by u.id`.execute(db);
  return rows;
}
