import { sql } from 'kysely';
import type { Reaction } from '#domain/dossier/events.ts';
import type { Database } from '../database.ts';

/** A claimed reaction: `seq` is the number of the event that caused it. */
export type ClaimedReaction = { id: string; seq: number; payload: Reaction };

/** Ranges of events, ends included. */
type Ranges = readonly { from: number; to: number }[];

/** Records how far the engine is known to have followed a dossier; it never decreases. */
export async function noteEngineSeq(db: Database, dossierId: string, seq: number): Promise<void> {
  await db
    .updateTable('dossier')
    .set({ engineSeq: seq })
    .where('id', '=', dossierId)
    .where('engineSeq', '<', seq)
    .execute();
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

/** What is owed was done. */
export async function markReactionDone(db: Database, id: string): Promise<void> {
  await db
    .updateTable('reaction')
    .set({ doneAt: sql`clock_timestamp()`, lastError: null })
    .where('id', '=', id)
    .execute();
}

/** The reaction failed, for the reason of that code; `forGood` when it must not be tried again. */
export async function markReactionFailed(
  db: Database,
  { id, code, forGood }: { id: string; code: string; forGood: boolean },
): Promise<void> {
  await db
    .updateTable('reaction')
    .set({ lastError: code, ...(forGood ? { doneAt: sql`clock_timestamp()` } : {}) })
    .where('id', '=', id)
    .execute();
}
