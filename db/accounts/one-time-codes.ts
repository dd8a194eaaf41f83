import { sql } from 'kysely';
import type { Database } from '../database.ts';

export type CodePurpose = 'reset_password' | 'activate' | 'challenge';

/** An answer to a code, as the row of the code saw it. */
export type Answer = { right: boolean; live: boolean; codeHash: Uint8Array };

/** Stores a code by its hash. `userId`: null for a code that is sent to nobody. */
export async function insertCode(
  db: Database,
  code: {
    id: string;
    purpose: CodePurpose;
    userId: string | null;
    codeHash: Buffer;
    expiresAt: string;
    createdAt: string;
  },
): Promise<void> {
  await db.insertInto('one_time_code').values(code).execute();
}

/**
 * Compares an answer with a code to choose a new password, and counts it when it is wrong, in one statement: answers given at once do not get more
 * tries. `live` is false for a code that was used, is too old or had `maxAttempts` wrong answers. `codeHashes` are those that the row may have of the
 * answer; they are keyed, so comparing them here tells nothing.
 */
export async function answerCode(
  db: Database,
  { id, codeHashes, at, maxAttempts }: { id: string; codeHashes: Buffer[]; at: string; maxAttempts: number },
): Promise<(Answer & { userId: string | null }) | null> {
  const right = sql<boolean>`(${sql.ref('codeHash')} in (${sql.join(codeHashes)}) and ${sql.ref('userId')} is not null)`;
  const wrong = sql<number>`(not ${right})::int`;
  const row = await db
    .updateTable('one_time_code')
    .set(({ eb }) => ({ attempts: eb('attempts', '+', wrong) }))
    .where('id', '=', id)
    .where('purpose', '=', 'reset_password')
    .returning([
      'userId',
      'codeHash',
      right.as('right'),
      sql<boolean>`${sql.ref('usedAt')} is null and ${sql.ref('attempts')} - ${wrong} < ${maxAttempts}
        and ${sql.ref('expiresAt')} > ${at}`.as('live'),
    ])
    .executeTakeFirst();
  return row ?? null;
}

/** Whose link has that hash, and whether it still works: it was neither used, nor replaced by another, nor is it too old. */
export async function linkOf(
  db: Database,
  { codeHash, at }: { codeHash: Buffer; at: string },
): Promise<{ id: string; userId: string; used: boolean; live: boolean } | null> {
  const row = await db
    .selectFrom('one_time_code')
    .select(({ eb, and }) => [
      'id',
      'userId',
      eb('usedAt', 'is not', null).$castTo<boolean>().as('used'),
      and([eb('usedAt', 'is', null), eb('expiresAt', '>', at)])
        .$castTo<boolean>()
        .as('live'),
    ])
    .where('codeHash', '=', codeHash)
    .where('purpose', '=', 'activate')
    .where('userId', 'is not', null)
    .$narrowType<{ userId: string }>()
    .executeTakeFirst();
  return row ?? null;
}

/** The codes of a purpose that the same person was sent before this one, newest first: a mail may be opened late. */
export function formerCodes(db: Database, id: string): Promise<{ id: string; codeHash: Uint8Array }[]> {
  return db
    .selectFrom('one_time_code as c')
    .innerJoin('one_time_code as f', (join) =>
      join
        .onRef('f.userId', '=', 'c.userId')
        .onRef('f.purpose', '=', 'c.purpose')
        .onRef('f.createdAt', '<', 'c.createdAt'),
    )
    .select(['f.id', 'f.codeHash'])
    .where('c.id', '=', id)
    .orderBy('f.createdAt', 'desc')
    .limit(20)
    .execute();
}

/** Uses a code or link up. @returns false when it was used, or is too old: of two at once one succeeds. */
export async function spendCode(db: Database, { id, at }: { id: string; at: string }): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('one_time_code')
    .set({ usedAt: at })
    .where('id', '=', id)
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', at)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/** Notes that a challenge was answered. @returns false when it was before: of two answers at once one is taken. */
export async function spendChallenge(
  db: Database,
  { id, codeHash, expiresAt, at }: { id: string; codeHash: Buffer; expiresAt: string; at: string },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('one_time_code')
    .values({ id, purpose: 'challenge', userId: null, codeHash, expiresAt, createdAt: at, usedAt: at })
    .onConflict((on) => on.column('id').doNothing())
    .executeTakeFirstOrThrow();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** A person's codes or links of a purpose stop working. */
export async function spendCodesOf(
  db: Database,
  { userId, purpose, at }: { userId: string; purpose: CodePurpose; at: string },
): Promise<void> {
  await db
    .updateTable('one_time_code')
    .set({ usedAt: at })
    .where('userId', '=', userId)
    .where('purpose', '=', purpose)
    .where('usedAt', 'is', null)
    .execute();
}
