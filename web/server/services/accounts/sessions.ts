import { createHash, randomBytes } from 'node:crypto';
import { deleteSession, deleteSessionsOf, insertSession, markSessionSeen } from '#db/accounts/sessions.ts';
import { personOfSession } from '#db/accounts/signed-in.ts';
import type { Database } from '#db/database.ts';
import { personOf, textsInForce } from './current-user.ts';
import type { CurrentUser } from './types.ts';

/** A session unused for this long is over (ASVS 7.3.1): long enough to read a file and look for an invoice. */
const idleMinutes = 60;
/** A session is over after this long in any case (ASVS 7.3.2). */
const absoluteHours = 12;

export type Sessions = ReturnType<typeof createSessions>;

/**
 * Sessions are rows; the browser holds an opaque token of 256 bits, stored here as its SHA-256 only (ASVS 7.2.3). There is no limit to how many a
 * person has: each can be ended, all at once included.
 */
export function createSessions(deps: { db: Database; now: () => Date }) {
  const { db, now } = deps;
  return {
    /** Opens a session. The caller ends the one it replaces (rotation, ASVS 7.2.4). */
    async start(userId: string): Promise<{ token: string; maxAgeSeconds: number }> {
      const token = randomBytes(32).toString('base64url');
      const opened = now();
      const expiresAt = new Date(opened.getTime() + absoluteHours * 3_600_000).toISOString();
      await insertSession(db, { idHash: hashOf(token), userId, at: opened.toISOString(), expiresAt });
      return { token, maxAgeSeconds: absoluteHours * 3600 };
    },

    /** The person of a live session, or null. Marks it as seen, at most once a minute; a page that only looks for news does not. */
    async find(token: string, { used = true } = {}): Promise<CurrentUser | null> {
      if (!/^[\w-]{43}$/.test(token)) return null;
      const seen = now();
      const at = seen.toISOString();
      const idHash = hashOf(token);
      const idleSince = new Date(seen.getTime() - idleMinutes * 60_000).toISOString();
      const found = await personOfSession(db, { idHash, at, idleSince, texts: textsInForce });
      if (!found) return null;
      const { lastSeenAt, ...person } = found;
      if (used && seen.getTime() - Date.parse(lastSeenAt) > 60_000) await markSessionSeen(db, { idHash, at });
      return personOf(person);
    },

    /** Ends one session; unknown tokens are ignored. */
    async end(token: string): Promise<void> {
      await deleteSession(db, hashOf(token));
    },

    /** Signs a person out everywhere: after a new password, or when the account is closed (ASVS 7.4.2, 7.4.3). */
    async endAll(userId: string): Promise<void> {
      await deleteSessionsOf(db, userId);
    },
  };
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
