import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { firstRow, type Db } from './sql.ts';

/** A sign-up whose address is not proved within this time is no more. */
export const registrationLife = sql`interval '1 day'`;

/** What a stranger typed to sign up (F-010): nobody's account yet. `codeHash` is that of the code sent, good until `codeUntil`. */
export type NewRegistration = {
  id: string;
  email: string;
  passwordHash: string;
  firstName: string;
  lastName: string;
  language: 'fr' | 'en';
  codeHash: Buffer;
  codeUntil: Date;
  at: Date;
};

/** Keeps a sign-up, beside any other for the same address: none knows of the others. */
export async function insertRegistration(db: Db, row: NewRegistration): Promise<void> {
  await sql`insert into registration
      (id, email, password_hash, first_name, last_name, language, code_hash, code_expires_at, created_at)
    values (${row.id}::uuid, ${row.email}, ${row.passwordHash}, ${row.firstName}, ${row.lastName}, ${row.language},
      ${row.codeHash}, ${row.codeUntil}, ${row.at})`.execute(db);
}

/** The address and language of a sign-up that is still to be proved; null for an id that nothing bears. */
export function waitingRegistration(
  db: Db,
  id: string,
  at: Date,
): Promise<{ email: string; language: 'fr' | 'en' } | null> {
  return firstRow(
    db,
    sql<{ email: string; language: 'fr' | 'en' }>`select email::text as email, language from registration
      where id = ${id}::uuid and created_at > ${at}::timestamptz - ${registrationLife}`,
  );
}

/** Puts another code in place of the former one, which stops working. */
export async function replaceCode(db: Db, code: { id: string; codeHash: Buffer; codeUntil: Date }): Promise<void> {
  await sql`update registration set code_hash = ${code.codeHash}, code_expires_at = ${code.codeUntil}, attempts = 0
    where id = ${code.id}::uuid`.execute(db);
}

/** An answer to a code, as the row of the code saw it. */
export type Answer = { right: boolean; live: boolean };

/**
 * Compares an answer with the code of a sign-up, and counts it when it is wrong, in one statement: answers given at once do not get more
 * tries. `live` is false for a code that is too old or had `most` wrong answers. Hashes are keyed, so comparing them here tells nothing.
 */
export function answerRegistration(
  db: Db,
  answer: { id: string; codeHash: Buffer; at: Date; most: number },
): Promise<Answer | null> {
  const wrong = sql`(code_hash <> ${answer.codeHash})::int`;
  return firstRow(
    db,
    sql<Answer>`update registration set attempts = attempts + ${wrong}
      where id = ${answer.id}::uuid and created_at > ${answer.at}::timestamptz - ${registrationLife}
      returning code_hash = ${answer.codeHash} as right,
        attempts - ${wrong} < ${answer.most} and code_expires_at > ${answer.at} as live`,
  );
}

/**
 * Makes the account of a sign-up, whose code was just answered, from that sign-up and nothing else. In the caller's transaction; of two at
 * once one makes it.
 *
 * @returns `userId` of the new account; `taken` when the address has an account by now, which stays as it is while the code stops
 *   working; null when the code was used, replaced or grew old meanwhile.
 */
export async function openProvedAccount(
  tx: Db,
  answer: { id: string; codeHash: Buffer; at: Date },
): Promise<{ userId: string } | { taken: { email: string } } | null> {
  const row = await firstRow(
    tx,
    sql<{ email: string }>`select email::text as email from registration
      where id = ${answer.id}::uuid and code_hash = ${answer.codeHash} and code_expires_at > ${answer.at} for update`,
  );
  if (!row) return null;
  const account = await firstRow(
    tx,
    sql<{ id: string }>`
      insert into app_user (id, kind, email, password_hash, first_name, last_name, language, email_verified_at)
      select ${randomUUID()}::uuid, 'consumer', email, password_hash, first_name, last_name, language, ${answer.at}::timestamptz
        from registration where id = ${answer.id}::uuid
      on conflict (email) do nothing returning id`,
  );
  if (!account) {
    await sql`update registration set code_expires_at = ${answer.at} where id = ${answer.id}::uuid`.execute(tx);
    return { taken: row };
  }
  await sql`delete from registration where id = ${answer.id}::uuid`.execute(tx);
  return { userId: account.id };
}
