import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Language } from '#content/texts/index.ts';
import type { RegistrationForm } from '#contracts/schemas/account.ts';
import type { Database } from '#db/database.ts';
import type { AccountDeps } from './deps.ts';
import { takePendingCode } from './code-answers.ts';
import { owe, type Recipient } from './mail.ts';
import { issueCode } from './one-time-codes.ts';
import { checkStrength, hashPassword } from './passwords.ts';
import { pendingOf, pendingOfNobody, type Pending } from './pending.ts';
import { personByEmail, personOfCode, type Person } from './people.ts';

/**
 * F-010, F-011: opens a consumer's account, to be used once its address is verified by a code. The answer is the same whether the
 * address has an account or not: a person who has one is told by e-mail.
 *
 * @returns what the browser keeps until the code comes back.
 * @throws AppError `auth.weak_password`, `auth.too_many_attempts`.
 */
export async function register(
  deps: AccountDeps,
  form: RegistrationForm,
  where: { ip: string; language: Language },
): Promise<string> {
  await checkStrength(form.password, [form.email, form.firstName, form.lastName], where.ip);
  await deps.limits.count('sendPlace', where.ip);
  await deps.limits.count('sendAccount', form.email.toLowerCase());
  // Before looking the address up, so that the time taken says nothing.
  const passwordHash = await hashPassword(form.password);
  return deps.db.transaction().execute(async (tx) => {
    const known = await personByEmail(tx, form.email);
    if (known && (known.verified || known.kind !== 'consumer' || known.disabled)) {
      await owe(tx, known, 'account-exists', randomUUID(), { path: '/connexion' });
      return pendingOfNobody('verify_email', deps.now());
    }
    const id = await saveUnverified(tx, known, form, passwordHash, where.language);
    const { firstName, lastName, email } = form;
    return sendVerification(deps, tx, { id, email, firstName, lastName, language: where.language });
  });
}

/**
 * The account is now this person's.
 * @throws AppError `auth.code_wrong`, `auth.code_expired`, `auth.too_many_attempts`.
 */
export async function verifyEmail(deps: AccountDeps, pending: Pending, code: string, ip: string): Promise<string> {
  const userId = await takePendingCode(deps, pending, code, ip);
  await sql`update app_user set email_verified_at = coalesce(email_verified_at, ${deps.now()}) where id = ${userId}`.execute(
    deps.db,
  );
  return userId;
}

/** Sends another code for what the browser waits for; the same answer when there is nobody to send it to. */
export async function resendVerification(deps: AccountDeps, pending: Pending, ip: string): Promise<string> {
  await deps.limits.count('sendPlace', ip);
  await deps.limits.count('sendAccount', pending.id);
  const person = await personOfCode(deps.db, pending.id);
  if (!person || person.verified || person.disabled) return pendingOfNobody('verify_email', deps.now());
  await deps.limits.count('sendAccount', person.email.toLowerCase());
  return deps.db.transaction().execute((tx) => sendVerification(deps, tx, person));
}

/** Sends a verification code, within the caller's transaction. */
export async function sendVerification(deps: AccountDeps, db: Database, to: Recipient): Promise<string> {
  const { id, code, until } = await issueCode({ ...deps, db }, to.id, 'verify_email');
  await owe(db, to, 'email-verification', id, { code, until, path: '/inscription/code' });
  return pendingOf('verify_email', id, until);
}

/** Whoever asks last and reads the mail has the account: a password set by someone who could not read it is replaced. */
async function saveUnverified(
  db: Database,
  known: Person | null,
  form: RegistrationForm,
  passwordHash: string,
  language: Language,
): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    insert into app_user (id, kind, email, password_hash, first_name, last_name, language)
    values (${known?.id ?? randomUUID()}, 'consumer', ${form.email}, ${passwordHash}, ${form.firstName}, ${form.lastName}, ${language})
    on conflict (email) do update set password_hash = excluded.password_hash, first_name = excluded.first_name,
      last_name = excluded.last_name, language = excluded.language, updated_at = now()
      where app_user.email_verified_at is null and app_user.kind = 'consumer'
    returning id`.execute(db);
  const row = rows[0];
  if (!row) throw new Error('an account was verified while another registration for its address was under way');
  return row.id;
}
