import { randomBytes, randomUUID } from 'node:crypto';
import { href, pages } from '#contracts/pages/index.ts';
import { AppError } from '#contracts/errors.ts';
import {
  answerEmailChange,
  applyEmailChange,
  awaitedEmailChange,
  formerAddressWaivedUntil,
  insertEmailChange,
  undoableChange,
  undoEmailChange,
} from '#db/accounts/email-changes.ts';
import { deleteFactorsSince } from '#db/accounts/factors.ts';
import { holdAccount, personByEmail, personById, setPassword } from '#db/accounts/people.ts';
import { inTransaction } from '#db/transaction.ts';
import { tell } from '#web/server/security-log/index.ts';
import { countSending } from '../limits/count-sending.ts';
import { enqueueAccountMail } from './account-mail.ts';
import type { AccountDeps } from './deps.ts';
import { codeAttempts, codeHashes, demandRight, makeCode, voidCodes } from './one-time-codes.ts';
import { hashPassword } from './passwords/passwords.ts';
import { demandPassword, demandStill } from './passwords/present-password.ts';
import { pendingOf, type Pending } from './pending.ts';
import { tokenHash } from './token-hash.ts';

/** Which of its codes a change is asked with: no code of the one is one of the other. */
const ofFormer = (id: string) => `${id}.former`;

/**
 * Sends a code to the address that an account has and another to the one that it is to have, once its owner gave the password (ADR 53); the answer and the
 * work are the same when the new address has an account, whose owner is told instead. Whom the Office lets do without the former address gets one code only.
 *
 * @returns what the browser keeps until the codes come back.
 * @throws AppError `auth.bad_password`, `auth.too_many_attempts`.
 */
export async function askEmailChange(
  deps: AccountDeps,
  { userId, current, email, ip }: { userId: string; current: string; email: string; ip: string },
): Promise<string> {
  const person = await demandPassword(deps, { userId, current });
  await deps.limits.count('sendPlace', ip);
  await countSending(deps.limits, { email, ip });
  const id = randomUUID();
  const { code, hash, until } = makeCode(deps, id);
  const former = makeCode(deps, ofFormer(id));
  await inTransaction(deps, async ({ db }) => {
    await demandStill(db, person);
    const waived = (await formerAddressWaivedUntil(db, { userId, at: deps.now().toISOString() })) !== null;
    await insertEmailChange(db, {
      id,
      userId,
      formerEmail: person.email,
      newEmail: email,
      codeHash: hash,
      formerCodeHash: waived ? null : former.hash,
      codeExpiresAt: until.toISOString(),
      createdAt: deps.now().toISOString(),
    });
    if (!waived) {
      const params = { until: former.until.toISOString(), userName: email, path: href(pages.accounts.emailCode) };
      const sealed = { secrets: deps.secrets, params: { code: former.code } };
      await enqueueAccountMail(db, { to: person, template: 'email-change-former-code', subject: id, params, sealed });
    }
    const taken = await personByEmail(db, email);
    if (taken) {
      const params = { path: href(pages.accounts.signIn) };
      await enqueueAccountMail(db, { to: taken, template: 'account-exists', subject: id, params });
    } else {
      const nobodyYet = { id: null, email, firstName: '', lastName: '', language: person.language };
      const params = { until: until.toISOString(), path: href(pages.accounts.emailCode) };
      const sealed = { secrets: deps.secrets, params: { code } };
      await enqueueAccountMail(db, { to: nobodyYet, template: 'email-change-code', subject: id, params, sealed });
    }
  });
  tell('code.asked', { subject: email, purpose: 'change_email' });
  return pendingOf('change_email', id);
}

/** What a browser waits for: both addresses, and whether a code at the former one is needed; null when nothing is awaited. */
export function emailChangeAwaited(
  { db }: AccountDeps,
  { pending: { id }, userId }: { pending: Pending; userId: string },
): ReturnType<typeof awaitedEmailChange> {
  return awaitedEmailChange(db, { id, userId });
}

/**
 * Gives the account its new address, with the code of each of the two. The old one is told, with a link that undoes it for seven days.
 * @throws AppError `auth.codes_wrong`, `auth.code_wrong` where one code is needed, `auth.code_expired`, `auth.too_many_attempts`.
 */
