import { sql } from 'kysely';
import type { Reaction } from '#domain/dossier/events.ts';
import type { Database } from '../database.ts';
import { prepared } from '../prepared.ts';

/** A claimed reaction: `seq` is the number of the event that caused it. */
export type ClaimedReaction = { id: string; seq: number; payload: Reaction };

/** Ranges of events, ends included. */
type Ranges = readonly { from: number; to: number }[];

/** How far the engine is known to have followed a dossier: its workflow holds the event of that number. */
export type Followed = { dossierId: string; seq: number };

const followed = prepared(
  'journal-followed',
  `delete from engine_behind b using unnest($1::uuid[], $2::int[]) f (id, seq) where b.dossier_id = f.id and b.seq = f.seq`,
);

/** Records how far the engine is known to have followed: a dossier whose last event that is was left behind no longer. */
export async function noteFollowed(db: Database, dossiers: readonly Followed[]): Promise<void> {
  await followed(db, [dossiers.map(({ dossierId }) => dossierId), dossiers.map(({ seq }) => seq)]);
}

/** Claims the pending reactions of a dossier's events up to `upTo`, except those of the ranges `except`. */
export function claimReactions(
  db: Database,
  { dossierId, upTo, except }: { dossierId: string; upTo: number; except: Ranges },
): Promise<ClaimedReaction[]> {
  const from = except.map((range) => range.from);
  const to = except.map((range) => range.to);
  const excepted = sql<boolean>`exists (select from unnest(${from}::int[], ${to}::int[]) as x (a, b)
    where ${sql.ref('eventSeq')} between x.a and x.b)`;
  return db
    .updateTable('reaction')
    .set(({ eb }) => ({ attempts: eb('attempts', '+', 1), attemptedAt: sql`clock_timestamp()` }))
    .where('dossierId', '=', dossierId)
    .where('eventSeq', '<=', upTo)
    .where('doneAt', 'is', null)
    .where(({ not }) => not(excepted))
    .returning(['id', 'eventSeq as seq', 'payload'])
    .execute();
}

/** A reaction that was tried; `uncounted`: attempts that no claim has counted. */
type Tried = { id: string; uncounted: number };

const done = prepared(
  'reaction-done',
  `update reaction set done_at = clock_timestamp(), last_error = null, attempts = attempts + $2::int,
    attempted_at = case when $2::int > 0 then clock_timestamp() else attempted_at end where id = $1`,
);

/** What is owed was done. */
export async function markReactionDone(db: Database, { id, uncounted }: Tried): Promise<void> {
  await done(db, [id, uncounted]);
}

/** The reaction failed, for the reason of that code; `forGood` when it must not be tried again. */
export async function markReactionFailed(
  db: Database,
  { id, uncounted, code, forGood }: Tried & { code: string; forGood: boolean },
): Promise<void> {
  await db
    .updateTable('reaction')
    .set(({ eb }) => ({
      lastError: code,
      attempts: eb('attempts', '+', uncounted),
      ...(uncounted > 0 ? { attemptedAt: sql`clock_timestamp()` } : {}),
      ...(forGood ? { doneAt: sql`clock_timestamp()` } : {}),
    }))
    .where('id', '=', id)
    .execute();
}
