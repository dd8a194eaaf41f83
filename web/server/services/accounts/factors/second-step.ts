import { AppError } from '#contracts/errors.ts';
import { refusalOf } from '#contracts/refusal.ts';
import { authenticatorOf, factorsOf, spendRecoveryCode, takeStep, type Factors } from '#db/accounts/factors.ts';
import { personById, type Person } from '#db/accounts/people.ts';
import type { Opening } from '#db/accounts/sessions.ts';
import { inTransaction } from '#db/transaction.ts';
import { tell } from '#web/server/security-log/index.ts';
import { enqueueWayInNotice } from '../account-mail.ts';
import { knownDevice } from '../known-device.ts';
import type { UserKind } from '../types.ts';
import type { FactorDeps } from './deps.ts';
import { ownerOfPasskey } from './passkeys.ts';
import { recoveryCodeHash } from './recovery-codes.ts';
import { openSecret } from './sealed-secrets.ts';
import { isMarkOf, personInMark, secondStepMark } from './second-step-mark.ts';
import { stepOf } from './totp.ts';

/** An answer to the second step: what the browser keeps since the first one, and where it comes from. */
type Answering = { mark: string | null; ip: string; device: string | null };

/** Who came in. */
type Entered = { userId: string; kind: UserKind };

/**
 * What a browser keeps until the second step, for a person whose first one was right: a password, a code or a link. Null when they have no factor, and the
 * session may begin.
 *
 * @param mark of the password that was right, if one was given.
 */
export async function secondStepFor(
  deps: FactorDeps,
  userId: string,
  mark: string | null = null,
): Promise<string | null> {
  const { authenticatorSince, passkeys } = await factorsOf(deps.db, userId);
  if (authenticatorSince === null && passkeys.length === 0) return null;
  tell('second_step.asked', { subject: userId });
  if (mark !== null) return mark;
  const person = await personById(deps.db, userId);
  return secondStepMark(deps.secrets, { userId, passwordHash: person?.passwordHash ?? null }, deps.now());
}

/** Whom this browser waits for, and what they can answer with; null when it waits for nobody, or no more. */
export async function awaitedPerson(
  deps: FactorDeps,
  mark: string | null,
): Promise<{ person: Person; factors: Factors } | null> {
  const userId = personInMark(mark, deps.now());
  const person = userId === null ? null : await personById(deps.db, userId);
  if (!person || person.disabled || mark === null) return null;
  const known = isMarkOf(deps.secrets, { userId: person.id, passwordHash: person.passwordHash }, mark);
  return known ? { person, factors: await factorsOf(deps.db, person.id) } : null;
}

/**
 * Opens the session of a person whose password was right. One that was replaced meanwhile opens none: whoever replaces it ends every session, and this one
 * came too late to be among them (ASVS 7.4.3).
 *
 * @param asked.mark of the password; null where none was asked. @throws AppError `auth.step_over`.
 */
export async function openSession(
  deps: FactorDeps,
  { userId, mark, opening }: { userId: string; mark: string | null; opening: Opening },
): Promise<{ token: string; maxAgeSeconds: number }> {
  const session = await deps.sessions.start(userId, opening);
  if (mark === null || (await awaitedPerson(deps, mark))?.person.id === userId) return session;
  await deps.sessions.end(session.token);
  throw new AppError('auth.step_over');
}

/** A code of the application. @throws AppError `auth.totp_wrong`, `auth.totp_used`, `auth.step_over`, `auth.too_many_attempts`. */
export function answerWithCode(deps: FactorDeps, { code, ...from }: Answering & { code: string }): Promise<Entered> {
  return answer(deps, { ...from, factor: 'authenticator' }, async ({ id: userId }) => {
    const own = await authenticatorOf(deps.db, userId);
    // A clock that is off is not told here: that a code will be right soon would help whoever guesses.
    const step = own?.confirmed ? stepOf(openSecret(deps.secrets, userId, own.secret), code, deps.now()) : null;
    if (step === null || step === 'far') throw new AppError('auth.totp_wrong');
    if (!(await takeStep(deps.db, { userId, step }))) throw new AppError('auth.totp_used');
  });
}

/** A recovery code, which is used up and told by mail. @throws AppError `auth.recovery_wrong`, `auth.step_over`, `auth.too_many_attempts`. */
export function answerWithRecovery(
  deps: FactorDeps,
  { code, ...from }: Answering & { code: string },
): Promise<Entered> {
  return answer(deps, { ...from, factor: 'recovery_codes' }, async (person) => {
    const codeHash = await recoveryCodeHash(person.id, code);
    const at = deps.now();
    await inTransaction(deps, async ({ db }) => {
      const spent = await spendRecoveryCode(db, { userId: person.id, codeHash, at: at.toISOString() });
      if (!spent) throw new AppError('auth.recovery_wrong');
      await enqueueWayInNotice(db, { to: person, change: 'recovery-code-used', at });
    });
  });
}

/** A passkey, as the second step of a person. @throws AppError `auth.passkey_unknown`, `auth.passkey_refused`, `auth.step_over`, `auth.too_many_attempts`. */
export function answerWithPasskey(
  deps: FactorDeps,
  { credential, ...from }: Answering & { credential: string },
): Promise<Entered> {
  return answer(deps, { ...from, factor: 'passkey' }, async ({ id: userId }) => {
    await ownerOfPasskey(deps, { userId, answer: credential });
  });
}

/**
 * A passkey by itself: it is had, and its owner is verified by the device, which are two factors (NIST SP 800-63B §3.1.7). Refusals count for the place: there
 * is no account that strangers could use up.
 *
 * @throws AppError `auth.passkey_unknown`, `auth.passkey_refused`, `auth.too_many_attempts`.
 */
export async function signInWithPasskey(
  deps: FactorDeps,
  { credential, ip }: { credential: string; ip: string },
): Promise<Entered> {
  await deps.limits.check('signInPlace', ip);
  try {
    const userId = await ownerOfPasskey(deps, { userId: null, answer: credential });
    const person = await personById(deps.db, userId);
    if (!person || person.disabled) throw new AppError('auth.passkey_unknown');
    tell('sign_in.accepted', { subject: person.email });
    return { userId, kind: person.kind };
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal) {
      await deps.limits.count('signInPlace', ip);
      tell('passkey.refused', { reason: refusal.code });
    }
    throw error;
  }
}

/** Counts a try before it is compared, then tells how it went. */
async function answer(
  deps: FactorDeps,
  { mark, ip, device, factor }: Answering & { factor: 'authenticator' | 'passkey' | 'recovery_codes' },
  demand: (person: Person) => Promise<void>,
): Promise<Entered> {
  const awaited = await awaitedPerson(deps, mark);
  if (!awaited) throw new AppError('auth.step_over');
  const { person } = awaited;
  await deps.limits.count('codePlace', ip);
  const known = knownDevice(deps.secrets, person.id, device);
  await deps.limits.count(known === null ? 'factorAccount' : 'factorDevice', known ?? person.id);
  if (known === null) await deps.limits.count('factorDay', person.id);
  try {
    await demand(person);
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal) tell('second_step.refused', { subject: person.id, factor, reason: refusal.code });
    throw error;
  }
  await deps.limits.reset(known === null ? 'factorAccount' : 'factorDevice', known ?? person.id);
  tell('second_step.accepted', { subject: person.id, factor });
  return { userId: person.id, kind: person.kind };
}
