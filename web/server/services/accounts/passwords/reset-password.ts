import { href, pages } from '#contracts/pages/index.ts';
import { AppError } from '#contracts/errors.ts';
import { holdAccount, personByEmail, personById, replacePassword } from '#db/accounts/people.ts';
import { AppUser } from '#db/schema/index.ts';
import { inTransaction } from '#db/transaction.ts';
import { tell } from '#web/server/security-log/index.ts';
import { enqueueAccountMailIf, enqueuePasswordNotice } from '../account-mail.ts';
import type { AccountDeps } from '../deps.ts';
import { countSending } from '../../limits/count-sending.ts';
import { knownDevice } from '../known-device.ts';
import { issueCode, ownerOfCode, useCode, voidCodes } from '../one-time-codes.ts';
import { checkStrength, hashPassword } from './passwords.ts';
import { demandPassword } from './present-password.ts';
import { pendingOf, type Pending } from '../pending.ts';

/**
 * Sends a code to choose a new password, if the address has an account in use; the answer and the work done are the same if not. Codes that others
 * asked for are not affected: nobody can void the owner's code by asking for another, nor use up those of a browser that the owner used before
 * (ADR 24).
 *
 * @throws AppError `auth.too_many_attempts`.
 */
export async function askReset(
  deps: AccountDeps,
  { email, ip, device = null }: { email: string; ip: string; device?: string | null },
): Promise<string> {
  await deps.limits.count('sendPlace', ip);
  const owner = await personByEmail(deps.db, email);
  const known = knownDevice(deps.secrets, owner?.id ?? null, device);
  if (known === null) {
    await countSending(deps.limits, { email, ip });
    await deps.limits.count('resetAccount', email);
  } else await deps.limits.count('sendDevice', known);
  tell('code.asked', { subject: email, purpose: 'reset_password' });
  return inTransaction(deps, async ({ db }) => {
    const person = await personByEmail(db, email);
    const inUse = person && !person.disabled && person.passwordHash ? person : null;
    const { id, code, until } = await issueCode({ ...deps, db }, inUse?.id ?? null);
    const nobody = { id: null, email, firstName: '', lastName: '', language: 'fr' as const };
    const params = { until, path: href(pages.accounts.reset) };
    const sealed = { secrets: deps.secrets, params: { code } };
    const mail = { to: inUse ?? nobody, template: 'password-reset', subject: id, params, sealed } as const;
    await enqueueAccountMailIf(db, inUse !== null, mail);
    return pendingOf('reset_password', id);
  });
}

/**
 * Sets the new password and signs the person out everywhere (ASVS 7.4.3). The code is compared before anything is done with the password, and
 * consumed only when the password is saved: a wrong code changes nothing, and a weak password does not consume the code.
 *
 * @throws AppError `auth.code_wrong`, `auth.code_expired`, `auth.weak_password`, `auth.too_many_attempts`.
 */
export async function resetPassword(
  deps: AccountDeps,
  { pending, code, password, ip }: { pending: Pending; code: string; password: string; ip: string },
): Promise<string> {
  await deps.limits.count('codePlace', ip);
  const userId = await ownerOfCode(deps, pending.id, code);
  await deps.limits.count('newPassword', userId);
  const person = await personById(deps.db, userId);
  if (!person || person.disabled) throw new AppError('auth.code_expired');
  await checkStrength(password, [person.email, person.firstName, person.lastName], ip);
  const passwordHash = await hashPassword(password);
  await inTransaction(deps, async ({ db, entities }) => {
    // Two codes of one person, used in the same instant, would wait for each other.
    await holdAccount(db, userId);
    await useCode({ ...deps, db }, pending.id);
    await voidCodes({ ...deps, db }, { userId, purpose: 'reset_password' });
    const account = await entities.findOneOrFail(AppUser, userId);
    account.passwordHash = passwordHash;
    await enqueuePasswordNotice(db, person, deps.now());
  });
  tell('code.used', { subject: userId, purpose: 'reset_password' });
  tell('password.changed', { subject: userId, by: 'code' });
  await deps.sessions.endAll(userId);
  await deps.limits.reset('signInAccount', person.email);
  return userId;
}

/**
 * Changes a password; the present one is required (ASVS 6.2.3). The caller ends the other sessions.
 * @throws AppError `auth.bad_password`, `auth.weak_password`, `auth.too_many_attempts`.
 */
export async function changePassword(
  deps: AccountDeps,
  { userId, current, password }: { userId: string; current: string; password: string },
): Promise<void> {
  await deps.limits.count('newPassword', userId);
  const person = await demandPassword(deps, { userId, current });
  await checkStrength(password, [person.email, person.firstName, person.lastName], userId);
  const passwordHash = await hashPassword(password);
  await inTransaction(deps, async ({ db }) => {
    // The password that was given must still be the password: another may have been chosen meanwhile, with a code.
    const changed = await replacePassword(db, { userId, former: person.passwordHash, passwordHash });
    if (!changed) throw new AppError('auth.bad_password');
    await enqueuePasswordNotice(db, person, deps.now());
  });
  tell('password.changed', { subject: userId, by: 'password' });
}
