import { randomUUID } from 'node:crypto';
import { AppError } from '#contracts/errors.ts';
import { isUuid } from '#contracts/ids.ts';
import { waiveFormerAddress } from '#db/accounts/email-changes.ts';
import { deleteFactors, factorsOf } from '#db/accounts/factors.ts';
import { holdAccount, personById } from '#db/accounts/people.ts';
import { deleteSessionsOf } from '#db/accounts/sessions.ts';
import { accountOfAddress, accountRow, runningDossiersOf, type AccountRow } from '#db/directory/accounts.ts';
import type { Database } from '#db/database.ts';
import { inTransaction } from '#db/transaction.ts';
import { tell } from '#web/server/security-log/index.ts';
import { enqueueWayInNotice, type WayInChange } from '../accounts/account-mail.ts';
import { auditOnce } from '../office/audit.ts';
import type { AccountAct, DirectoryDeps } from './types.ts';

/** An account with what its owner proves themselves with, as counts. */
type AccountDetails = AccountRow & {
  authenticator: boolean;
  passkeys: number;
  recoveryCodes: number;
  /** Until when its owner may change its address without the present one. */
  waivedUntil: string | null;
  /** Dossiers under way that keep a consumer's account open. */
  running: { id: string; number: string }[];
};

/** The account of an address, written whole; null when there is none. */
export function findAccount(db: Database, email: string): Promise<AccountRow | null> {
  return accountOfAddress(db, email);
}

/** @throws AppError `access.not_found`. */
export async function accountDetails(
  { db, now }: Pick<DirectoryDeps, 'db' | 'now'>,
  userId: string,
): Promise<AccountDetails> {
  const row = isUuid(userId) ? await accountRow(db, userId) : null;
  if (!row) throw new AppError('access.not_found');
  const { authenticatorSince, passkeys, recoveryCodes } = await factorsOf(db, row.id);
  const waivedUntil = row.waivedUntil !== null && row.waivedUntil > now().toISOString() ? row.waivedUntil : null;
  const running = row.kind === 'consumer' ? await runningDossiersOf(db, row.id) : [];
  const factors = { authenticator: authenticatorSince !== null, passkeys: passkeys.length, recoveryCodes };
  return { ...row, ...factors, waivedUntil, running };
}

/** Signs a person out everywhere when they call the Office (ASVS 7.4.5); told by mail. @throws AppError `access.not_found`, `account.own`. */
export function endSessionsOf(deps: DirectoryDeps, act: AccountAct): Promise<void> {
  return onAccount(deps, { ...act, action: 'account.sessions_ended', change: 'sessions-ended' }, async (db) => {
    await deleteSessionsOf(db, act.userId);
  });
}

/**
 * Removes all second factors of a person who lost them, and ends their sessions (ASVS 6.4.4): they sign in with their password, and set up others where one
 * is required; told by mail. An officer does not do it for themselves.
 *
 * @throws AppError `access.not_found`, `account.own`.
 */
export function resetFactorsOf(deps: DirectoryDeps, act: AccountAct): Promise<void> {
  return onAccount(deps, { ...act, action: 'account.factors_reset', change: 'factors-reset' }, async (db) => {
    await deleteFactors(db, act.userId);
    await deleteSessionsOf(db, act.userId);
    tell('factor.removed', { subject: act.userId, factor: 'all' });
  });
}

/** How long a person may change their address without the former one, once the Office made sure that it is them. */
const waiverHours = 24;

/**
 * Lets a person who lost their mailbox change their address with the code of the new one only, for a day (ADR 53): the password is still asked, and the
 * former address is told of this and of the change. An officer does not do it for themselves.
 *
 * @throws AppError `access.not_found`, `account.own`.
 */
export function waiveFormerAddressOf(deps: DirectoryDeps, act: AccountAct): Promise<void> {
  return onAccount(deps, { ...act, action: 'account.address_waived', change: 'address-waived' }, async (db) => {
    const until = new Date(deps.now().getTime() + waiverHours * 3_600_000).toISOString();
    await waiveFormerAddress(db, { userId: act.userId, until });
  });
}

async function onAccount(
  deps: DirectoryDeps,
  { actorId, userId, key = randomUUID(), action, change }: AccountAct & { action: string; change: WayInChange },
  perform: (db: Database) => Promise<void>,
): Promise<void> {
  if (actorId === userId) throw new AppError('account.own');
  await inTransaction(deps, async ({ db }) => {
    const person = isUuid(userId) ? await personById(db, userId) : null;
    if (!person) throw new AppError('access.not_found');
    if (!(await auditOnce(db, { actorId, action, subject: userId, key }))) return;
    await holdAccount(db, userId);
    await perform(db);
    await enqueueWayInNotice(db, { to: person, change, at: deps.now() });
  });
}
