import { AppError } from '#contracts/errors.ts';
import { spendCode } from '#db/accounts/one-time-codes.ts';
import { holdAccount, personById, type Person } from '#db/accounts/people.ts';
import { calledName } from '#domain/typed/person-name.ts';
import { AppUser } from '#db/schema/index.ts';
import { inTransaction } from '#db/transaction.ts';
import { tell } from '#web/server/security-log/index.ts';
import { enqueuePasswordNotice } from '../account-mail.ts';
import type { AccountDeps } from '../deps.ts';
import { readLink, voidCodes } from '../one-time-codes.ts';
import { checkStrength, hashPassword } from '../passwords/passwords.ts';

/**
 * Where an activation link stands. `open`: a password may be chosen with it. `active`: it was used, or another was: the account has a password.
 * `replaced`: a newer link was sent. `expired`: nobody used it in time.
 */
type LinkState = 'open' | 'active' | 'replaced' | 'expired';

/** Whose link this is, for the page that asks for a password. @throws AppError `auth.link_invalid` for an unknown link or a closed account. */
export async function openLink(
  deps: AccountDeps,
  token: string,
): Promise<Pick<Person, 'email'> & { name: string; state: LinkState }> {
  const { link, person } = await linkOwner(deps, token);
  const state = link.live ? 'open' : person.passwordHash ? 'active' : link.used ? 'replaced' : 'expired';
  return { email: person.email, name: calledName(person), state };
}

/**
 * F-017, F-021: sets the first password and uses the link up. The mail that brought it proves the address.
 *
 * @returns whose account it is; null when the link was used, replaced or too old: {@link openLink} says which.
 * @throws AppError `auth.link_invalid`, `auth.weak_password`, `auth.too_many_attempts`.
 */
export async function activate(
  deps: AccountDeps,
  { token, password, ip }: { token: string; password: string; ip: string },
): Promise<string | null> {
  await deps.limits.count('codePlace', ip);
  const { link, person } = await linkOwner(deps, token);
  if (!link.live) return null;
  await deps.limits.count('newPassword', person.id);
  await checkStrength(password, [person.email, person.firstName, person.lastName], ip);
  const passwordHash = await hashPassword(password);
  const used = await inTransaction(deps, async ({ db, entities }) => {
    await holdAccount(db, person.id);
    // Of two at once one succeeds.
    if (!(await spendCode(db, { id: link.id, at: deps.now().toISOString() }))) return false;
    await voidCodes({ ...deps, db }, { userId: person.id, purpose: 'reset_password' });
    const account = await entities.findOneOrFail(AppUser, person.id);
    account.passwordHash = passwordHash;
    account.emailVerifiedAt ??= deps.now().toISOString();
    // A link sent again to an account in use replaces its password.
    if (person.passwordHash) await enqueuePasswordNotice(db, person, deps.now());
    return true;
  });
  if (!used) return null;
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
