import { randomUUID } from 'node:crypto';
import { href, pages } from '#contracts/pages/index.ts';
import { AppError } from '#contracts/errors.ts';
import { isUuid } from '#contracts/ids.ts';
import { openOrFindAccount, personById } from '#db/accounts/people.ts';
import { deleteSessionsOf } from '#db/accounts/sessions.ts';
import type { Database } from '#db/database.ts';
import { companyNameOf } from '#db/directory/members.ts';
import { AppUser } from '#db/schema/index.ts';
import { inTransaction, type Transaction } from '#db/transaction.ts';
import { enqueueAccountMail } from '../accounts/account-mail.ts';
import { issueLink } from '../accounts/one-time-codes.ts';
import { auditOnce } from '../office/audit.ts';
import type { AccountAct, DirectoryDeps, NewPerson, StaffKind } from './types.ts';

/**
 * Opens an account without a password, or finds the one that has this address; its row is held until the transaction ends.
 *
 * @throws AppError `account.of_…` when it is of another kind: an address serves one kind.
 */
export async function openAccount(db: Database, kind: StaffKind, person: NewPerson & { accreditation?: string }) {
  const { email, firstName, lastName, language, accreditation = '', phone = '' } = person;
  const account = await openOrFindAccount(db, {
    id: randomUUID(),
    kind,
    email,
    firstName,
    lastName,
    language,
    accreditation,
    phone,
  });
  if (account.kind !== kind) throw new AppError(`account.of_${account.kind}`);
  return account;
}

/**
 * F-016, F-020: enqueues the mail with the user name and a new activation link; the former link stops working.
 *
 * @param asked.merchantId the company that the mail names; the one joined last without it.
 * @throws AppError `access.not_found` for no account, `form.gone` for one that was closed meanwhile, `account.active` once a password was chosen.
 */
export async function sendLink(
  deps: DirectoryDeps,
  { userId, merchantId }: { userId: string; merchantId?: string },
): Promise<void> {
  const { db } = deps;
  const person = isUuid(userId) ? await personById(db, userId) : null;
  if (!person || person.kind === 'consumer') throw new AppError('access.not_found');
  if (person.disabled) throw new AppError('form.gone');
  if (person.passwordHash) throw new AppError('account.active');
  const { id, token, until } = await issueLink(deps, userId);
  const params = { userName: person.email, until };
  const sealed = { secrets: deps.secrets, params: { path: href(pages.accounts.activation, { token }) } };
  if (person.kind === 'merchant') {
    const merchantName = await companyNameOf(db, { userId, merchantId: merchantId ?? null });
    if (!merchantName) throw new AppError('access.not_found');
    await enqueueAccountMail(db, {
      to: person,
      template: 'merchant-activation',
      subject: id,
      params: { ...params, merchantName },
      sealed,
    });
  } else
    await enqueueAccountMail(db, { to: person, template: `${person.kind}-activation`, subject: id, params, sealed });
}

/** The Office's « Envoyer un autre lien ». @throws AppError as {@link sendLink}. */
export async function resendActivation(
  deps: DirectoryDeps,
  { actorId, userId, key = randomUUID() }: AccountAct,
): Promise<void> {
  await inTransaction(deps, async ({ db }) => {
    const act = { actorId, action: 'activation.resent', subject: userId, key };
    if (await auditOnce(db, act)) await sendLink({ ...deps, db }, { userId });
  });
}

/** Closes an account: its sessions end at once, and neither password nor link opens anything (ASVS 7.4.2). Its owner is for the caller to tell. */
export async function closeAccount(
  { now }: DirectoryDeps,
  { db, entities }: Transaction,
  userId: string,
): Promise<void> {
  const account = await entities.findOneOrFail(AppUser, userId);
  account.disabledAt ??= now().toISOString();
  await deleteSessionsOf(db, userId);
}

/** Opens a closed account again, with the password it had. */
export async function reopenAccount({ entities }: Transaction, userId: string): Promise<void> {
  const account = await entities.findOneOrFail(AppUser, userId);
  account.disabledAt = null;
}

/** Tells the owner of an account, in its transaction, that the Office closed it or opened it again. */
export async function tellStanding(
  { now }: DirectoryDeps,
  db: Database,
  { userId, template }: { userId: string; template: 'account-closed' | 'account-reopened' },
): Promise<void> {
  const to = await personById(db, userId);
  if (!to) throw new AppError('access.not_found');
  const path = href(pages.accounts.signIn);
  const params = { changedAt: now().toISOString(), ...(template === 'account-reopened' ? { path } : {}) };
  await enqueueAccountMail(db, { to, template, subject: randomUUID(), params });
}
