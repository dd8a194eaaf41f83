import { randomUUID } from 'node:crypto';
import { href, pages } from '#contracts/pages/index.ts';
import { sql } from 'kysely';
import { AppError } from '#contracts/errors.ts';
import { isUuid } from '#contracts/ids.ts';
import { currentMember } from '#db/queries/membership.ts';
import { firstRow, type Db } from '#db/queries/sql.ts';
import { owe } from '../accounts/mail.ts';
import { issueLink } from '../accounts/one-time-codes.ts';
import { personById } from '../accounts/people.ts';
import type { UserKind } from '../accounts/types.ts';
import { auditOnce } from '../office/audit.ts';
import type { Database } from '#db/database.ts';
import type { DirectoryDeps, NewPerson, StaffKind } from './types.ts';

export type OpenedAccount = { id: string; kind: UserKind; fresh: boolean; disabled: boolean; activated: boolean };

/**
 * Opens an account without a password, or finds the one that has this address.
 *
 * @throws AppError `account.of_…` when it is of another kind: an address serves one kind.
 */
export async function openAccount(
  tx: Db,
  kind: StaffKind,
  person: NewPerson & { accreditation?: string },
): Promise<OpenedAccount> {
  const account = await firstRow(
    tx,
    sql<OpenedAccount>`
      insert into app_user (id, kind, email, first_name, last_name, language, accreditation)
      values (${randomUUID()}, ${kind}, ${person.email}, ${person.firstName}, ${person.lastName}, ${person.language},
        ${person.accreditation ?? ''})
      on conflict (email) do update set updated_at = app_user.updated_at
      returning id, kind, (xmax = 0) as fresh, disabled_at is not null as disabled, password_hash is not null as activated`,
  );
  if (!account) throw new AppError('platform.unexpected');
  if (account.kind !== kind) throw new AppError(`account.of_${account.kind}`);
  return account;
}

/**
 * F-016, F-020: owes the mail with the user name and a new activation link; the former link stops working.
 *
 * @param merchantId the company that the mail names; the one joined last without it.
 * @throws AppError `access.not_found` for no account or a closed one, `account.active` once a password was chosen.
 */
export async function sendLink(deps: DirectoryDeps, tx: Database, userId: string, merchantId?: string): Promise<void> {
  const person = isUuid(userId) ? await personById(tx, userId) : null;
  if (!person || person.disabled || person.kind === 'consumer') throw new AppError('access.not_found');
  if (person.passwordHash) throw new AppError('account.active');
  const { id, token, until } = await issueLink({ ...deps, db: tx }, userId);
  const params = { userName: person.email, until, path: href(pages.accounts.activation, { token }) };
  if (person.kind === 'merchant') {
    const merchantName = await companyOf(tx, userId, merchantId ?? null);
    await owe(tx, person, 'merchant-activation', id, { ...params, merchantName });
  } else await owe(tx, person, `${person.kind}-activation`, id, params);
}

/** The Office's « Envoyer un autre lien ». @throws AppError as {@link sendLink}. */
export async function resendActivation(
  deps: DirectoryDeps,
  actorId: string | null,
  userId: string,
  key: string = randomUUID(),
): Promise<void> {
  await deps.db.transaction().execute(async (tx) => {
    if (await auditOnce(tx, actorId, 'activation.resent', userId, key)) await sendLink(deps, tx, userId);
  });
}

/** Closes an account: its sessions end at once, and neither password nor link opens anything (ASVS 7.4.2). */
export async function closeAccount(deps: DirectoryDeps, tx: Database, userId: string): Promise<void> {
  await sql`update app_user set disabled_at = coalesce(disabled_at, ${deps.now()}), updated_at = now()
    where id = ${userId}`.execute(tx);
  await sql`delete from session where user_id = ${userId}`.execute(tx);
}

/** Opens a closed account again, with the password it had. */
export async function reopenAccount(tx: Db, userId: string): Promise<void> {
  await sql`update app_user set disabled_at = null, updated_at = now() where id = ${userId} and disabled_at is not null`.execute(
    tx,
  );
}

async function companyOf(tx: Db, userId: string, merchantId: string | null): Promise<string> {
  const row = await firstRow(
    tx,
    sql<{ name: string }>`select m.name from merchant_member mm join merchant m on m.id = mm.merchant_id
      where mm.user_id = ${userId} and ${currentMember('mm')} and (${merchantId}::uuid is null or m.id = ${merchantId}::uuid)
      order by mm.since desc limit 1`,
  );
  if (!row) throw new AppError('access.not_found');
  return row.name;
}
