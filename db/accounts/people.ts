import type { Database } from '../database.ts';
import { fullName } from '../sql.ts';

/** An account as sign-in and codes see it. */
export type Person = NonNullable<Awaited<ReturnType<typeof personById>>>;

const people = (db: Database) =>
  db
    .selectFrom('app_user')
    .select((eb) => [
      'id',
      'kind',
      'email',
      'firstName',
      'lastName',
      'language',
      'passwordHash',
      eb('disabledAt', 'is not', null).$castTo<boolean>().as('disabled'),
    ]);

/** The account of an address, whatever its case. */
export async function personByEmail(db: Database, email: string): Promise<Person | null> {
  return (await people(db).where('email', '=', email).executeTakeFirst()) ?? null;
}

export async function personById(db: Database, id: string) {
  return (await people(db).where('id', '=', id).executeTakeFirst()) ?? null;
}

/** @throws Error when there is no such account. */
export function profileOf(db: Database, id: string) {
  return db
    .selectFrom('app_user')
    .select([
      'firstName',
      'lastName',
      'email',
      'language',
      'phone',
      'addressLine',
      'city',
      'province',
      'postalCode',
      'jobTitle',
      'accreditation',
    ])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
}

/** Names of people, by id. */
export async function namesOf(db: Database, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('app_user as u')
    .select(['u.id', fullName('u').as('name')])
    .where('u.id', 'in', ids)
    .execute();
  return new Map(rows.map((row) => [row.id, row.name]));
}

/** Replaces the password that was entered with a new one. @returns false when another was chosen meanwhile. */
export async function replacePassword(
  db: Database,
  { userId, former, passwordHash }: { userId: string; former: string | null; passwordHash: string },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('app_user')
    .set(({ fn }) => ({ passwordHash, updatedAt: fn<string>('now') }))
    .where('id', '=', userId)
    .where('passwordHash', '=', former)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/** Gives an account another password, whichever it has. */
export async function setPassword(
  db: Database,
  { userId, passwordHash }: { userId: string; passwordHash: string },
): Promise<void> {
  await db
    .updateTable('app_user')
    .set(({ fn }) => ({ passwordHash, updatedAt: fn<string>('now') }))
    .where('id', '=', userId)
    .execute();
}

/** A person to open an account for, without a password. */
export type NewAccount = {
  id: string;
  kind: 'merchant' | 'mediator' | 'officer';
  email: string;
  firstName: string;
  lastName: string;
  language: 'fr' | 'en';
  accreditation?: string;
  phone?: string;
};

/**
 * Opens an account, or finds the one that has this address, of whatever kind; its row is held until the transaction ends. `fresh`: opened
 * now; `activated`: it has a password.
 */
export async function openOrFindAccount(db: Database, account: NewAccount) {
  const row = await db
    .insertInto('app_user')
    .values(account)
    .onConflict((on) => on.column('email').doUpdateSet(({ ref }) => ({ updatedAt: ref('app_user.updatedAt') })))
    .returning(['id', 'kind', 'disabledAt', 'passwordHash'])
    .executeTakeFirstOrThrow();
  const { id, kind, disabledAt, passwordHash } = row;
  return { id, kind, fresh: id === account.id, disabled: disabledAt !== null, activated: passwordHash !== null };
}

/**
 * Holds an account's row until the transaction ends: what else is done to the account, its memberships and its ways in waits. Nothing where there is none.
 */
export async function holdAccount(db: Database, id: string): Promise<void> {
  await db.selectFrom('app_user').select('id').where('id', '=', id).forNoKeyUpdate().execute();
}

/** {@link holdAccount}, while it has this password. @returns false when another was chosen. */
export async function holdPassword(
  db: Database,
  { userId, passwordHash }: { userId: string; passwordHash: string | null },
): Promise<boolean> {
  const held = await db
    .selectFrom('app_user')
    .select('id')
    .where('id', '=', userId)
    .where('passwordHash', 'is not distinct from', passwordHash)
    .forNoKeyUpdate()
    .executeTakeFirst();
  return held !== undefined;
}

/** Whether anybody has an account. */
export async function hasPeople(db: Database): Promise<boolean> {
  return (await db.selectFrom('app_user').select('id').limit(1).executeTakeFirst()) !== undefined;
}
