import { AppError } from '#contracts/errors.ts';
import { personById, type Person } from '#db/accounts/people.ts';
import { AppUser } from '#db/schema/index.ts';
import { inTransaction } from '#db/transaction.ts';
import { tell } from '#web/server/security-log/index.ts';
import { enqueuePasswordNotice } from '../account-mail.ts';
import type { AccountDeps } from '../deps.ts';
import { readLink, useCode, voidCodes } from '../one-time-codes.ts';
import { checkStrength, hashPassword } from '../passwords/passwords.ts';

/** Whose link this is, for the page that asks for a password. @throws AppError `auth.link_invalid`. */
export async function openLink(
  deps: AccountDeps,
  token: string,
): Promise<Pick<Person, 'email' | 'kind' | 'firstName'>> {
  const { person } = await linkOwner(deps, token);
  return { email: person.email, kind: person.kind, firstName: person.firstName };
}

/**
 * F-017, F-021: sets the first password and uses the link up. The mail that brought it proves the address.
 * @throws AppError `auth.link_invalid`, `auth.weak_password`, `auth.too_many_attempts`.
 */
export async function activate(
  deps: AccountDeps,
  { token, password, ip }: { token: string; password: string; ip: string },
): Promise<string> {
  await deps.limits.count('codePlace', ip);
  const { link, person } = await linkOwner(deps, token);
  await deps.limits.count('newPassword', person.id);
  await checkStrength(password, [person.email, person.firstName, person.lastName], ip);
  const passwordHash = await hashPassword(password);
  await inTransaction(deps, async ({ db, entities }) => {
    await useCode({ ...deps, db }, link.id);
    await voidCodes({ ...deps, db }, { userId: person.id, purpose: 'reset_password' });
    const account = await entities.findOneOrFail(AppUser, person.id);
    account.passwordHash = passwordHash;
    account.emailVerifiedAt ??= deps.now().toISOString();
    // A link sent again to an account in use replaces its password.
    if (person.passwordHash) await enqueuePasswordNotice(db, person, deps.now());
  });
  tell('link.used', { subject: person.id });
  await deps.sessions.endAll(person.id);
  return person.id;
}

async function linkOwner(deps: AccountDeps, token: string) {
  const link = await readLink(deps, token);
  const person = link ? await personById(deps.db, link.userId) : null;
  if (!link || !person || person.disabled) {
    tell('link.refused', {});
    throw new AppError('auth.link_invalid');
  }
  return { link, person };
}
