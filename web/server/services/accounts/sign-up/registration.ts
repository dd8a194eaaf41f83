import { randomUUID } from 'node:crypto';
import { href, pages } from '#contracts/pages/index.ts';
import type { Language } from '#content/texts/index.ts';
import { AppError } from '#contracts/errors.ts';
import type { RegistrationForm } from '#contracts/schemas/account.ts';
import { personByEmail, type Person } from '#db/accounts/people.ts';
import { inTransaction } from '#db/transaction.ts';
import type { Database } from '#db/database.ts';
import {
  answerRegistration,
  formerCodesOf,
  insertRegistration,
  openProvedAccount,
  replaceCode,
  waitingRegistration,
} from '#db/accounts/registrations.ts';
import { tell } from '#web/server/security-log/index.ts';
import { enqueueAccountMail } from '../account-mail.ts';
import { countSending } from '../../limits/count-sending.ts';
import type { AccountDeps } from '../deps.ts';
import { codeAttempts, codeHashes, demandNewest, demandRight, makeCode } from '../one-time-codes.ts';
import { checkStrength, hashPassword } from '../passwords/passwords.ts';
import { pendingOf, type Pending } from '../pending.ts';

/**
 * F-010, F-011: stores what someone typed to have a consumer's account, until a code proves the address. There is no account before, and each sign-up
 * is independent: its code makes the account from it, in the browser that keeps its id. The answer and the work done are the same whether the address
 * has an account or not: a person who has one is notified by e-mail.
 *
 * @returns what the browser keeps until the code comes back.
 * @throws AppError `auth.weak_password`, `auth.too_many_attempts`.
 */
export async function register(
  deps: AccountDeps,
  { form, ip, language }: { form: RegistrationForm; ip: string; language: Language },
): Promise<string> {
  const { email, firstName, lastName, password } = form;
  await deps.limits.count('sendPlace', ip);
  await deps.limits.count('newPassword', email);
  await checkStrength(password, [email, firstName, lastName], ip);
  await countSending(deps.limits, { email, ip });
  const passwordHash = await hashPassword(password);
  const id = randomUUID();
  const { code, hash: codeHash, until } = makeCode(deps, id);
  await inTransaction(deps, async ({ db }) => {
    await insertRegistration(db, {
      id,
      email,
      passwordHash,
      firstName,
      lastName,
      language,
      codeHash,
      codeExpiresAt: until.toISOString(),
      createdAt: deps.now().toISOString(),
    });
    await writeTo({ ...deps, db }, { email, language }, { code, until });
  });
  tell('code.asked', { subject: email, purpose: 'verify_email' });
  return pendingOf('verify_email', id);
}

/**
 * Makes the account of this sign-up. If the address has an account by now, that account is unchanged, its owner is notified by e-mail, and the code
 * is void.
 *
 * @returns the new account.
 * @throws AppError `auth.code_wrong`, `auth.code_expired`, `auth.code_replaced` for the code of an earlier mail, `auth.too_many_attempts`.
 */
export async function verifyEmail(
  deps: AccountDeps,
  { pending: { id }, code, ip }: { pending: Pending; code: string; ip: string },
): Promise<string> {
  await deps.limits.count('codePlace', ip);
  const answer = { id, codeHashes: codeHashes(deps.secrets, id, code), at: deps.now().toISOString() };
  const compared = await answerRegistration(deps.db, { ...answer, maxAttempts: codeAttempts });
  if (!compared?.right) demandNewest(deps, code, await formerCodesOf(deps.db, id));
  demandRight(deps, 'verify_email', compared);
  const userId = await inTransaction(deps, async ({ db }) => {
    const proved = await openProvedAccount(db, answer);
    if (proved && 'userId' in proved) return proved.userId;
    const known = proved ? await personByEmail(db, proved.taken.email) : null;
    if (known) await tellOwner(db, known);
    return null;
  });
  // Thrown after the transaction, otherwise the mail would be rolled back with it.
  if (!userId) throw new AppError('auth.code_expired');
  tell('code.used', { subject: userId, purpose: 'verify_email' });
  return userId;
}

/** Sends another code for the sign-up that this browser waits for, and no other; the same answer when there is none. */
export async function resendVerification(
  deps: AccountDeps,
  { pending, ip }: { pending: Pending; ip: string },
): Promise<string> {
  await deps.limits.count('sendPlace', ip);
  const waiting = await waitingRegistration(deps.db, { id: pending.id, at: deps.now().toISOString() });
  if (waiting) {
    await countSending(deps.limits, { email: waiting.email, ip });
    await inTransaction(deps, async ({ db }) => {
      const tx = { ...deps, db };
      await writeTo(tx, waiting, await renewCode(tx, pending.id));
    });
    tell('code.asked', { subject: waiting.email, purpose: 'verify_email' });
  }
  return pendingOf('verify_email', pending.id);
}

/** Puts another code in place of the one of a sign-up. */
export async function renewCode(
  deps: Pick<AccountDeps, 'db' | 'now' | 'secrets'>,
  id: string,
): Promise<{ code: string; until: Date }> {
  const { code, hash, until } = makeCode(deps, id);
  await replaceCode(deps.db, { id, codeHash: hash, codeExpiresAt: until.toISOString() });
  return { code, until };
}

/** Enqueues the code, or the notice that there is an account, to an address that someone typed. It contains nothing else of what they typed. */
async function writeTo(
  { db: tx, secrets }: Pick<AccountDeps, 'db' | 'secrets'>,
  to: { email: string; language: Language },
  { code, until }: { code: string; until: Date },
): Promise<void> {
  const known = await personByEmail(tx, to.email);
  if (known) return tellOwner(tx, known);
  const nobodyYet = { id: null, firstName: '', lastName: '', ...to };
  const params = { until: until.toISOString(), path: href(pages.accounts.verify) };
  const sealed = { secrets, params: { code } };
  await enqueueAccountMail(tx, {
    to: nobodyYet,
    template: 'email-verification',
    subject: randomUUID(),
    params,
    sealed,
  });
}

function tellOwner(tx: Database, known: Person): Promise<void> {
  const params = { path: href(pages.accounts.signIn) };
  return enqueueAccountMail(tx, { to: known, template: 'account-exists', subject: randomUUID(), params });
}
