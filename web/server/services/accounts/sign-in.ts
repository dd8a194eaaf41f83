import { AppError } from '#contracts/errors.ts';
import { personByEmail, replacePassword } from '#db/accounts/people.ts';
import { tell } from '#web/server/security-log/index.ts';
import type { AccountDeps } from './deps.ts';
import { secondStepMark } from './factors/second-step-mark.ts';
import { knownDevice } from './known-device.ts';
import { checkPassword, hashPassword } from './passwords/passwords.ts';
import type { UserKind } from './types.ts';

/**
 * Checks an address and a password, for every kind of person. Unknown, wrong, closed and never activated accounts answer alike, and
 * as slowly. Tries from a browser that this person used before are counted apart: strangers who guess cannot keep its owner out (ADR 24).
 *
 * @returns `mark`: that this password was right (factors/second-step-mark.ts).
 * @throws AppError `auth.bad_credentials`, `auth.too_many_attempts`.
 */
export async function signIn(
  deps: AccountDeps,
  { email, password, ip, device = null }: { email: string; password: string; ip: string; device?: string | null },
): Promise<{ userId: string; kind: UserKind; mark: string }> {
  await deps.limits.check('signInPlace', ip);
  const person = await personByEmail(deps.db, email);
  const known = knownDevice(deps.secrets, person?.id ?? null, device);
  const rule = known === null ? 'signInAccount' : 'signInDevice';
  // Counted before the password is checked: simultaneous attempts do not get extra tries.
  await deps.limits.count(rule, known ?? email);
  const { right, renew } = await checkPassword(person?.passwordHash ?? null, password);
  if (!person || !right || person.disabled) {
    await deps.limits.count('signInPlace', ip);
    tell('sign_in.refused', { subject: email, device: known === null ? 'new' : 'known' });
    throw new AppError('auth.bad_credentials');
  }
  await deps.limits.reset(rule, known ?? email);
  tell('sign_in.accepted', { subject: email });
  let { passwordHash } = person;
  if (renew) {
    const renewed = await hashPassword(password);
    if (await replacePassword(deps.db, { userId: person.id, former: passwordHash, passwordHash: renewed }))
      passwordHash = renewed;
  }
  const mark = secondStepMark(deps.secrets, { userId: person.id, passwordHash }, deps.now());
  return { userId: person.id, kind: person.kind, mark };
}
