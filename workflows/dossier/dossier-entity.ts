import { log, proxyLocalActivities, sleep } from '@temporalio/workflow';
import type { Activities } from '#activities/index.ts';
import {
  commandUnproved,
  type CommandEnvelope,
  type CommandResult,
  type DossierInput,
  type JournalState,
  type RecordResult,
} from '#contracts/messages/dossier.ts';
import {
  applyCommand,
  fromInput,
  fromJournalState,
  toJournalState,
  type Snapshot,
} from '#contracts/messages/snapshot.ts';
import { decide } from '#domain/dossier/index.ts';
import type { Dossier } from '#domain/dossier/types.ts';
import { now } from './clock.ts';
import { asRefusal, journalUnavailable, refusal, refusalCode, usedForAnother } from './failures.ts';
import { createMutex, holding } from './mutex.ts';
import type { ReactionRunner } from './reaction-runner.ts';

/** One dossier, and the only ways in which its state changes. */
export type DossierEntity = {
  /** Null until the dossier is created. */
  state(): Dossier | null;
  /** By which people know the dossier; null until the journal said it. */
  number(): string | null;
  /** Counts the changes of the state. */
  version(): number;
  /** The state as the journal stores it, handled keys included. */
  journalState(): JournalState | null;
  /** What the next run of the workflow is given on continue-as-new. */
  input(): Pick<DossierInput, 'state' | 'handledKeys' | 'number'>;
  /** Decides without effect: throws the refusal that the command would get now. Reads only. */
  check(envelope: CommandEnvelope): void;
  /** Decides, journals, changes the state. Refused: throws an ApplicationFailure whose type is the code. */
  execute(envelope: CommandEnvelope): Promise<CommandResult>;
  /** The same without an answer: a refusal is journalled, nothing is thrown. */
  handleSignal(envelope: CommandEnvelope): Promise<void>;
  /** Takes the journal's state when it is ahead, and runs its pending reactions. */
  resync(seq: number): Promise<void>;
};

/** A journal that does not answer fails the command, not the workflow task: a person waits, and may ask again. */
const { record, loadDossier } = proxyLocalActivities<Pick<Activities, 'record' | 'loadDossier'>>({
  startToCloseTimeout: '5 seconds',
  scheduleToCloseTimeout: '20 seconds',
  retry: { initialInterval: '100 milliseconds', backoffCoefficient: 2, maximumInterval: '2 seconds' },
});

/** How often the journal may know better before a command is given up: each time its state is taken. */
const maxTries = 20;

/** How long a signal waits for a journal that does not answer. Nobody sends a signal again. */
const signalRetryAfter = '15 seconds';

