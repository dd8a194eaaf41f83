import { href, pages } from '#contracts/pages/index.ts';
import { sql } from 'kysely';
import { AppError } from '#contracts/errors.ts';
import type { AccountDeps } from './deps.ts';
import { oweIf, owePasswordNotice } from './mail.ts';
import { issueCode, ownerOfCode, useCode, voidCodes } from './one-time-codes.ts';
import { checkStrength, hashPassword, passwordMatches } from './passwords.ts';
import { pendingOf, type Pending } from './pending.ts';
import { personByEmail, personById } from './people.ts';

/**
 * Sends a code to choose a new password, if the address has an account in use; the answer and the work done are the same if not. Codes
 * asked by others are not touched: whoever asks cannot void what the owner asked for.
 *
 * @throws AppError `auth.too_many_attempts`.
 */
export async function askReset(deps: AccountDeps, email: string, ip: string): Promise<string> {
  await deps.limits.count('sendPlace', ip);
  await deps.limits.count('sendAccount', email);
  return deps.db.transaction().execute(async (tx) => {
    const person = await personByEmail(tx, email);
    const inUse = person && !person.disabled && person.passwordHash ? person : null;
    const { id, code, until } = await issueCode({ ...deps, db: tx }, inUse?.id ?? null);
    const nobody = { id: null, email, firstName: '', lastName: '', language: 'fr' as const };
    await oweIf(inUse !== null, tx, inUse ?? nobody, 'password-reset', id, {
      code,
      until,
      path: href(pages.accounts.reset),
    });
    return pendingOf('reset_password', id);
  });
}

/**
 * Sets the new password and signs the person out everywhere (ASVS 7.4.3). The code is compared before anything is done with the password,
 * and used up with the writing only: a wrong code costs nothing, and a weak password does not cost the code.
 *
 * @throws AppError `auth.code_wrong`, `auth.code_expired`, `auth.weak_password`, `auth.too_many_attempts`.
 */
export async function resetPassword(
  deps: AccountDeps,
  pending: Pending,
  code: string,
  password: string,
  ip: string,
): Promise<string> {
  await deps.limits.count('codePlace', ip);
  const userId = await ownerOfCode(deps, pending.id, code);
  await deps.limits.count('newPassword', userId);
  const person = await personById(deps.db, userId);
  if (!person || person.disabled) throw new AppError('auth.code_expired');
  await checkStrength(password, [person.email, person.firstName, person.lastName], ip);
  const passwordHash = await hashPassword(password);
  await deps.db.transaction().execute(async (tx) => {
    await useCode({ ...deps, db: tx }, pending.id);
    await voidCodes({ ...deps, db: tx }, userId, 'reset_password');
    await sql`update app_user set password_hash = ${passwordHash}, updated_at = now() where id = ${userId}`.execute(tx);
    await owePasswordNotice(tx, person, deps.now());
  });
  await deps.sessions.endAll(userId);
  await deps.limits.reset('signInAccount', person.email);
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
  await deps.limits.count('newPassword', userId);
  const person = await personById(deps.db, userId);
  if (!person) throw new AppError('auth.required');
  await deps.limits.count('signInAccount', person.email);
  if (!(await passwordMatches(person.passwordHash, current))) throw new AppError('auth.bad_password');
  await deps.limits.reset('signInAccount', person.email);
  await checkStrength(password, [person.email, person.firstName, person.lastName], userId);
  const passwordHash = await hashPassword(password);
  await deps.db.transaction().execute(async (tx) => {
    // The password that was given must still be the password: another may have been chosen meanwhile, with a code.
    const changed = await sql`update app_user set password_hash = ${passwordHash}, updated_at = now()
      where id = ${userId} and password_hash = ${person.passwordHash}`.execute(tx);
    if (Number(changed.numAffectedRows ?? 0) === 0) throw new AppError('auth.bad_password');
    await owePasswordNotice(tx, person, deps.now());
  });
}