export async function confirmEmailChange(
  deps: AccountDeps,
  {
    pending: { id },
    userId,
    code,
    formerCode,
    ip,
  }: { pending: Pending; userId: string; code: string; formerCode: string; ip: string },
): Promise<void> {
  await deps.limits.count('codePlace', ip);
  const at = deps.now().toISOString();
  const answer = await answerEmailChange(deps.db, {
    id,
    userId,
    codeHashes: codeHashes(deps.secrets, id, code),
    formerCodeHashes: codeHashes(deps.secrets, ofFormer(id), formerCode),
    at,
    maxAttempts: codeAttempts,
  });
  demandRight(deps, 'change_email', answer);
  const person = await personById(deps.db, userId);
  if (!person) throw new AppError('auth.required');
  const token = randomBytes(32).toString('base64url');
  await inTransaction(deps, async ({ db }) => {
    await holdAccount(db, userId);
    const done = await applyEmailChange(db, { id, at, undoHash: tokenHash(token) });
    if (!done) throw new AppError('auth.code_expired');
    await voidCodes({ ...deps, db }, { userId, purpose: 'reset_password' });
    const params = { changedAt: at, userName: done.newEmail };
    const sealed = { secrets: deps.secrets, params: { path: href(pages.accounts.emailUndo, { token }) } };
    await enqueueAccountMail(db, { to: person, template: 'email-changed', subject: id, params, sealed });
  });
  tell('email.changed', { subject: userId, by: 'code' });
}

/** What a link undoes, for the page that asks. @throws AppError `auth.undo_over` for one that undoes nothing, or no more. */
export async function emailChangeToUndo(
  deps: AccountDeps,
  token: string,
): Promise<{ formerEmail: string; newEmail: string }> {
  const { formerEmail, newEmail } = await changeOf(deps, token);
  return { formerEmail, newEmail };
}

/**
 * The owner objects: the account is theirs again as it was when the change was asked for. It has the address that it had; every session ends; codes and
 * links sent to other addresses open nothing; the second steps that were added since are removed; and the password that made the change opens nothing any
 * more, so that another one is chosen with a code sent to the owner.
 *
 * @throws AppError `auth.undo_over`, `auth.too_many_attempts`.
 */
export async function undoChangeOfEmail(
  deps: AccountDeps,
  { token, ip }: { token: string; ip: string },
): Promise<void> {
  await deps.limits.count('codePlace', ip);
  const change = await changeOf(deps, token);
  const { userId, createdAt: since, formerEmail, newEmail } = change;
  // A password that nobody knows: an account without one would be taken for one that was never activated.
  const passwordHash = await hashPassword(randomBytes(32).toString('base64url'));
  const removed = await inTransaction(deps, async ({ db }) => {
    await holdAccount(db, userId);
    if (!(await undoEmailChange(db, { ...change, at: deps.now().toISOString() }))) throw new AppError('auth.undo_over');
    await setPassword(db, { userId, passwordHash });
    await voidCodes({ ...deps, db }, { userId, purpose: 'reset_password' });
    const person = await personById(db, userId);
    // Whoever has either address hears of it: the other one may be the owner's.
    for (const email of person ? [formerEmail, newEmail] : []) {
      const params = { changedAt: deps.now().toISOString(), userName: formerEmail, path: href(pages.accounts.forgot) };
      const to = { ...person!, email };
      await enqueueAccountMail(db, { to, template: 'email-undone', subject: randomUUID(), params });
    }
    return deleteFactorsSince(db, { userId, since });
  });
  tell('email.changed', { subject: userId, by: 'link' });
  if (removed) tell('factor.removed', { subject: userId, factor: 'all' });
  await deps.sessions.endAll(change.userId);
}

async function changeOf(deps: AccountDeps, token: string) {
  const known = /^[\w-]{43}$/.test(token);
  const change = known
    ? await undoableChange(deps.db, { undoHash: tokenHash(token), at: deps.now().toISOString() })
    : null;
  if (!change) {
    tell('link.refused', {});
    throw new AppError('auth.undo_over');
  }
  return change;
}
