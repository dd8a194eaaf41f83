import { isRecord } from '#contracts/unknown-values.ts';
import type { Command, CommandType } from '#domain/dossier/commands.ts';
import type { DossierEvent } from '#domain/dossier/events.ts';
import type { Deadline, Dossier, Status, Turn } from '#domain/dossier/types.ts';

/** Type name of the workflow: one run chain per dossier. */
export const dossierWorkflow = 'dossier';

/** A command key already handled, the number of the last event of its command, and which command it was used for. */
export type HandledKey = { key: string; seq: number; digest?: string };

/** The state as the journal hands it to the engine: the dossier, and with it the last handled command keys (newest last), which it keeps with their commands. */
export type JournalState = Dossier & { processed?: HandledKey[] };

/**
 * Argument of the workflow. `state` is null for a dossier not yet created, the journal's on recovery, the last one on continue-as-new, then
 * with the `handledKeys` of the run before. `number` is there once it is known.
 */
export type DossierInput = {
  dossierId: string;
  state: JournalState | null;
  handledKeys?: HandledKey[];
  /** By which operators know the dossier; the journal gives it one when the dossier opens. */
  number?: string;
  earlyContinueAsNew?: number;
};

/**
 * What a person (or an integration) asks. `key` is the form's idempotency key, random. `digest`: a short digest of what is asked, by which a key that
 * was used for another command is known; together they are the update id. `proof`: who gives it may (contracts/command-proof.ts); only what the workflow
 * itself asks when a deadline comes has none.
 */
export type CommandEnvelope = { key: string; digest?: string; command: Command; proof?: CommandProof };

/** Whether this could be one: it names a command, whatever else it says. */
export function isEnvelope(given: unknown): given is CommandEnvelope {
  return isRecord(given) && typeof given['key'] === 'string' && isRecord(given['command']);
}

/** That the web process gave a command: the name of the key that signed, when, and the HMAC-SHA-256 in base64url. */
export type CommandProof = { keyId: string; at: string; mac: string };

/** Refusal of a command whose proof is missing or wrong. Nothing was done; the same command may be given again with a right one. */
export const commandUnproved = 'command.unproved';

/** What an accepted command answers. `repeated`: the key had been handled before; nothing happened twice. */
export type CommandResult = { seq: number; status: Status; repeated: boolean };

/**
 * Name of the update, and of the signal, that gives a command: what was done reads in a history as what people do. Update: a person must learn at once that
 * the command was refused, and why, or what it led to. Signal: integrations and operators that do not wait; a refusal is journalled and changes nothing.
 */
export const messageNameOf = (type: CommandType): string => (type === 'propose' ? 'makeProposal' : type);

/** Names under which every command was given before each had its own; dossiers of that time still take them. */
export const commandUpdate = 'command';
export const commandSignal = 'commandSignal';

/** Signal: the journal moved (it is at `seq`) or has reactions pending; a fact that cannot be refused. */
export const resyncSignal = 'resync';
export type ResyncNote = { seq: number };

/** Queries: views of the state. */
export const stateQuery = 'state';
export const deadlinesQuery = 'deadlines';
export const turnQuery = 'turn';
export type StateView = JournalState | null;
export type DeadlinesView = Deadline[];
export type TurnView = Turn | null;

/**
 * Argument of the activity `runReactions`: the pending reactions of the events up to `upTo` are run, except those of events that another run works
 * on. It runs only for events that the engine's history holds, so it also tells how far the engine has followed.
 */
export type ReactionsInput = { dossierId: string; upTo: number; except: { from: number; to: number }[] };

/** Answer of the local activity `loadDossier`: the journal's present state, null when it knows no such dossier. */
export type Journalled = { seq: number; number: string; state: JournalState } | null;

/** Type name and id of the workflow that wakes dossiers left behind, and what one sweep did. */
export const recoveryWorkflow = 'recovery';
export type RecoveryInput = { everySeconds: number; sweeps: number };
export type SweepResult = { walked: number; woken: number; restarted: number };

/**
 * Argument of the local activity `record` (architecture §4): the command, and the events that the workflow decided on after `expectedSeq`, which the
 * journal decides on again.
 */
export type RecordInput = {
  dossierId: string;
  expectedSeq: number;
  events: DossierEvent[];
  envelope: CommandEnvelope;
  /** Set when a signal was refused: only the refusal is journalled. */
  refused?: { code: string };
};

/**
 * - `recorded`: done now; `owed` reactions are left to the workflow (the notices of an act are run by the worker that journalled it).
 * - `repeated`: this key was recorded before, for the command of that `digest`; `seq` and `state` are the journal's present ones.
 * - `ahead`: the journal does not know what this workflow supposes; nothing was written. Take `state` and decide again.
 * - `unproved`: nobody who may gave this command; nothing was written.
 *
 * `number`: by which people know the dossier; answers of earlier releases lack it.
 */
export type RecordResult =
  | { outcome: 'recorded'; seq: number; owed: number; number?: string }
  | {
      outcome: 'repeated';
      seq: number;
      result: CommandResult;
      digest: string | null;
      state: JournalState;
      number?: string;
    }
  | { outcome: 'ahead'; seq: number; state: JournalState; number?: string }
  | { outcome: 'unproved' };
