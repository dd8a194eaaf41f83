import { sql } from 'kysely';
import type { Database } from '../database.ts';
import type { Answer } from './one-time-codes.ts';

/** Until when an owner may undo a change from the address that they had. */
export const undoLife = sql`interval '7 days'`;

/** A change that is asked for; nothing of the account is another before its codes come back. `formerCodeHash`: null where the Office does without it. */
type NewEmailChange = {
  id: string;
  userId: string;
  formerEmail: string;
  newEmail: string;
  codeHash: Buffer;
  formerCodeHash: Buffer | null;
  codeExpiresAt: string;
  createdAt: string;
};

/** Keeps a change, in place of those that the same person did not go on with. */
export async function insertEmailChange(db: Database, change: NewEmailChange): Promise<void> {
  await db.deleteFrom('email_change').where('userId', '=', change.userId).where('confirmedAt', 'is', null).execute();
  await db.insertInto('email_change').values(change).execute();
}

/** Until when this account needs no code at the address that it has; null while it needs one. */
export async function formerAddressWaivedUntil(
  db: Database,
  { userId, at }: { userId: string; at: string },
): Promise<string | null> {
  const row = await db
    .selectFrom('app_user')
    .select('formerAddressWaivedUntil as until')
    .where('id', '=', userId)
    .where('formerAddressWaivedUntil', '>', at)
    .executeTakeFirst();
  return row?.until ?? null;
}

/** Lets an account do without its present address until `until`; null: no more. */
export async function waiveFormerAddress(
  db: Database,
  { userId, until }: { userId: string; until: string | null },
): Promise<void> {
  await db.updateTable('app_user').set({ formerAddressWaivedUntil: until }).where('id', '=', userId).execute();
}

/** A change that this person asked for and that its codes may still make; null when there is none. */
export async function awaitedEmailChange(
  db: Database,
  { id, userId }: { id: string; userId: string },
): Promise<{ formerEmail: string; newEmail: string; formerAsked: boolean } | null> {
  const row = await db
    .selectFrom('email_change')
    .select(({ eb }) => [
      'formerEmail',
      'newEmail',
      eb('formerCodeHash', 'is not', null).$castTo<boolean>().as('formerAsked'),
    ])
    .where('id', '=', id)
    .where('userId', '=', userId)
    .where('confirmedAt', 'is', null)
    .executeTakeFirst();
  return row ?? null;
}

/**
 * Compares an answer with the codes of a change of this person, and counts it when one is wrong, in one statement: it does not say which. `live` is false
 * for a change that was made, is too old or had `maxAttempts` wrong answers; `ofTwo`: a code of the former address is needed too.
 */
export async function answerEmailChange(
  db: Database,
  {
    id,
    userId,
    codeHashes,
    formerCodeHashes,
    at,
    maxAttempts,
  }: {
    id: string;
    userId: string;
    codeHashes: Buffer[];
    formerCodeHashes: Buffer[];
    at: string;
    maxAttempts: number;
  },
): Promise<(Answer & { ofTwo: boolean }) | null> {
  const right = sql<boolean>`(${sql.ref('codeHash')} in (${sql.join(codeHashes)})
    and (${sql.ref('formerCodeHash')} is null or ${sql.ref('formerCodeHash')} in (${sql.join(formerCodeHashes)})))`;
  const wrong = sql<number>`(not ${right})::int`;
  const row = await db
    .updateTable('email_change')
    .set(({ eb }) => ({ attempts: eb('attempts', '+', wrong) }))
    .where('id', '=', id)
    .where('userId', '=', userId)
    .returning(({ eb }) => [
      'codeHash',
      eb('formerCodeHash', 'is not', null).$castTo<boolean>().as('ofTwo'),
      right.as('right'),
      sql<boolean>`${sql.ref('confirmedAt')} is null and ${sql.ref('attempts')} - ${wrong} < ${maxAttempts}
        and ${sql.ref('codeExpiresAt')} > ${at}`.as('live'),
    ])
    .executeTakeFirst();
  return row ?? null;
}

/**
 * Gives the account its new address, in the caller's transaction. Of two at once one does.
 *
 * @returns both addresses; null when the codes were used meanwhile, the new address has an account, or the account has another address than it had.
 */
export async function applyEmailChange(
  db: Database,
  { id, at, undoHash }: { id: string; at: string; undoHash: Buffer },
): Promise<{ userId: string; formerEmail: string; newEmail: string } | null> {
  const change = await db
    .selectFrom('email_change')
    .select(['userId', 'formerEmail', 'newEmail'])
    .where('id', '=', id)
    .where('confirmedAt', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  if (!change) return null;
  const { userId, formerEmail, newEmail } = change;
  if (!(await moveAddress(db, { userId, from: formerEmail, to: newEmail, at }))) return null;
  await waiveFormerAddress(db, { userId, until: null });
  await db.updateTable('email_change').set({ confirmedAt: at, undoHash }).where('id', '=', id).execute();
  return change;
}

/** The change that a link undoes, while it can. */
export async function undoableChange(db: Database, { undoHash, at }: { undoHash: Buffer; at: string }) {
  const row = await db
    .selectFrom('email_change')
    .select(['id', 'userId', 'formerEmail', 'newEmail', 'createdAt'])
    .where('undoHash', '=', undoHash)
    .where('undoneAt', 'is', null)
    .where('confirmedAt', '>', sql<string>`${at}::timestamptz - ${undoLife}`)
    .executeTakeFirst();
  return row ?? null;
}

/**
 * Gives the account the address that it had. What was changed or asked after goes with it: the links that undo later changes would give the account to the
 * addresses of whoever made them.
 *
 * @returns false when it was undone, or the address is another account's by now.
 */
export async function undoEmailChange(
  db: Database,
  change: { id: string; userId: string; formerEmail: string; createdAt: string; at: string },
): Promise<boolean> {
  const { id, userId, formerEmail, createdAt, at } = change;
  const { numUpdatedRows } = await db
    .updateTable('email_change')
    .set({ undoneAt: at })
    .where('id', '=', id)
    .where('undoneAt', 'is', null)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows === 0n || !(await moveAddress(db, { userId, from: null, to: formerEmail, at }))) return false;
  await db
    .updateTable('email_change')
    .set({ undoneAt: at })
    .where('userId', '=', userId)
    .where('createdAt', '>', createdAt)
    .where('confirmedAt', 'is not', null)
    .where('undoneAt', 'is', null)
    .execute();
  await db.deleteFrom('email_change').where('userId', '=', userId).where('confirmedAt', 'is', null).execute();
  return true;
}

/** Another address for an account, unless someone has it; `from`: only while it has this one. */
async function moveAddress(
  db: Database,
  { userId, from, to, at }: { userId: string; from: string | null; to: string; at: string },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('app_user')
    .set({ email: to, emailVerifiedAt: at, updatedAt: at })
    .where('id', '=', userId)
    .$if(from !== null, (query) => query.where('email', '=', from ?? ''))
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('app_user as o').select('o.id').where('o.email', '=', to).where('o.id', '<>', userId))),
    )
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}
