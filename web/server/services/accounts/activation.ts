import { sql } from 'kysely';
import { AppError } from '#contracts/errors.ts';
import type { AccountDeps } from './deps.ts';
import { owePasswordNotice } from './mail.ts';
import { readLink, useCode, voidCodes } from './one-time-codes.ts';
import { checkStrength, hashPassword } from './passwords.ts';
import { personById, type Person } from './people.ts';

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
export async function activate(deps: AccountDeps, token: string, password: string, ip: string): Promise<string> {
  await deps.limits.count('codePlace', ip);
  const { link, person } = await linkOwner(deps, token);
  await deps.limits.count('newPassword', person.id);
  await checkStrength(password, [person.email, person.firstName, person.lastName], ip);
  const passwordHash = await hashPassword(password);
  await deps.db.transaction().execute(async (tx) => {
    await useCode({ ...deps, db: tx }, link.id);
    await voidCodes({ ...deps, db: tx }, person.id, 'reset_password');
    await sql`update app_user set password_hash = ${passwordHash}, email_verified_at = coalesce(email_verified_at, ${deps.now()}),
      updated_at = now() where id = ${person.id}`.execute(tx);
    // A link sent anew to an account in use replaces its password.
    if (person.passwordHash) await owePasswordNotice(tx, person, deps.now());
  });
  await deps.sessions.endAll(person.id);
  return person.id;
}

async function linkOwner(deps: AccountDeps, token: string) {
  const link = await readLink(deps, token);
  const person = link ? await personById(deps.db, link.userId) : null;
  if (!link || !person || person.disabled) throw new AppError('auth.link_invalid');
  return { link, person };
}
