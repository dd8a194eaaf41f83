import { clocksDifferMs, faultOfProof, type ProofFault } from '#contracts/command-proof.ts';
import { deadlineCommandKey } from '#contracts/ids.ts';
import type { CommandEnvelope, RecordInput } from '#contracts/messages/dossier.ts';
import { applyCommand, fromJournalState } from '#contracts/messages/snapshot.ts';
import { propertyOf } from '#contracts/unknown-values.ts';
import type { Database } from '#db/database.ts';
import { loadDossier } from '#db/journal/dossier.ts';
import type { Command } from '#domain/dossier/commands.ts';
import { deadlines, DomainError } from '#domain/dossier/index.ts';
import type { Dossier } from '#domain/dossier/types.ts';
import { linkText } from './hash-chain.ts';
import { createKnownStates } from './known-states.ts';
import type { Recording } from './record-events.ts';

/** What the journal did not believe: a command without a right proof, a deadline under
 * another key than its own, events that do not follow, or a clock that is ahead.
 */
export type Disbelieved = {
  why: `proof.${ProofFault}` | 'deadline' | 'events' | 'clock';
  dossierId: string;
  /** As it was written; null when it is no name of a command. */
  commandType: string | null;
};

export type AdmissionDeps = {
  db: Database;
  /** Keys with which the web signs commands: the present one and former ones. */
  keys: readonly string[];
  /** Told of each command that was not believed. */
  disbelieved: (what: Disbelieved) => void;
  /** How far a dossier's own clock may be ahead of this process's. Tests that skip time need more. */
  aheadMs?: number;
};

export type Admission = {
  /** Whether the command was given by who may; what the workflow gives itself has no proof, and is looked at by {@link Admission.decided}. */
  isProved(input: RecordInput): boolean;
  /**
   * What the journal is to write: what the rules make of its own state, whatever the workflow holds. `unproved`: nothing, for nobody who may gave the
   * command. `elsewhere`: nothing, for the workflow supposes what the journal does not know.
   */
  decided(input: RecordInput): Promise<Recording | 'unproved' | 'elsewhere'>;
  /** That it was written. */
  written(recording: Recording): void;
};

/** The dossier's clock is ahead of this process's: nothing is written until it is not. */
class ClockAhead extends Error {
  readonly code = 'clock';
}

/**
 * What stands between the engine and the journal: whoever reaches the engine may send a workflow anything, start one with any state, or have an activity
 * run. So the journal believes the web's proof alone, and decides again on its own state (ADR 26).
 */
export function createAdmission({ db, keys, disbelieved, aheadMs = clocksDifferMs }: AdmissionDeps): Admission {
  const known = createKnownStates();

  function tell(why: Disbelieved['why'], { dossierId, envelope }: RecordInput): void {
    const type = propertyOf(envelope.command, 'type');
    const named = typeof type === 'string' && /^\w{1,40}$/.test(type);
    disbelieved({ why, dossierId, commandType: named ? type : null });
  }

  /** The journal's own state after `seq` events; `elsewhere` when it is not there. */
  async function stateAt(dossierId: string, seq: number): Promise<Dossier | null | 'elsewhere'> {
    const state = known.at(dossierId, seq);
    if (state) return state;
    const journal = await loadDossier(db, dossierId);
    if ((journal?.seq ?? 0) !== seq) return 'elsewhere';
    return journal && fromJournalState(journal.state).dossier;
  }

  return {
    isProved(input) {
      // What the workflow gives itself is never a signal, hence never a signal that was refused.
      const fault = isOwn(input.envelope) && !input.refused ? null : faultOfProof(input, keys);
      if (fault) tell(`proof.${fault}`, input);
      return fault === null;
    },
    async decided(input) {
      const { dossierId, expectedSeq, envelope } = input;
      const before = await stateAt(dossierId, expectedSeq);
      if (before === 'elsewhere') return 'elsewhere';
      const at = instantOf(input);
      if (at && Date.parse(at) - Date.now() > aheadMs) {
        tell('clock', input);
        throw new ClockAhead('clock.ahead');
      }
      const made = at && decide(before, envelope, at);
      if (!made || !isSame(made.events, input)) {
        tell('events', input);
        return before ? 'elsewhere' : 'unproved';
      }
      if (isOwn(envelope) && !isAwaited(before, envelope)) {
        tell('deadline', input);
        return 'unproved';
      }
      const { key: commandKey, digest, command } = envelope;
      const written = { events: made.events, state: made.after.dossier, commandKey, digest };
      return { dossierId, expectedSeq, ...written, read: readIn(command) };
    },
    written: ({ dossierId, state }) => known.note(dossierId, state),
  };
}

/** Given by the workflow itself: the system says that a deadline came, and nothing else. */
function isOwn({ command, proof }: CommandEnvelope): boolean {
  return proof === undefined && command.type === 'passDeadline' && command.by.role === 'system';
}

/** Whether the dossier waits for this very deadline, under this key; whether it has come, the rules say. */
function isAwaited(before: Dossier | null, { key, command }: CommandEnvelope): boolean {
  if (!before || command.type !== 'passDeadline') return false;
  return deadlines(before).some(({ kind, at }) => kind === command.kind && deadlineCommandKey(kind, at) === key);
}

/** What who submits has read of the draft. */
function readIn(command: Command): Recording['read'] {
  if (command.type !== 'submitDossier' || command.read === undefined) return undefined;
  return { contentId: command.contentId, mark: command.read };
}

/** When the workflow decided: every event of a command says it. Null when it is no instant as the rules compare them. */
function instantOf({ events }: RecordInput): string | null {
  const time = Date.parse(events[0]?.at ?? '');
  return !Number.isNaN(time) && new Date(time).toISOString() === events[0]?.at ? events[0].at : null;
}

function decide(before: Dossier | null, envelope: CommandEnvelope, at: string) {
  try {
    return applyCommand(before && { dossier: before, handledKeys: [] }, envelope, at);
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
}

function isSame(
  made: RecordInput['events'],
  { dossierId, events, envelope: { key: commandKey } }: RecordInput,
): boolean {
  const text = (event: RecordInput['events'][number]) => linkText({ dossierId, seq: 0, commandKey, event });
  return made.length === events.length && made.every((event, n) => text(event) === text(events[n]!));
}
