import { createHash, createHmac, randomBytes, randomInt, randomUUID, timingSafeEqual } from 'node:crypto';
import { sql } from 'kysely';
import { AppError } from '#contracts/errors.ts';
import type { Database } from '#db/database.ts';

export type CodePurpose = 'verify_email' | 'reset_password';

/** Life of a code (ASVS 6.5.5). */
export const codeMinutes = 10;
/** Life of an activation link: people open them at work, some days later. */
export const linkDays = 7;
/** Wrong answers to one code before it is void. */
export const codeAttempts = 5;

type Deps = { db: Database; now: () => Date; pepper: string };

/**
 * Makes a code of six digits for a person and voids the former ones of that purpose. Stored as an HMAC under the platform's secret and
 * the code's own id. The id goes to the browser that asked: a code works there only (ASVS 6.6.2).
 */
export async function issueCode(
  deps: Deps,
  userId: string,
  purpose: CodePurpose,
): Promise<{ id: string; code: string; until: string }> {
  const id = randomUUID();
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  const until = new Date(deps.now().getTime() + codeMinutes * 60_000);
  await voidCodes(deps, userId, purpose);
  await sql`insert into one_time_code (id, purpose, user_id, code_hash, expires_at, created_at)
    values (${id}, ${purpose}, ${userId}, ${codeHash(deps.pepper, id, code)}, ${until}, ${deps.now()})`.execute(
    deps.db,
  );
  return { id, code, until: until.toISOString() };
}

/**
 * Takes a code: the person it was sent to. Each answer counts before it is compared, so that answers given at once do not get more
 * tries.
 *
 * @throws AppError `auth.code_wrong`, or `auth.code_expired` when it is too old, used, or had too many wrong answers.
 */
export async function takeCode(deps: Deps, id: string, purpose: CodePurpose, typed: string): Promise<string> {
  const { rows } = await sql<{ userId: string; hash: Buffer; live: boolean }>`
    update one_time_code set attempts = attempts + 1 where id = ${id}::uuid and purpose = ${purpose}
    returning user_id as "userId", code_hash as hash,
      (used_at is null and attempts <= ${codeAttempts} and expires_at > ${deps.now()}) as live`.execute(deps.db);
  const row = rows[0];
  if (!row) throw new AppError('auth.code_wrong');
  if (!row.live) throw new AppError('auth.code_expired');
  if (!timingSafeEqual(row.hash, codeHash(deps.pepper, id, typed))) throw new AppError('auth.code_wrong');
  await useCode(deps, id);
  return row.userId;
}

/** Makes an activation link's token, of 256 bits, and voids the former ones. Only its SHA-256 is kept. */
export async function issueLink(deps: Deps, userId: string): Promise<{ id: string; token: string; until: string }> {
  const id = randomUUID();
  const token = randomBytes(32).toString('base64url');
  const until = new Date(deps.now().getTime() + linkDays * 86_400_000);
  await voidCodes(deps, userId, 'activate');
  await sql`insert into one_time_code (id, purpose, user_id, code_hash, expires_at, created_at)
    values (${id}, 'activate', ${userId}, ${tokenHash(token)}, ${until}, ${deps.now()})`.execute(deps.db);
  return { id, token, until: until.toISOString() };
}

/** Whose link this is, without using it up; null when it is unknown, used or too old. */
export async function readLink(deps: Deps, token: string): Promise<{ id: string; userId: string } | null> {
  if (!/^[\w-]{43}$/.test(token)) return null;
  const { rows } = await sql<{ id: string; userId: string }>`select id, user_id as "userId" from one_time_code
    where purpose = 'activate' and code_hash = ${tokenHash(token)} and used_at is null and expires_at > ${deps.now()}`.execute(
    deps.db,
  );
  return rows[0] ?? null;
}

/** @throws AppError `auth.code_expired` when it was used meanwhile. */
export async function useCode(deps: Deps, id: string): Promise<void> {
  const result =
    await sql`update one_time_code set used_at = ${deps.now()} where id = ${id}::uuid and used_at is null`.execute(
      deps.db,
    );
  if (Number(result.numAffectedRows ?? 0) === 0) throw new AppError('auth.code_expired');
}

/** Former codes of a purpose stop working. */
export async function voidCodes(deps: Deps, userId: string, purpose: CodePurpose | 'activate'): Promise<void> {
  await sql`update one_time_code set used_at = ${deps.now()}
    where user_id = ${userId} and purpose = ${purpose} and used_at is null`.execute(deps.db);
}

function codeHash(pepper: string, id: string, code: string): Buffer {
  return createHmac('sha256', pepper).update(`one-time:${id}:${code}`).digest();
}

function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
