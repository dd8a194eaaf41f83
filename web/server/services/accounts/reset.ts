import { AppError } from '#contracts/errors.ts';
import type { AccountDeps } from './deps.ts';
import { takePendingCode } from './code-answers.ts';
import { owe, owePasswordNotice } from './mail.ts';
import { issueCode } from './one-time-codes.ts';
import { checkStrength, hashPassword, passwordMatches } from './passwords.ts';
import { pendingOf, pendingOfNobody, type Pending } from './pending.ts';
import { personByEmail, personById } from './people.ts';
import { sql } from 'kysely';

/**
 * Sends a code to choose a new password, if the address has an account in use; the answer is the same if not.
 * @throws AppError `auth.too_many_attempts`.
 */
export async function askReset(deps: AccountDeps, email: string, ip: string): Promise<string> {
  await deps.limits.count('sendPlace', ip);
  await deps.limits.count('sendAccount', email.toLowerCase());
  const person = await personByEmail(deps.db, email);
  if (!person || person.disabled || !person.passwordHash) return pendingOfNobody('reset_password', deps.now());
  return deps.db.transaction().execute(async (tx) => {
    const { id, code, until } = await issueCode({ ...deps, db: tx }, person.id, 'reset_password');
    await owe(tx, person, 'password-reset', id, { code, until, path: '/mot-de-passe/code' });
    return pendingOf('reset_password', id, until);
  });
}

/**
 * Sets the new password and signs the person out everywhere (ASVS 7.4.3). Reading the mail proves the address too.
 * @throws AppError `auth.weak_password`, `auth.code_wrong`, `auth.code_expired`, `auth.too_many_attempts`.
 */
export async function resetPassword(
  deps: AccountDeps,
  pending: Pending,
  code: string,
  password: string,
  ip: string,
): Promise<string> {
  // Before the code is used up: a weak password must not cost it.
  await checkStrength(password, [], ip);
  const passwordHash = await hashPassword(password);
  const userId = await takePendingCode(deps, pending, code, ip);
  const person = await deps.db.transaction().execute(async (tx) => {
    await sql`update app_user set password_hash = ${passwordHash}, updated_at = now(),
      email_verified_at = coalesce(email_verified_at, ${deps.now()}) where id = ${userId}`.execute(tx);
    const changed = await personById(tx, userId);
    if (changed) await owePasswordNotice(tx, changed, deps.now());
    return changed;
  });
  await deps.sessions.endAll(userId);
  if (person) await deps.limits.reset('signInAccount', person.email.toLowerCase());
  return userId;
}

/**
 * Changes a password, the present one given (ASVS 6.2.3). The caller ends the other sessions.
 * @throws AppError `auth.bad_password`, `auth.weak_password`, `auth.too_many_attempts`.
 */
export async function changePassword(
  deps: AccountDeps,
  userId: string,
  current: string,
  password: string,
): Promise<void> {
  const person = await personById(deps.db, userId);
  if (!person) throw new AppError('auth.required');
  await deps.limits.count('signInAccount', person.email.toLowerCase());
  if (!(await passwordMatches(person.passwordHash, current))) throw new AppError('auth.bad_password');
  await checkStrength(password, [person.email, person.firstName, person.lastName], userId);
  const passwordHash = await hashPassword(password);
  await deps.db.transaction().execute(async (tx) => {
    await sql`update app_user set password_hash = ${passwordHash}, updated_at = now() where id = ${userId}`.execute(tx);
    await owePasswordNotice(tx, person, deps.now());
  });
  await deps.limits.reset('signInAccount', person.email.toLowerCase());
}
