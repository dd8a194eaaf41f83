import type { Database } from '../database.ts';

/** Where a session was opened: what the browser says of itself, as codes, and the network place. `strong`: after two factors at an identity service. */
export type Opening = { browser: string; system: string; place: string; strong: boolean };

/** Keeps a session, by the hash of its token. */
export async function insertSession(
  db: Database,
  { at, ...session }: { idHash: Buffer; userId: string; at: string; expiresAt: string } & Opening,
): Promise<void> {
  await db
    .insertInto('session')
    .values({ ...session, createdAt: at, lastSeenAt: at })
    .execute();
}

/** A person's sessions that are not over, the one used last first. */
export function sessionsOf(db: Database, { userId, at, idleSince }: { userId: string; at: string; idleSince: string }) {
  return db
    .selectFrom('session')
    .select(['idHash', 'id', 'browser', 'system', 'place', 'createdAt', 'lastSeenAt'])
    .where('userId', '=', userId)
    .where('expiresAt', '>', at)
    .where('lastSeenAt', '>', idleSince)
    .orderBy('lastSeenAt', 'desc')
    .execute();
}

/** Whether the person of a session showed two factors at an identity service. */
export async function isStrongSession(db: Database, idHash: Buffer): Promise<boolean> {
  const row = await db.selectFrom('session').select('strong').where('idHash', '=', idHash).executeTakeFirst();
  return row?.strong === true;
}

/** Ends these sessions of a person, and nobody else's. @returns how many there were. */
export async function deleteSessionsById(
  db: Database,
  { userId, ids }: { userId: string; ids: readonly string[] },
): Promise<number> {
  if (ids.length === 0) return 0;
  const { numDeletedRows } = await db
    .deleteFrom('session')
    .where('userId', '=', userId)
    .where('id', 'in', ids)
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}

/** Notes that a session was used. */
export async function markSessionSeen(db: Database, { idHash, at }: { idHash: Buffer; at: string }): Promise<void> {
  await db.updateTable('session').set({ lastSeenAt: at }).where('idHash', '=', idHash).execute();
}

export async function deleteSession(db: Database, idHash: Buffer): Promise<void> {
  await db.deleteFrom('session').where('idHash', '=', idHash).execute();
}

/** Signs a person out everywhere. */
export async function deleteSessionsOf(db: Database, userId: string): Promise<void> {
  await db.deleteFrom('session').where('userId', '=', userId).execute();
}
