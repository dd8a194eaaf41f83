import { sql } from 'kysely';
import type { Database } from '../database.ts';
import { json } from '../sql.ts';

/**
 * An act that a form's key names: who did it (null for the person who installs the platform), what, on which row. `digest`: of all that the form
 * says.
 */
export type KeyedAct = { actorId: string | null; action: string; subject: string; key: string; digest: string };

/** What a key was used for first. `digest`: null for an act older than digests. */
export type FirstAct = { action: string; subject: string; digest: string | null };

const key = sql<string>`(detail ->> 'key')`;

/**
 * Records an act, once per key.
 *
 * @returns null when it was written now, what the key was used for when it was used before.
 */
export async function recordAct(db: Database, act: KeyedAct): Promise<FirstAct | null> {
  const { actorId, action, subject, digest } = act;
  const recorded = await db
    .insertInto('audit_log')
    .values({ actorId, action, subject, detail: json({ key: act.key, digest }) })
    .onConflict((on) =>
      on
        .expression(key)
        .where(sql<boolean>`${key} is not null`)
        .doNothing(),
    )
    .returning('id')
    .executeTakeFirst();
  if (recorded) return null;
  return db
    .selectFrom('audit_log')
    .select(['action', 'subject', sql<string | null>`detail ->> 'digest'`.as('digest')])
    .where(key, '=', act.key)
    .executeTakeFirstOrThrow();
}
