import { randomBytes } from 'node:crypto';
import {
  deleteSession,
  deleteSessionsById,
  deleteSessionsOf,
  insertSession,
  isStrongSession,
  markSessionSeen,
  sessionsOf,
  type Opening,
} from '#db/accounts/sessions.ts';
import { personOfSession } from '#db/accounts/signed-in.ts';
import type { Database } from '#db/database.ts';
import { personOf, textsInForce, type SecondFactorPolicy } from './current-user.ts';
import type { CurrentUser } from './types.ts';
import { tokenHash } from './token-hash.ts';

/** A session unused for this long is over (ASVS 7.3.1): long enough to read a file and look for an invoice. */
const idleMinutes = 60;
/** A session is over after this long in any case (ASVS 7.3.2). */
const absoluteHours = 12;

/** A session as its owner sees it. `here`: the one that asks. */
export type OpenSession = {
  id: string;
  browser: string;
  system: string;
  place: string;
  createdAt: string;
  lastSeenAt: string;
  here: boolean;
};

const unsaid: Opening = { browser: '', system: '', place: '', strong: false };

export type Sessions = ReturnType<typeof createSessions>;

/**
 * Sessions are rows; the browser holds an opaque token of 256 bits, stored here as its SHA-256 only (ASVS 7.2.3). There is no limit to how many a
 * person has: each can be ended, all at once included.
 */
export function createSessions(deps: { db: Database; now: () => Date; secondFactor?: SecondFactorPolicy }) {
  const { db, now, secondFactor = 'optional' } = deps;
  const idleSince = (at: Date) => new Date(at.getTime() - idleMinutes * 60_000).toISOString();
  return {
    /** Opens a session. The caller ends the one it replaces (rotation, ASVS 7.2.4). */
    async start(userId: string, opening: Opening = unsaid): Promise<{ token: string; maxAgeSeconds: number }> {
      const token = randomBytes(32).toString('base64url');
      const opened = now();
      const expiresAt = new Date(opened.getTime() + absoluteHours * 3_600_000).toISOString();
      await insertSession(db, { idHash: tokenHash(token), userId, at: opened.toISOString(), expiresAt, ...opening });
      return { token, maxAgeSeconds: absoluteHours * 3600 };
    },

    /** The person of a live session, or null. Marks it as seen, at most once a minute; a page that only looks for news does not. */
    async find(token: string, { used = true } = {}): Promise<CurrentUser | null> {
      if (!/^[\w-]{43}$/.test(token)) return null;
      const seen = now();
      const at = seen.toISOString();
      const idHash = tokenHash(token);
      const found = await personOfSession(db, { idHash, at, idleSince: idleSince(seen), texts: textsInForce });
      if (!found) return null;
      const { lastSeenAt, strong, ...person } = found;
      if (used && seen.getTime() - Date.parse(lastSeenAt) > 60_000) await markSessionSeen(db, { idHash, at });
      return personOf({ ...person, secondFactor: person.secondFactor || strong }, secondFactor);
    },

    /** Ends one session; unknown tokens are ignored. */
    async end(token: string): Promise<void> {
      await deleteSession(db, tokenHash(token));
    },

    /** A person's open sessions, the one used last first. `token`: of the one that asks, null for none of theirs. */
    async list(userId: string, token: string | null): Promise<OpenSession[]> {
      const at = now();
      const rows = await sessionsOf(db, { userId, at: at.toISOString(), idleSince: idleSince(at) });
      const own = token === null ? null : tokenHash(token);
      return rows.map(({ idHash, ...session }) => ({ ...session, here: own !== null && own.equals(idHash) }));
    },

    /** Ends these sessions of a person (ASVS 7.5.2). @returns how many were open. */
    endSome(userId: string, ids: readonly string[]): Promise<number> {
      return deleteSessionsById(db, { userId, ids });
    },

    /** Whether two factors were shown at an identity service for this session: what replaces it opens as much. */
    strong: (token: string): Promise<boolean> => isStrongSession(db, tokenHash(token)),

    /** Signs a person out everywhere: after a new password, or when the account is closed (ASVS 7.4.2, 7.4.3). */
    async endAll(userId: string): Promise<void> {
      await deleteSessionsOf(db, userId);
    },
  };
}
