import { log, proxyLocalActivities, sleep } from '@temporalio/workflow';
import type { Activities } from '#activities/index.ts';
import type { CommandEnvelope, CommandResult, DossierInput, RecordResult } from '#contracts/messages/dossier.ts';
import { decide, evolve, upgradeState, withProcessed } from '#domain/dossier/index.ts';
import type { Dossier, Instant } from '#domain/dossier/types.ts';
import { createLock } from './lock.ts';
import type { Reactions } from './reactions.ts';
import { asRefusal, journalUnavailable, refusalCode } from './refusals.ts';

/** One dossier and the only ways in which its state moves. */
export type Desk = {
  state(): Dossier | null;
  /** Counts the moves of the state. */
  moves(): number;
  /** Decides dry: throws the refusal that the command would get now. Reads only. */
  check(envelope: CommandEnvelope): void;
  /** Decides, journals, moves. Refused: throws an ApplicationFailure whose type is the code. */
  command(envelope: CommandEnvelope): Promise<CommandResult>;
  /** The same without an answer: a refusal is journalled, nothing is thrown. */
  note(envelope: CommandEnvelope): Promise<void>;
  /** Takes the journal's state when it is ahead, and runs what is owed. */
  resync(seq: number): Promise<void>;
};

/** A journal that does not answer fails the command, not the workflow task: a person waits, and may ask again. */
const { record, loadDossier } = proxyLocalActivities<Pick<Activities, 'record' | 'loadDossier'>>({
  startToCloseTimeout: '5 seconds',
  scheduleToCloseTimeout: '20 seconds',
  retry: { initialInterval: '100 milliseconds', backoffCoefficient: 2, maximumInterval: '2 seconds' },
});

/** How long a signal waits for a journal that does not answer. Nobody asks again for what a signal said. */
const signalAgainAfter = '15 seconds';

export function openDesk({ dossierId, state: initial }: DossierInput, reactions: Reactions): Desk {
  const lock = createLock();
  let state = initial && upgradeState(initial);
  let moves = 0;

  function adopt(next: Dossier): void {
    state = upgradeState(next);
    moves += 1;
  }

  /** The architecture's loop: decide on what is known, record; where the journal knows more, take that and decide again. */
  async function handle({ key, command }: CommandEnvelope): Promise<CommandResult> {
    for (;;) {
      const before = state;
      const handled = processed(before, key);
      if (handled) return handled;
      const events = decide(before, command, instant());
      const after = withProcessed(events.reduce<Dossier | null>(evolve, before)!, key);
      const expectedSeq = before?.seq ?? 0;
      const answer = await record({ dossierId, expectedSeq, events, state: after, commandKey: key });
      switch (answer.outcome) {
        case 'recorded':
          adopt(after);
          if (answer.owed > 0) reactions.owe(after.seq);
          return { seq: answer.seq, status: after.status, repeated: false };
        case 'repeated':
          adopt(answer.state);
          reactions.owe(answer.state.seq);
          return answer.result;
        case 'ahead':
          adopt(answer.state);
          reactions.owe(answer.state.seq);
      }
    }
  }

  async function command(envelope: CommandEnvelope): Promise<CommandResult> {
    try {
      return await lock.run(() => handle(envelope));
    } catch (error) {
      throw asRefusal(error);
    }
  }

  /** Journals that a signal was refused. False when the journal knew more: the refusal must be decided again. */
  async function journalRefusal({ key, command: { type } }: CommandEnvelope, code: string): Promise<boolean> {
    if (!state) {
      log.warn('a signal to a dossier that does not exist was refused', { code });
      return true;
    }
    const refused = { code, commandType: type };
    const input = { dossierId, expectedSeq: state.seq, events: [], state, commandKey: key, refused };
    const answer: RecordResult = await record(input);
    if (answer.outcome === 'ahead') adopt(answer.state);
    return answer.outcome !== 'ahead';
  }

  async function note(envelope: CommandEnvelope): Promise<void> {
    for (;;) {
      try {
        return void (await command(envelope));
      } catch (error) {
        const code = refusalCode(error);
        if (code === null) throw error;
        if (code !== journalUnavailable) {
          const told = await lock.run(() => journalRefusal(envelope, code)).catch(() => null);
          if (told === true) return;
          if (told === false) continue;
        }
      }
      await sleep(signalAgainAfter);
    }
  }

  return {
    state: () => state,
    moves: () => moves,
    check(envelope) {
      try {
        if (!processed(state, envelope.key)) decide(state, envelope.command, instant());
      } catch (error) {
        throw asRefusal(error);
      }
    },
    command,
    note,
    async resync(seq) {
      await lock.run(async () => {
        if (!state || state.seq < seq) {
          const journal = await loadDossier(dossierId).catch(() => null);
          if (journal && journal.seq > (state?.seq ?? 0)) adopt(journal.state);
        }
      });
      if (state) reactions.owe(state.seq);
    },
  };
}

/** The workflow's clock: replayed, and moved by the server's own time skipping. */
export function instant(): Instant {
  return new Date(Date.now()).toISOString();
}

function processed(state: Dossier | null, key: string): CommandResult | null {
  const handled = state?.processed.find((one) => one.key === key);
  return state && handled ? { seq: handled.seq, status: state.status, repeated: true } : null;
}
