import type { Database } from '../database.ts';

/** Who somebody is at an office's identity service: its issuer, and the subject that it never gives to anyone else. */
type Identity = { issuer: string; subject: string };

/** The account that signs in as this subject; null when none does. */
export async function identityLinkOf(db: Database, { issuer, subject }: Identity): Promise<string | null> {
  const row = await db
    .selectFrom('identity_link')
    .select('userId')
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .executeTakeFirst();
  return row?.userId ?? null;
}

/** @returns false when the account or the subject has another link already. */
export async function insertIdentityLink(
  db: Database,
  { at, ...link }: Identity & { userId: string; at: string },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('identity_link')
    .values({ ...link, linkedAt: at })
    .onConflict((on) => on.doNothing())
    .executeTakeFirstOrThrow();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** The account signs in by the service no more, until its address is verified there again. */
export async function deleteIdentityLink(db: Database, userId: string): Promise<void> {
  await db.deleteFrom('identity_link').where('userId', '=', userId).execute();
}