export function createDossierEntity(input: DossierInput, reactions: ReactionRunner): DossierEntity {
  const { dossierId } = input;
  const mutex = createMutex();
  let current = fromInput(input);
  let number = input.number ?? null;
  let version = 0;

  function adopt(next: Snapshot): void {
    current = next;
    version += 1;
  }

  /** The journal knows more than this workflow: its state is taken, and whatever reactions it has pending are run. */
  function adoptJournal(state: JournalState): void {
    adopt(fromJournalState(state));
    reactions.enqueue(state.seq);
  }

  /** One attempt at journalling; null when the journal was ahead: its state is taken, and must be decided on. */
  function settle(envelope: CommandEnvelope, after: Snapshot, answer: RecordResult): CommandResult | null {
    if (answer.outcome !== 'unproved') number = answer.number ?? number;
    if (answer.outcome === 'recorded') {
      adopt(after);
      if (answer.owed > 0) reactions.enqueue(after.dossier.seq);
      return { seq: answer.seq, status: after.dossier.status, repeated: false };
    }
    if (answer.outcome === 'unproved') throw refusal(commandUnproved);
    adoptJournal(answer.state);
    if (answer.outcome === 'ahead') return null;
    demandSameCommand(envelope, answer);
    return answer.result;
  }

  /** Decides on the known state and records, alone; when the journal is ahead, takes its state and decides again. */
  async function execute(envelope: CommandEnvelope): Promise<CommandResult> {
    const release = mutex.tryAcquire() ?? (await mutex.acquire());
    try {
      for (let tries = 0; tries < maxTries; tries += 1) {
        const before = current;
        const handled = alreadyHandled(before, envelope);
        if (handled) return handled;
        const { events, after } = applyCommand(before, envelope, now());
        const input = { dossierId, expectedSeq: before?.dossier.seq ?? 0, events, envelope };
        const answer = await record.executeWithOptions({ summary: envelope.command.type }, [input]);
        const result = settle(envelope, after, answer);
        if (result) return result;
      }
      throw refusal(journalUnavailable);
    } catch (error) {
      throw asRefusal(error);
    } finally {
      release();
    }
  }

  /** Journals that a signal was refused. `stale` when the journal was ahead: the refusal must be decided again. */
  async function recordRefusal(envelope: CommandEnvelope, code: string): Promise<'recorded' | 'stale'> {
    if (!current) {
      log.warn('a signal to a dossier that does not exist was refused', { code });
      return 'recorded';
    }
    const input = {
      dossierId,
      expectedSeq: current.dossier.seq,
      events: [],
      envelope,
      refused: { code },
    };
    const answer = await record.executeWithOptions({ summary: `${envelope.command.type} refused: ${code}` }, [input]);
    if (answer.outcome !== 'ahead') return 'recorded';
    adopt(fromJournalState(answer.state));
    return 'stale';
  }

  async function handleSignal(envelope: CommandEnvelope): Promise<void> {
    for (;;) {
      try {
        await execute(envelope);
        return;
      } catch (error) {
        const code = refusalCode(error);
        if (code === null) throw error;
        if (code === commandUnproved) return;
        if (code !== journalUnavailable) {
          const refusal = await holding(mutex, () => recordRefusal(envelope, code)).catch(() => null);
          if (refusal === 'recorded') return;
          if (refusal === 'stale') continue;
        }
      }
      await sleep(signalRetryAfter);
    }
  }

  async function catchUp(seq: number): Promise<void> {
    const known = current?.dossier.seq ?? 0;
    if (current && known >= seq) return;
    const journal = await loadDossier
      .executeWithOptions({ summary: `journal at ${seq} or later` }, [dossierId])
      .catch(() => null);
    if (!journal || journal.seq <= known) return;
    // A journal of an earlier release did not say it.
    number = journal.number ?? number;
    adopt(fromJournalState(journal.state));
  }

  return {
    state: () => current?.dossier ?? null,
    number: () => number,
    version: () => version,
    journalState: () => current && toJournalState(current),
    input: () => ({
      ...(current ? { state: current.dossier, handledKeys: current.handledKeys } : { state: null }),
      ...(number === null ? {} : { number }),
    }),
    check(envelope) {
      try {
        if (!alreadyHandled(current, envelope)) decide(current?.dossier ?? null, envelope.command, now());
      } catch (error) {
        throw asRefusal(error);
      }
    },
    execute,
    handleSignal,
    async resync(seq) {
      await holding(mutex, () => catchUp(seq));
      if (current) reactions.enqueue(current.dossier.seq);
    },
  };
}

/** What a command led to when it came before. @throws ApplicationFailure `form.used` when its key was used for another command. */
function alreadyHandled(snapshot: Snapshot | null, envelope: CommandEnvelope): CommandResult | null {
  const handled = snapshot?.handledKeys.find(({ key }) => key === envelope.key);
  if (!snapshot || !handled) return null;
  demandSameCommand(envelope, handled);
  return { seq: handled.seq, status: snapshot.dossier.status, repeated: true };
}

/** Keys of earlier releases have no digest: whatever comes under them is answered as the first. */
function demandSameCommand(envelope: CommandEnvelope, handled: { digest?: string | null }): void {
  if (envelope.digest && handled.digest && envelope.digest !== handled.digest) throw refusal(usedForAnother);
}
