import { AppError } from '#contracts/errors.ts';
import { personByEmail } from '#db/accounts/people.ts';
import { tell } from '#web/server/security-log/index.ts';
import type { AccountDeps } from './deps.ts';
import { passwordMatches } from './passwords/passwords.ts';
import type { UserKind } from './types.ts';

/**
 * Checks an address and a password, for every kind of person. Unknown, wrong, closed and never activated accounts answer alike, and
 * as slowly.
 *
 * @throws AppError `auth.bad_credentials`, `auth.too_many_attempts`.
 */
export async function signIn(
  deps: AccountDeps,
  { email, password, ip }: { email: string; password: string; ip: string },
): Promise<{ userId: string; kind: UserKind }> {
  await deps.limits.check('signInPlace', ip);
  // Counted before the password is checked: simultaneous attempts do not get extra tries.
  await deps.limits.count('signInAccount', email);
  const person = await personByEmail(deps.db, email);
  const matches = await passwordMatches(person?.passwordHash ?? null, password);
  if (!person || !matches || person.disabled) {
    await deps.limits.count('signInPlace', ip);
    tell('sign_in.refused', { subject: email });
    throw new AppError('auth.bad_credentials');
  }
  await deps.limits.reset('signInAccount', email);
  tell('sign_in.accepted', { subject: email });
  return { userId: person.id, kind: person.kind };
}
