import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { AppError } from '#contracts/errors.ts';
import { isAmong, possibleHashes, storedHash, unstamped, type SecretRing } from '#contracts/secrets/secret-ring.ts';
import {
  answerCode,
  insertCode,
  formerCodes,
  linkOf,
  spendCode,
  spendCodesOf,
  type Answer,
  type CodePurpose,
} from '#db/accounts/one-time-codes.ts';
import type { Database } from '#db/database.ts';
import { tell } from '#web/server/security-log/index.ts';
import type { PendingPurpose } from './pending.ts';
import { tokenHash } from './token-hash.ts';

/** Life of a code (ASVS 6.5.5). */
const codeMinutes = 10;
/** Life of an activation link: people open them at work, some days later. */
export const linkDays = 7;
/** Wrong answers to one code before it is void. */
export const codeAttempts = 5;

type Deps = { db: Database; now: () => Date; secrets: SecretRing };

/** A code of six digits for the row `id`, and what that row keeps of it: an HMAC under the platform's secret and the row's own id. */
export function makeCode({ now, secrets }: Pick<Deps, 'now' | 'secrets'>, id: string) {
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  const hash = storedHash(secrets, 'one-time-code', `${id}:${code}`);
  return { code, hash, until: new Date(now().getTime() + codeMinutes * 60_000) };
}

/** What the row `id` may keep of a code, whichever of the platform's secrets it was made under. */
export function codeHashes(secrets: SecretRing, id: string, code: string): Buffer[] {
  const said = `${id}:${code}`;
  return possibleHashes(secrets, 'one-time-code', { said, before: `one-time:${said}` });
}

/**
 * @param answer null for an unknown id; `ofTwo`: it is about two codes, and does not say which is wrong.
 * @throws AppError `auth.code_wrong`, `auth.codes_wrong` of two, or `auth.code_expired` when the code is too old, used, had too many wrong answers, or was made under a secret that
 *   is not known any more.
 */
export function demandRight(
  { secrets }: Pick<Deps, 'secrets'>,
  purpose: PendingPurpose,
  answer: (Answer & { ofTwo?: boolean }) | null,
): void {
  if (answer?.live && answer.right) return;
  const wrong = answer?.ofTwo ? 'auth.codes_wrong' : 'auth.code_wrong';
  const forgotten = answer !== null && unstamped(secrets, answer.codeHash)?.secret === null;
  const reason = forgotten || (answer && !answer.live) ? 'auth.code_expired' : wrong;
  tell('code.refused', { purpose, reason });
  throw new AppError(reason);
}

/**
 * Makes a code to choose a new password. Its id goes to the browser that asked: the code works there only (ASVS 6.6.2), even if someone else asks for
 * another one. Without a person a row is stored all the same, with a code that is sent to nobody, so that it is answered like any other.
 */
export async function issueCode(
  deps: Deps,
  userId: string | null,
): Promise<{ id: string; code: string; until: string }> {
  const id = randomUUID();
  const { code, hash, until } = makeCode(deps, id);
  await insertCode(deps.db, {
    id,
    purpose: 'reset_password',
    userId,
    codeHash: hash,
    expiresAt: until.toISOString(),
    createdAt: deps.now().toISOString(),
  });
  return { id, code, until: until.toISOString() };
}

/**
 * The person that a code was sent to, when the answer is right; the code is not consumed ({@link useCode} does that). A wrong answer is counted.
 *
 * @throws AppError as {@link demandRight}, `auth.code_replaced` for the code of an earlier mail.
 */
export async function ownerOfCode(deps: Deps, id: string, typed: string): Promise<string> {
  const answer = await answerCode(deps.db, {
    id,
    codeHashes: codeHashes(deps.secrets, id, typed),
    at: deps.now().toISOString(),
    maxAttempts: codeAttempts,
  });
  if (!answer?.right) demandNewest(deps, typed, await formerCodes(deps.db, id));
  demandRight(deps, 'reset_password', answer);
  if (!answer?.userId) throw new AppError('auth.code_wrong');
  return answer.userId;
}

/**
 * What was typed is none of the codes that were sent before the newest one, by the id of the row of each.
 *
 * @throws AppError `auth.code_replaced`.
 */
export function demandNewest(
  { secrets }: Pick<Deps, 'secrets'>,
  typed: string,
  former: readonly { id: string; codeHash: Uint8Array }[],
): void {
  if (former.some(({ id, codeHash }) => isAmong(codeHashes(secrets, id, typed), codeHash)))
    throw new AppError('auth.code_replaced');
}

/** Makes an activation link's token, of 256 bits, and voids the earlier ones. Only its SHA-256 is stored. */
export async function issueLink(
  deps: Pick<Deps, 'db' | 'now'>,
  userId: string,
): Promise<{ id: string; token: string; until: string }> {
  const id = randomUUID();
  const token = randomBytes(32).toString('base64url');
  const until = new Date(deps.now().getTime() + linkDays * 86_400_000);
  await voidCodes(deps, { userId, purpose: 'activate' });
  await insertCode(deps.db, {
    id,
    purpose: 'activate',
    userId,
    codeHash: tokenHash(token),
    expiresAt: until.toISOString(),
    createdAt: deps.now().toISOString(),
  });
  return { id, token, until: until.toISOString() };
}

/** Whose link this is, and whether it still works, without using it up; null when it is unknown. */
export async function readLink(deps: Deps, token: string): ReturnType<typeof linkOf> {
  if (!/^[\w-]{43}$/.test(token)) return null;
  return linkOf(deps.db, { codeHash: tokenHash(token), at: deps.now().toISOString() });
}

/** In the transaction of what it is used for: of two at once one succeeds. @throws AppError `auth.code_expired` when it is used or too old. */
export async function useCode(deps: Deps, id: string): Promise<void> {
  const spent = await spendCode(deps.db, { id, at: deps.now().toISOString() });
  if (!spent) throw new AppError('auth.code_expired');
}

/** A person's codes or links of a purpose stop working. */
export async function voidCodes(
  deps: Pick<Deps, 'db' | 'now'>,
  codes: { userId: string; purpose: CodePurpose },
): Promise<void> {
  await spendCodesOf(deps.db, { ...codes, at: deps.now().toISOString() });
}
