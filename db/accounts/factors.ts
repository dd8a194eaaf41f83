import { sql, type RawBuilder } from 'kysely';
import type { Database } from '../database.ts';
import { json } from '../sql.ts';
import { deleteIdentityLink } from './identity-links.ts';

/** What a person proves themselves with besides the password. */
export type Factors = {
  /** Since when an application gives codes; null when none does. */
  authenticatorSince: string | null;
  passkeys: { id: string; name: string; createdAt: string; lastUsedAt: string | null }[];
  /** Recovery codes that were not used. */
  recoveryCodes: number;
};

/** A-28. Condition: the person has a second factor. The one meaning of it; recovery codes only stand in for one. */
export function hasFactor(userId: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql<boolean>`(exists (select from authenticator f where f.user_id = ${userId} and f.confirmed_at is not null)
    or exists (select from passkey f where f.user_id = ${userId}))`;
}

export async function factorsOf(db: Database, userId: string): Promise<Factors> {
  const [authenticator, passkeys, codes] = await Promise.all([
    db.selectFrom('authenticator').select('confirmedAt').where('userId', '=', userId).executeTakeFirst(),
    db
      .selectFrom('passkey')
      .select(['id', 'name', 'createdAt', 'lastUsedAt'])
      .where('userId', '=', userId)
      .orderBy('createdAt')
      .execute(),
    db
      .selectFrom('recovery_code')
      .select(({ fn }) => fn.countAll<number>().as('left'))
      .where('userId', '=', userId)
      .where('usedAt', 'is', null)
      .executeTakeFirstOrThrow(),
  ]);
  return { authenticatorSince: authenticator?.confirmedAt ?? null, passkeys, recoveryCodes: codes.left };
}

/** The application that a person set up or is setting up, its secret encrypted. */
export async function authenticatorOf(
  db: Database,
  userId: string,
): Promise<{ secret: Uint8Array; confirmed: boolean } | null> {
  const row = await db
    .selectFrom('authenticator')
    .select((eb) => ['secret', eb('confirmedAt', 'is not', null).$castTo<boolean>().as('confirmed')])
    .where('userId', '=', userId)
    .executeTakeFirst();
  return row ?? null;
}

/** Keeps the secret of an application that is to be confirmed. One that is confirmed stays, and one that was proposed since `since`. */
export async function proposeAuthenticator(
  db: Database,
  { userId, secret, at, since }: { userId: string; secret: Buffer; at: string; since: string },
): Promise<void> {
  await db
    .insertInto('authenticator')
    .values({ userId, secret, createdAt: at })
    .onConflict((on) =>
      on
        .column('userId')
        .doUpdateSet({ secret, createdAt: at })
        .where('authenticator.confirmedAt', 'is', null)
        .where('authenticator.createdAt', '<', since),
    )
    .execute();
}

