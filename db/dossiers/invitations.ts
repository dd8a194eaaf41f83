import { sql } from 'kysely';
import type { Database } from '../database.ts';

/** A representative's invitation (F-075, F-076, F-077). `keyHash`: that of its validation key. */
export type NewInvitation = {
  id: string;
  dossierId: string;
  email: string;
  firstName: string;
  lastName: string;
  relationship: string;
  keyHash: Buffer;
  consentedAt: string;
  expiresAt: string;
};

/** Stores an invitation; a second one with the same id changes nothing. */
export async function insertInvitation(db: Database, invitation: NewInvitation): Promise<void> {
  await db
    .insertInto('invitation')
    .values(invitation)
    .onConflict((on) => on.column('id').doNothing())
    .execute();
}

/** Who is invited by it, and until when. */
export function invitedPerson(db: Database, { id, dossierId }: { id: string; dossierId: string }) {
  return db
    .selectFrom('invitation')
    .select(['firstName', 'lastName', 'email', 'relationship', 'expiresAt'])
    .where('id', '=', id)
    .where('dossierId', '=', dossierId)
    .executeTakeFirst();
}

/** Makes two transactions that invite somebody to the same dossier follow one another. Locked until the transaction ends. */
export async function lockInvitationsOf(db: Database, dossierId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`invitations:${dossierId}`}, 0))`.execute(db);
}

/** How many invitations of a dossier were made since an instant, one of them left out. */
export async function invitationsSince(
  db: Database,
  { dossierId, since, but }: { dossierId: string; since: string; but: string },
): Promise<number> {
  const { made } = await db
    .selectFrom('invitation')
    .select(({ fn }) => fn.countAll<string>().as('made'))
    .where('dossierId', '=', dossierId)
    .where('consentedAt', '>', since)
    .where('id', '<>', but)
    .executeTakeFirstOrThrow();
  return Number(made);
}

/** Deletes an invitation that its dossier does not name. */
export async function deleteUnusedInvitation(db: Database, id: string): Promise<void> {
  await db
    .deleteFrom('invitation as i')
    .where('i.id', '=', id)
    .where(({ exists, not, selectFrom }) =>
      not(
        exists(
          selectFrom('dossier as d')
            .select('d.id')
            .whereRef('d.id', '=', 'i.dossierId')
            .where(invitationId, '=', sql<string>`${sql.ref('i.id')}::text`),
        ),
      ),
    )
    .execute();
}

/** The invitation that the dossier of that number names now. */
export function invitationOfDossier(db: Database, number: string) {
  return db
    .selectFrom('dossier as d')
    .innerJoin('invitation as i', (join) =>
      join.onRef('i.dossierId', '=', 'd.id').on('i.id', '=', sql<string>`(${invitationId})::uuid`),
    )
    .select(['i.id', 'i.dossierId', 'i.email', 'i.keyHash', 'i.expiresAt', 'i.revokedAt', 'i.acceptedBy'])
    .where('d.number', '=', number)
    .executeTakeFirst();
}

/** What is stored of the key of an invitation. */
export async function keyHashOf(db: Database, id: string): Promise<Uint8Array | null> {
  const row = await db.selectFrom('invitation').select('keyHash').where('id', '=', id).executeTakeFirst();
  return row?.keyHash ?? null;
}

/** Counts a key as wrong before it is compared: keys given at once do not get more tries. @returns false when `most` were wrong already. */
export async function takeKeyTry(db: Database, { id, most }: { id: string; most: number }): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('invitation')
    .set(({ eb }) => ({ attempts: eb('attempts', '+', 1) }))
    .where('id', '=', id)
    .where('attempts', '<', most)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/** The key was right, or could not be compared. */
export async function giveKeyTryBack(db: Database, id: string): Promise<void> {
  await db
    .updateTable('invitation')
    .set(({ eb }) => ({ attempts: eb('attempts', '-', 1) }))
    .where('id', '=', id)
    .execute();
}

/** The invitation that the state of dossier `d` names. */
const invitationId = sql<string | null>`${sql.ref('d.state')} -> 'representative' ->> 'invitationId'`;
