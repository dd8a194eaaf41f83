import { propertyOf } from '#contracts/unknown-values.ts';
import { ApplicationFailure, heartbeat } from '@temporalio/activity';
import type { ReactionsInput } from '#contracts/messages/dossier.ts';
import type { Database } from '#db/database.ts';
import {
  claimReactions,
  markReactionDone,
  markReactionFailed,
  noteFollowed,
  type ClaimedReaction,
} from '#db/journal/reactions.ts';
import type { PendingReaction, ReactionPorts } from './ports.ts';

/** How often a run that waits for a slow mail server sends a heartbeat. */
const heartbeatMs = 4_000;

/**
 * Runs the pending reactions of a dossier, all at once, so that a slow mail delays no document. What fails stays pending and the activity fails, to
 * be retried by the engine; what is permanently refused is abandoned, with its code in the row.
 *
 * @throws ApplicationFailure `reactions.owed` (retryable) when some stay pending.
 */
export async function runReactions(db: Database, ports: ReactionPorts, input: ReactionsInput): Promise<void> {
  const beat = setInterval(() => heartbeat(), heartbeatMs);
  try {
    await noteFollowed(db, [{ dossierId: input.dossierId, seq: input.upTo }]);
    const rows = await claimReactions(db, input);
    const outcomes = await Promise.all(
      rows.map((row) => runReaction({ db, ports }, { dossierId: input.dossierId, row })),
    );
    const pending = outcomes.filter((done) => !done).length;
    if (pending > 0) throw ApplicationFailure.retryable(`${pending} reactions pending`, 'reactions.owed');
  } finally {
    clearInterval(beat);
  }
}

/**
 * Runs one reaction and notes in its row how that ended. `uncounted`: attempts that no claim has counted.
 *
 * @returns false when it stays pending.
 */
export async function runReaction(
  { db, ports }: { db: Database; ports: ReactionPorts },
  { dossierId, row, uncounted = 0 }: { dossierId: string; row: ClaimedReaction; uncounted?: number },
): Promise<boolean> {
  const { id, seq, payload: reaction } = row;
  try {
    await dispatch(ports, { id, dossierId, seq, reaction });
    await markReactionDone(db, { id, uncounted });
    return true;
  } catch (error) {
    const forGood = error instanceof ApplicationFailure && error.nonRetryable === true;
    await markReactionFailed(db, { id, uncounted, code: codeOf(error), forGood });
    return forGood;
  }
}

/** A code only: messages of mail servers and databases quote addresses. */
function codeOf(error: unknown): string {
  if (error instanceof ApplicationFailure) return error.type ?? 'failed';
  const code = propertyOf(error, 'code');
  return typeof code === 'string' ? code : error instanceof Error ? error.name : 'failed';
}

function dispatch(ports: ReactionPorts, pending: PendingReaction): Promise<void> {
  const { reaction, ...rest } = pending;
  switch (reaction.kind) {
    case 'renderDocument':
      return ports.renderDocument({ ...rest, reaction });
    case 'notify':
      return ports.notify({ ...rest, reaction });
    case 'eraseContent':
      return ports.eraseContent({ ...rest, reaction });
  }
}
