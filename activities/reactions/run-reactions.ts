import { propertyOf } from '#contracts/unknown-values.ts';
import { ApplicationFailure, heartbeat } from '@temporalio/activity';
import type { ReactionsInput } from '#contracts/messages/dossier.ts';
import type { Database } from '#db/database.ts';
import {
  claimReactions,
  markReactionDone,
  markReactionFailed,
  noteEngineSeq,
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
    await noteEngineSeq(db, input.dossierId, input.upTo);
    const rows = await claimReactions(db, input);
    const outcomes = await Promise.all(rows.map((row) => runOne({ db, ports }, input.dossierId, row)));
    const pending = outcomes.filter((done) => !done).length;
    if (pending > 0) throw ApplicationFailure.retryable(`${pending} reactions pending`, 'reactions.owed');
  } finally {
    clearInterval(beat);
  }
}

async function runOne(
  { db, ports }: { db: Database; ports: ReactionPorts },
  dossierId: string,
  { id, seq, payload: reaction }: ClaimedReaction,
): Promise<boolean> {
  try {
    await dispatch(ports, { id, dossierId, seq, reaction });
    await markReactionDone(db, id);
    return true;
  } catch (error) {
    const forGood = error instanceof ApplicationFailure && error.nonRetryable === true;
    await markReactionFailed(db, { id, code: codeOf(error), forGood });
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
