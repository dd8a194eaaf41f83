import { AppError } from '#contracts/errors.ts';
import {
  authenticatorOf,
  confirmAuthenticator,
  deleteAuthenticator,
  deletePasskey,
  factorsOf,
  proposeAuthenticator,
  replaceRecoveryCodes,
} from '#db/accounts/factors.ts';
import type { Person } from '#db/accounts/people.ts';
import type { Database } from '#db/database.ts';
import { inTransaction } from '#db/transaction.ts';
import { tell } from '#web/server/security-log/index.ts';
import { enqueueWayInNotice, type WayInChange } from '../account-mail.ts';
import { demandPassword, demandStill } from '../passwords/present-password.ts';
import type { FactorDeps } from './deps.ts';
import { keepPasskey, readNewPasskey } from './passkeys.ts';
import { newRecoveryCodes, recoveryCodeHash } from './recovery-codes.ts';
import { openSecret, sealSecret } from './sealed-secrets.ts';
import { newSecret, secretAddress, stepOf, writtenSecret } from './totp.ts';

/** An application that was proposed and not confirmed is another one after this long: who saw the secret meanwhile has nothing of it. */
const proposalMinutes = 15;

/** Whose account, and their present password: asked before anything about factors changes (ASVS 7.5.1). */
type Owned = { userId: string; current: string };

/** A new factor: recovery codes come with the first one, and are shown this once. */
type Added = { recoveryCodes: string[] };

/** What an authenticator application is set up with; the same for a while, so that the page can be loaded again. Null when one is there. */
export async function authenticatorToSetUp(
  deps: FactorDeps,
  { userId, email }: { userId: string; email: string },
): Promise<{ written: string; address: string } | null> {
  const at = deps.now();
  const since = new Date(at.getTime() - proposalMinutes * 60_000).toISOString();
  const secret = sealSecret(deps.secrets, userId, newSecret());
  await proposeAuthenticator(deps.db, { userId, secret, at: at.toISOString(), since });
  const proposed = await authenticatorOf(deps.db, userId);
  if (!proposed || proposed.confirmed) return null;
  const opened = openSecret(deps.secrets, userId, proposed.secret);
  return { written: writtenSecret(opened), address: secretAddress(opened, { issuer: deps.site.name, email }) };
}

/**
 * The application counts from now on, once it gave a right code.
 * @throws AppError `auth.totp_wrong`, `auth.totp_clock` for a clock that is off, `auth.bad_password`, `auth.too_many_attempts`.
 */
export async function addAuthenticator(deps: FactorDeps, { code, ...owned }: Owned & { code: string }): Promise<Added> {
  const { userId } = owned;
  const person = await demandPassword(deps, owned);
  await deps.limits.count('factorDevice', userId);
  const proposed = await authenticatorOf(deps.db, userId);
  if (!proposed || proposed.confirmed) throw new AppError('form.used');
  const step = stepOf(openSecret(deps.secrets, userId, proposed.secret), code, deps.now());
  if (step === null || step === 'far') throw new AppError(step === null ? 'auth.totp_wrong' : 'auth.totp_clock');
  await deps.limits.reset('factorDevice', userId);
  return added(deps, person, async (db) => {
    const { secret } = proposed;
    if (!(await confirmAuthenticator(db, { userId, secret, step, at: deps.now().toISOString() }))) {
      throw new AppError('auth.totp_used');
    }
    tell('factor.added', { subject: userId, factor: 'authenticator' });
  });
}

/** @throws AppError `auth.passkey_refused`, `auth.bad_password`, `auth.too_many_attempts`. */
export async function addPasskey(
  deps: FactorDeps,
  { name, answer, ...owned }: Owned & { name: string; answer: string },
): Promise<Added> {
  const person = await demandPassword(deps, owned);
  const passkey = await readNewPasskey(deps, { userId: owned.userId, name, answer });
  return added(deps, person, async (db) => {
    await keepPasskey(db, passkey);
    tell('factor.added', { subject: owned.userId, factor: 'passkey' });
  });
}

/** Removes the application, or the passkey of this id; recovery codes go with the last factor. @throws AppError `access.not_found`, `auth.bad_password`. */
export async function removeFactor(
  deps: FactorDeps,
  { passkeyId, ...owned }: Owned & { passkeyId: string | null },
): Promise<void> {
  const { userId } = owned;
  const person = await demandPassword(deps, owned);
  await inTransaction(deps, async ({ db }) => {
    // Of two removals at once the second sees what the first one left.
    await demandStill(db, person);
    const gone =
      passkeyId === null ? await deleteAuthenticator(db, userId) : await deletePasskey(db, { userId, id: passkeyId });
    if (!gone) throw new AppError('access.not_found');
    const { authenticatorSince, passkeys } = await factorsOf(db, userId);
    if (authenticatorSince === null && passkeys.length === 0) {
      await replaceRecoveryCodes(db, { userId, hashes: [], at: deps.now().toISOString() });
    }
    await notify(deps, db, { person, change: 'factor-removed' });
  });
  tell('factor.removed', { subject: userId, factor: passkeyId === null ? 'authenticator' : 'passkey' });
}

/** Other recovery codes in place of those before. @throws AppError `access.not_found` without a factor, `auth.bad_password`. */
export async function renewRecoveryCodes(deps: FactorDeps, owned: Owned): Promise<Added> {
  const person = await demandPassword(deps, owned);
  const { authenticatorSince, passkeys } = await factorsOf(deps.db, owned.userId);
  if (authenticatorSince === null && passkeys.length === 0) throw new AppError('access.not_found');
  const codes = await makeCodes(deps, person.id);
  await inTransaction(deps, async ({ db }) => {
    await demandStill(db, person);
    await replaceRecoveryCodes(db, { userId: person.id, hashes: codes.hashes, at: deps.now().toISOString() });
    await notify(deps, db, { person, change: 'recovery-codes-made' });
  });
  tell('factor.added', { subject: person.id, factor: 'recovery_codes' });
  return { recoveryCodes: codes.written };
}

/** Adds a factor and tells its owner; with the first one come recovery codes. */
async function added(deps: FactorDeps, person: Person, add: (db: Database) => Promise<void>): Promise<Added> {
  const { id: userId } = person;
  const none = async (db: Database) => (await factorsOf(db, userId)).recoveryCodes === 0;
  // Before the transaction, which would hold its connection meanwhile.
  const before = (await none(deps.db)) ? await makeCodes(deps, userId) : null;
  const recoveryCodes = await inTransaction(deps, async ({ db }) => {
    await demandStill(db, person);
    // Another factor that was added at the same moment has brought them, or the last one that was removed has taken them along.
    const codes = (await none(db)) ? (before ?? (await makeCodes(deps, userId))) : null;
    await add(db);
    if (codes) await replaceRecoveryCodes(db, { userId, hashes: codes.hashes, at: deps.now().toISOString() });
    await notify(deps, db, { person, change: 'factor-added' });
    return codes?.written ?? [];
  });
  return { recoveryCodes };
}

async function makeCodes(deps: FactorDeps, userId: string): Promise<{ written: string[]; hashes: Buffer[] }> {
  const written = newRecoveryCodes();
  return { written, hashes: await Promise.all(written.map((code) => recoveryCodeHash(userId, code))) };
}

function notify(
  { now }: FactorDeps,
  db: Database,
  { person, change }: { person: Person; change: WayInChange },
): Promise<void> {
  return enqueueWayInNotice(db, { to: person, change, at: now() });
}
