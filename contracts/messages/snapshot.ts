import { decide, evolve, upgradeState } from '#domain/dossier/index.ts';
import type { DossierEvent } from '#domain/dossier/events.ts';
import type { Dossier, Instant } from '#domain/dossier/types.ts';
import type { CommandEnvelope, DossierInput, HandledKey, JournalState } from './dossier.ts';

/** What a run of the workflow holds: the dossier of the rules and, beside it, the keys of the commands already handled. */
export type Snapshot = { dossier: Dossier; handledKeys: HandledKey[] };

/** How many handled keys are carried along; the journal remembers all of them, each with its command. */
export const handledKeysLimit = 200;

/** The keys with one more, the newest last; beyond the limit the oldest are dropped. */
export function withHandledKey(keys: HandledKey[], handled: HandledKey): HandledKey[] {
  return [...keys.filter(({ key }) => key !== handled.key), handled].slice(-handledKeysLimit);
}

/** The document that a snapshot is handed on as. */
export function toJournalState({ dossier, handledKeys }: Snapshot): JournalState {
  return { ...dossier, processed: handledKeys };
}

/**
 * A snapshot from the document that the journal hands on, which is also what a state of any earlier release looked like: the handled keys were then a
 * field of the dossier, `processed`, and still are one there.
 */
export function fromJournalState(stored: JournalState): Snapshot {
  const { processed = [], ...dossier } = stored;
  return { dossier: upgradeState(dossier), handledKeys: processed };
}

/**
 * A snapshot from the workflow's input: the journal's document on recovery, the last snapshot on continue-as-new. An input written by an
 * earlier release carries its handled keys inside the state.
 */
export function fromInput({ state, handledKeys }: DossierInput): Snapshot | null {
  if (!state) return null;
  const snapshot = fromJournalState(state);
  return handledKeys ? { ...snapshot, handledKeys } : snapshot;
}

/**
 * What a command leads to: decided by the workflow, and again by the journal on its own state.
 *
 * @throws DomainError when the rules refuse it.
 */
export function applyCommand(
  before: Snapshot | null,
  { key, digest, command }: CommandEnvelope,
  now: Instant,
): { events: DossierEvent[]; after: Snapshot } {
  const events = decide(before?.dossier ?? null, command, now);
  let dossier = before?.dossier ?? null;
  for (const event of events) dossier = evolve(dossier, event);
  if (!dossier) throw new Error('a command leads to one event at least');
  const handled = { key, seq: dossier.seq, ...(digest ? { digest } : {}) };
  return { events, after: { dossier, handledKeys: withHandledKey(before?.handledKeys ?? [], handled) } };
}
