import type { Database } from '../database.ts';

/** Keeps a session, by the hash of its token. */
export async function insertSession(
  db: Database,
  { idHash, userId, at, expiresAt }: { idHash: Buffer; userId: string; at: string; expiresAt: string },
): Promise<void> {
  await db.insertInto('session').values({ idHash, userId, createdAt: at, lastSeenAt: at, expiresAt }).execute();
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
