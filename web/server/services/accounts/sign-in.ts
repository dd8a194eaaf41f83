import { AppError } from '#contracts/errors.ts';
import { personByEmail, replacePassword } from '#db/accounts/people.ts';
import type { AccountDeps } from './deps.ts';
import { checkPassword, hashPassword } from './passwords/passwords.ts';
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
  const { right, renew } = await checkPassword(person?.passwordHash ?? null, password);
  if (!person || !right || person.disabled) {
    await deps.limits.count('signInPlace', ip);
    throw new AppError('auth.bad_credentials');
  }
  await deps.limits.reset('signInAccount', email);
  if (renew) {
    const passwordHash = await hashPassword(password);
    await replacePassword(deps.db, { userId: person.id, former: person.passwordHash, passwordHash });
  }
  return { userId: person.id, kind: person.kind };
}
