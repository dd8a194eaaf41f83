import { AppError } from '#contracts/errors.ts';
import { holdPassword, personById, type Person } from '#db/accounts/people.ts';
import type { Database } from '#db/database.ts';
import { tell } from '#web/server/security-log/index.ts';
import type { AccountDeps } from '../deps.ts';
import { enqueueWayInNotice } from '../account-mail.ts';
import { checkPassword } from './passwords.ts';

/**
 * The person, once they gave their present password: asked before a sensitive change (ASVS 6.2.3, 7.5.1, 7.5.2). Counted for the person who is signed in: a
 * stranger who guesses elsewhere does not use these tries up.
 *
 * @throws AppError `auth.bad_password`, `auth.too_many_attempts`.
 */
export async function demandPassword(
  deps: AccountDeps,
  { userId, current }: { userId: string; current: string },
): Promise<Person> {
  const person = await personById(deps.db, userId);
  if (!person) throw new AppError('auth.required');
  await deps.limits.count('signInDevice', userId);
  if (!(await checkPassword(person.passwordHash, current)).right) {
    tell('sign_in.refused', { subject: person.email, device: 'known' });
    throw new AppError('auth.bad_password');
  }
  await deps.limits.reset('signInDevice', userId);
  return person;
}

/**
 * In the transaction of what the password was asked for: it is still the password, and what else changes the ways into the account waits. One that was replaced
 * meanwhile, by its owner with a code, adds nothing to the account after that.
 *
 * @param person as {@link demandPassword} found them. @throws AppError `auth.bad_password`.
 */
export async function demandStill(db: Database, { id, passwordHash }: Person): Promise<void> {
  if (!(await holdPassword(db, { userId: id, passwordHash }))) throw new AppError('auth.bad_password');
}

/**
 * Before sessions are ended from the profile: the password, and the notice that they are, for an owner who did not do it (ASVS 6.3.7, 7.5.2).
 *
 * @throws AppError as {@link demandPassword}.
 */
export async function endingSessions(deps: AccountDeps, asked: { userId: string; current: string }): Promise<void> {
  const to = await demandPassword(deps, asked);
  await enqueueWayInNotice(deps.db, { to, change: 'own-sessions-ended', at: deps.now() });
}
