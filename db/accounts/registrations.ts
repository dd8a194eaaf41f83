import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Database } from '../database.ts';
import type { Answer } from './one-time-codes.ts';

/** A sign-up whose address is not proved within this time is deleted. */
export const registrationLife = sql`interval '1 day'`;

const living = (at: string) => sql<string>`${at}::timestamptz - ${registrationLife}`;

/** What a stranger typed to sign up (F-010): nobody's account yet. `codeHash` is that of the code sent, good until `codeExpiresAt`. */
export type NewRegistration = {
  id: string;
  email: string;
  passwordHash: string;
  firstName: string;
  lastName: string;
  language: 'fr' | 'en';
  codeHash: Buffer;
  codeExpiresAt: string;
  createdAt: string;
};

/** Stores a sign-up, beside any other for the same address: they do not affect each other. */
export async function insertRegistration(db: Database, registration: NewRegistration): Promise<void> {
  await db.insertInto('registration').values(registration).execute();
}

/** The address and language of a sign-up that is still to be proved; null for an unknown id. */
export async function waitingRegistration(
  db: Database,
  { id, at }: { id: string; at: string },
): Promise<{ email: string; language: 'fr' | 'en' } | null> {
  const row = await db
    .selectFrom('registration')
    .select(['email', 'language'])
    .where('id', '=', id)
    .where('createdAt', '>', living(at))
    .executeTakeFirst();
  return row ?? null;
}

/** Puts another code in place of the former one, which stops working. */
export async function replaceCode(
  db: Database,
  { id, codeHash, codeExpiresAt }: { id: string; codeHash: Buffer; codeExpiresAt: string },
): Promise<void> {
  const former = sql<string[]>`${sql.ref('formerCodes')} || to_jsonb(encode(${sql.ref('codeHash')}, 'hex'))`;
  const next = { codeHash, codeExpiresAt, attempts: 0, formerCodes: former };
  await db.updateTable('registration').set(next).where('id', '=', id).execute();
}

/**
 * The codes that the address of this sign-up was sent before its present one, with the id of the sign-up of each: those that it replaced, and those of
 * earlier sign-ups.
 */
export async function formerCodesOf(db: Database, id: string): Promise<{ id: string; codeHash: Uint8Array }[]> {
  const rows = await db
    .selectFrom('registration as r')
    .innerJoin('registration as f', (join) =>
      join.onRef('f.email', '=', 'r.email').onRef('f.createdAt', '<=', 'r.createdAt'),
    )
    .select(['f.id', 'f.codeHash', 'f.formerCodes'])
    .where('r.id', '=', id)
    .orderBy('f.createdAt', 'desc')
    .limit(20)
    .execute();
  return rows.flatMap((row) => [
    ...(row.id === id ? [] : [{ id: row.id, codeHash: row.codeHash }]),
    ...row.formerCodes.map((hash) => ({ id: row.id, codeHash: Buffer.from(hash, 'hex') })),
  ]);
}

/**
 * Compares an answer with the code of a sign-up, and counts it when it is wrong, in one statement: answers given at once do not get more tries.
 * `live` is false for a code that is too old or had `maxAttempts` wrong answers. `codeHashes` are those that
 * the row may have of the answer; they are keyed, so comparing them here tells nothing.
 */
export async function answerRegistration(
  db: Database,
  { id, codeHashes, at, maxAttempts }: { id: string; codeHashes: Buffer[]; at: string; maxAttempts: number },
): Promise<Answer | null> {
  const right = sql<boolean>`${sql.ref('codeHash')} in (${sql.join(codeHashes)})`;
  const wrong = sql<number>`(not ${right})::int`;
  const row = await db
    .updateTable('registration')
    .set(({ eb }) => ({ attempts: eb('attempts', '+', wrong) }))
    .where('id', '=', id)
    .where('createdAt', '>', living(at))
    .returning([
      'codeHash',
      right.as('right'),
      sql<boolean>`${sql.ref('attempts')} - ${wrong} < ${maxAttempts} and ${sql.ref('codeExpiresAt')} > ${at}`.as(
        'live',
      ),
    ])
    .executeTakeFirst();
  return row ?? null;
}

/**
 * Makes the account of a sign-up, whose code was just answered, from that sign-up only. In the caller's transaction; of two at once one makes it.
 *
 * @returns `userId` of the new account; `taken` when the address has an account by now, which stays as it is while the code stops working; null
 *   when the code was used, replaced or expired meanwhile.
 */
export async function openProvedAccount(
  db: Database,
  { id, codeHashes, at }: { id: string; codeHashes: Buffer[]; at: string },
): Promise<{ userId: string } | { taken: { email: string } } | null> {
  const proved = await db
    .selectFrom('registration')
    .select(['email', 'passwordHash', 'firstName', 'lastName', 'language'])
    .where('id', '=', id)
    .where('codeHash', 'in', codeHashes)
    .where('codeExpiresAt', '>', at)
    .forUpdate()
    .executeTakeFirst();
  if (!proved) return null;
  const account = await db
    .insertInto('app_user')
    .values({ ...proved, id: randomUUID(), kind: 'consumer', emailVerifiedAt: at })
    .onConflict((on) => on.column('email').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!account) {
    await db.updateTable('registration').set({ codeExpiresAt: at }).where('id', '=', id).execute();
    return { taken: { email: proved.email } };
  }
  await db.deleteFrom('registration').where('id', '=', id).execute();
  return { userId: account.id };
}
