import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Database } from '#db/database.ts';
import { iso } from '#db/queries/sql.ts';
import { personColumns, personOf, type PersonRow } from './current-user.ts';
import type { CurrentUser } from './types.ts';

/** A session unused for this long is over (ASVS 7.3.1): long enough to read a file and look for an invoice. */
export const idleMinutes = 60;
/** And whatever happens, after this long (ASVS 7.3.2). */
export const absoluteHours = 12;

export type Sessions = ReturnType<typeof createSessions>;

/**
 * Sessions are rows; the browser holds an opaque token of 256 bits, kept here as its SHA-256 only (ASVS 7.2.3). There is no
 * limit to how many a person has: each can be ended, all at once included.
 */
export function createSessions(deps: { db: Database; now: () => Date }) {
  const { db, now } = deps;
  return {
    /** Opens a session. The caller ends the one it replaces (rotation, ASVS 7.2.4). */
    async start(userId: string): Promise<{ token: string; maxAgeSeconds: number }> {
      const token = randomBytes(32).toString('base64url');
      const at = now();
      const expires = new Date(at.getTime() + absoluteHours * 3_600_000);
      await sql`insert into session (id_hash, user_id, created_at, last_seen_at, expires_at)
        values (${hashOf(token)}, ${userId}, ${at}, ${at}, ${expires})`.execute(db);
      return { token, maxAgeSeconds: absoluteHours * 3600 };
    },

    /** The person of a live session, or null. Marks it as seen, at most once a minute. */
    async find(token: string): Promise<CurrentUser | null> {
      if (!/^[\w-]{43}$/.test(token)) return null;
      const at = now();
      const idle = new Date(at.getTime() - idleMinutes * 60_000);
      const hash = hashOf(token);
      const { rows } = await sql<PersonRow & { lastSeenAt: string }>`
        select ${iso('s.last_seen_at')} as "lastSeenAt", ${personColumns} from session s
        join app_user u on u.id = s.user_id and u.disabled_at is null
        where s.id_hash = ${hash} and s.expires_at > ${at} and s.last_seen_at > ${idle}`.execute(db);
      if (!rows[0]) return null;
      const { lastSeenAt, ...person } = rows[0];
      if (at.getTime() - Date.parse(lastSeenAt) > 60_000) {
        await sql`update session set last_seen_at = ${at} where id_hash = ${hash}`.execute(db);
      }
      return personOf(person);
    },

    /** Ends one session; unknown tokens are no fault. */
    async end(token: string): Promise<void> {
      await sql`delete from session where id_hash = ${hashOf(token)}`.execute(db);
    },

    /** Signs a person out everywhere: after a new password, or when the account is closed (ASVS 7.4.2, 7.4.3). */
    async endAll(userId: string): Promise<void> {
      await sql`delete from session where user_id = ${userId}`.execute(db);
    },
  };
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
