import { randomUUID } from 'node:crypto';
import { href, pages } from '#contracts/pages/index.ts';
import { sql } from 'kysely';
import { AppError } from '#contracts/errors.ts';
import { isUuid } from '#contracts/ids.ts';
import type { Database } from '#db/database.ts';
import { currentMember } from '#db/queries/membership.ts';
import { allRows, firstRow, iso, type Db } from '#db/queries/sql.ts';
import { owe } from '../accounts/mail.ts';
import { personById } from '../accounts/people.ts';
import { auditOnce } from '../office/audit.ts';
import { closeAccount, openAccount, reopenAccount, sendLink } from './accounts.ts';
import { folded, linkColumns, linkJoin } from './lookup.ts';
import type { AccountState, DirectoryDeps, MerchantRole, NewPerson } from './types.ts';

export type MemberRow = {
  id: string;
  name: string;
  email: string;
  role: MerchantRole;
  state: AccountState;
  since: string;
  until: string | null;
  linkUntil: string | null;
  mailFailed: boolean;
  /** Open dossiers of this company that the person has charge of. */
  inCharge: number;
};

/** How a person came in: with a new account, or with the one they had. */
export type Joined = { id: string; outcome: 'opened' | 'joined' };

/** The people of a merchant, those whose access was removed last. */
export function listMembers(db: Db, merchantId: string): Promise<MemberRow[]> {
  return allRows(
    db,
    sql<MemberRow>`
      select u.id, trim(u.first_name || ' ' || u.last_name) as name, u.email::text as email, mm.role,
        case when not ${currentMember('mm')} or u.disabled_at is not null then 'removed'
          when u.password_hash is null then 'invited' else 'active' end as state,
        ${iso('mm.since')} as since, ${iso('mm.until')} as until, ${linkColumns},
        (select count(*)::int from dossier d where d.merchant_id = mm.merchant_id and d.handler_id = u.id
          and d.status in ('submitted', 'negotiation', 'mediationRequested', 'mediation')) as "inCharge"
      from merchant_member mm join app_user u on u.id = mm.user_id ${linkJoin}
      where mm.merchant_id = ${merchantId}::uuid
      order by ${currentMember('mm')} desc, mm.role desc, ${folded('u.last_name')}, ${folded('u.first_name')}, u.id`,
  );
}

/** @throws AppError `access.not_found`. */
export async function memberOf(db: Db, merchantId: string, userId: string): Promise<MemberRow> {
  const members = isUuid(merchantId) ? await listMembers(db, merchantId) : [];
  const member = members.find(({ id }) => id === userId);
  if (!member) throw new AppError('access.not_found');
  return member;
}

/**
 * F-014…F-016, F-019: gives a person access for a merchant. Who has no account gets one, and its activation link; who has one already
 * (for another merchant, or for this one before) is told by mail that it opens this company too.
 *
 * @throws AppError `member.exists` for who has access already, `account.of_…` for an address of another kind of account.
 */
export function addMember(
  deps: DirectoryDeps,
  actorId: string | null,
  merchantId: string,
  person: NewPerson,
  role: MerchantRole,
  key: string = randomUUID(),
): Promise<Joined> {
  return within(deps.db, async (tx) => {
    const account = await openAccount(tx, 'merchant', person);
    const subject = `${merchantId}:${account.id}`;
    const { email, firstName, lastName, language } = person;
    const joined: Joined = { id: account.id, outcome: account.fresh ? 'opened' : 'joined' };
    if (
      !(await auditOnce(tx, actorId, 'member.added', subject, `${key}:member`, {
        email,
        firstName,
        lastName,
        language,
        role,
      }))
    )
      return joined;
    const row = await firstRow(
      tx,
      sql<{ userId: string }>`
        insert into merchant_member (merchant_id, user_id, role, since) values (${merchantId}, ${account.id}, ${role}, ${deps.now()})
        on conflict (merchant_id, user_id) do update set role = excluded.role, since = excluded.since, until = null
          where not ${currentMember('merchant_member')}
        returning user_id as "userId"`,
    );
    if (!row) throw new AppError('member.exists');
    if (account.disabled) await reopenAccount(tx, account.id);
    if (account.activated) await tellAccess(tx, account.id, merchantId, key);
    else await sendLink(deps, tx, account.id, merchantId);
    return joined;
  });
}

/**
 * F-019: removes a person's access to a merchant, at once: they are signed out everywhere, and pages that they still have open refuse.
 * Who is left without any company has their account closed, so that neither password nor link opens anything. Dossiers that they had
 * charge of have nobody in charge until a colleague takes over; meanwhile the respondents get the notices.
 *
 * @throws AppError `access.not_found` for who never was a member.
 */
export async function endMembership(
  deps: DirectoryDeps,
  actorId: string | null,
  merchantId: string,
  userId: string,
  key: string = randomUUID(),
): Promise<void> {
  await deps.db.transaction().execute(async (tx) => {
    await memberOf(tx, merchantId, userId);
    if (!(await auditOnce(tx, actorId, 'member.ended', `${merchantId}:${userId}`, key))) return;
    // By the clock that reads compare it with, so that not a second is left.
    await sql`update merchant_member set until = now()
      where merchant_id = ${merchantId} and user_id = ${userId} and ${currentMember('merchant_member')}`.execute(tx);
    await sql`delete from session where user_id = ${userId}`.execute(tx);
    const left = await firstRow(
      tx,
      sql<{
        id: string;
      }>`select merchant_id as id from merchant_member where user_id = ${userId} and ${currentMember('merchant_member')} limit 1`,
    );
    if (!left) await closeAccount(deps, tx, userId);
  });
}

/** Gives removed access back, as it was. @throws AppError `access.not_found`, `member.exists`. */
export async function restoreMember(
  deps: DirectoryDeps,
  actorId: string | null,
  merchantId: string,
  userId: string,
  key: string = randomUUID(),
): Promise<void> {
  const member = await memberOf(deps.db, merchantId, userId);
  const person = await personById(deps.db, userId);
  if (!person) throw new AppError('access.not_found');
  await addMember(deps, actorId, merchantId, person, member.role, key);
}

/** F-019: makes a representative the respondent, or the reverse. @throws AppError `access.not_found`. */
export async function changeRole(
  deps: DirectoryDeps,
  actorId: string | null,
  merchantId: string,
  userId: string,
  role: MerchantRole,
  key: string = randomUUID(),
): Promise<void> {
  await deps.db.transaction().execute(async (tx) => {
    await memberOf(tx, merchantId, userId);
    if (!(await auditOnce(tx, actorId, `member.${role}`, `${merchantId}:${userId}`, key))) return;
    await sql`update merchant_member set role = ${role} where merchant_id = ${merchantId} and user_id = ${userId}`.execute(
      tx,
    );
  });
}

async function tellAccess(tx: Database, userId: string, merchantId: string, key: string): Promise<void> {
  const person = await personById(tx, userId);
  const merchant = await firstRow(tx, sql<{ name: string }>`select name from merchant where id = ${merchantId}::uuid`);
  if (!person || !merchant) throw new AppError('access.not_found');
  const params = { userName: person.email, merchantName: merchant.name, path: href(pages.dossier.list) };
  await owe(tx, person, 'merchant-access', `${userId}:${key}`, params);
}

/** In the caller's transaction when there is one, else in one of its own. */
function within<T>(db: Database, work: (tx: Database) => Promise<T>): Promise<T> {
  return db.isTransaction ? work(db) : db.transaction().execute(work);
}