/** The application of that secret counts from now on. @returns false when it does already, or another one was proposed: of two at once one succeeds. */
export async function confirmAuthenticator(
  db: Database,
  { userId, secret, step, at }: { userId: string; secret: Uint8Array; step: number; at: string },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('authenticator')
    .set({ confirmedAt: at, lastStep: step })
    .where('userId', '=', userId)
    .where('secret', '=', Buffer.from(secret))
    .where('confirmedAt', 'is', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/** Takes a code of a time step, once (RFC 6238 §5.2). @returns false when that one or a later one was taken. */
export async function takeStep(db: Database, { userId, step }: { userId: string; step: number }): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('authenticator')
    .set({ lastStep: step })
    .where('userId', '=', userId)
    .where('confirmedAt', 'is not', null)
    .where('lastStep', '<', step)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/** @returns false when there was none. */
export async function deleteAuthenticator(db: Database, userId: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('authenticator')
    .where('userId', '=', userId)
    .executeTakeFirstOrThrow();
  return numDeletedRows > 0n;
}

/** Everyone's authenticator secrets as they are sealed. */
export async function sealedAuthenticators(db: Database): Promise<{ userId: string; secret: Buffer }[]> {
  const rows = await db.selectFrom('authenticator').select(['userId', 'secret']).execute();
  return rows.map(({ userId, secret }) => ({ userId, secret: Buffer.from(secret) }));
}

/** Puts a secret sealed anew in the place of the same one, unless it was replaced meanwhile. */
export async function sealAuthenticatorAnew(
  db: Database,
  { userId, from, to }: { userId: string; from: Buffer; to: Buffer },
): Promise<void> {
  await db
    .updateTable('authenticator')
    .set({ secret: to })
    .where('userId', '=', userId)
    .where('secret', '=', from)
    .execute();
}

/** A passkey as it was made. `publicKey` is in COSE form. */
export type NewPasskey = {
  id: string;
  userId: string;
  credentialId: string;
  publicKey: Buffer;
  counter: number;
  transports: string[];
  name: string;
};

/** @returns false when this passkey is somebody's already. */
export async function insertPasskey(db: Database, { transports, ...passkey }: NewPasskey): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('passkey')
    .values({ ...passkey, transports: json(transports) })
    .onConflict((on) => on.doNothing())
    .executeTakeFirstOrThrow();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** A person's passkeys as a browser is asked for them. */
export function credentialsOf(db: Database, userId: string): Promise<{ credentialId: string; transports: string[] }[]> {
  return db.selectFrom('passkey').select(['credentialId', 'transports']).where('userId', '=', userId).execute();
}

/** The passkey of a credential, and whose it is. */
export async function passkeyOf(db: Database, credentialId: string) {
  const row = await db
    .selectFrom('passkey')
    .select(['id', 'userId', 'credentialId', 'publicKey', 'counter', 'transports'])
    .where('credentialId', '=', credentialId)
    .executeTakeFirst();
  return row ?? null;
}

/** Notes that a passkey was used, and how often it says it was (WebAuthn §6.1.1). */
export async function markPasskeyUsed(
  db: Database,
  { id, counter, at }: { id: string; counter: number; at: string },
): Promise<void> {
  await db.updateTable('passkey').set({ counter, lastUsedAt: at }).where('id', '=', id).execute();
}

/** @returns false when this person has no such passkey. */
export async function deletePasskey(db: Database, { userId, id }: { userId: string; id: string }): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('passkey')
    .where('id', '=', id)
    .where('userId', '=', userId)
    .executeTakeFirstOrThrow();
  return numDeletedRows > 0n;
}

/** Puts these recovery codes in place of those before. */
export async function replaceRecoveryCodes(
  db: Database,
  { userId, hashes, at }: { userId: string; hashes: Buffer[]; at: string },
): Promise<void> {
  await db.deleteFrom('recovery_code').where('userId', '=', userId).execute();
  if (hashes.length === 0) return;
  await db
    .insertInto('recovery_code')
    .values(hashes.map((codeHash) => ({ userId, codeHash, createdAt: at })))
    .execute();
}

/** Uses a recovery code up. @returns false when there is none of that hash, or it was used: of two at once one succeeds. */
export async function spendRecoveryCode(
  db: Database,
  { userId, codeHash, at }: { userId: string; codeHash: Buffer; at: string },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('recovery_code')
    .set({ usedAt: at })
    .where('userId', '=', userId)
    .where('codeHash', '=', codeHash)
    .where('usedAt', 'is', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/**
 * What was added since an instant goes: an application, passkeys, recovery codes, the identity service of the office; recovery codes also where nothing is
 * left that they stand in for. What was there before stays.
 *
 * @returns whether anything was added.
 */
export async function deleteFactorsSince(
  db: Database,
  { userId, since }: { userId: string; since: string },
): Promise<boolean> {
  const added = [
    db.deleteFrom('authenticator').where('userId', '=', userId).where('createdAt', '>=', since),
    db.deleteFrom('authenticator').where('userId', '=', userId).where('confirmedAt', '>=', since),
    db.deleteFrom('passkey').where('userId', '=', userId).where('createdAt', '>=', since),
    db.deleteFrom('recovery_code').where('userId', '=', userId).where('createdAt', '>=', since),
    db.deleteFrom('identity_link').where('userId', '=', userId).where('linkedAt', '>=', since),
    db
      .deleteFrom('recovery_code')
      .where('userId', '=', userId)
      .where(sql<boolean>`not ${hasFactor(sql`recovery_code.user_id`)}`),
  ];
  let removed = 0n;
  for (const each of added) removed += (await each.executeTakeFirstOrThrow()).numDeletedRows;
  return removed > 0n;
}

/** All that a person proved themselves with besides the password goes, the identity service of the office included. */
export async function deleteFactors(db: Database, userId: string): Promise<void> {
  await deleteAuthenticator(db, userId);
  await db.deleteFrom('passkey').where('userId', '=', userId).execute();
  await replaceRecoveryCodes(db, { userId, hashes: [], at: '' });
  await deleteIdentityLink(db, userId);
}
