import { log, patched, sleep } from '@temporalio/workflow';
import { deadlineCommandKey } from '#contracts/ids.ts';
import { deadlines, isAtWork } from '#domain/dossier/index.ts';
import type { Deadline, Dossier } from '#domain/dossier/types.ts';
import { now } from './clock.ts';
import type { DossierEntity } from './dossier-entity.ts';
import { journalUnavailable, refusalCode } from './failures.ts';

/** Passes the deadlines of a dossier when they come: each is a command that goes through the rules like any other. */
export type DeadlineRunner = {
  /** The deadlines that the dossier waits for, the next one first. */
  coming(): readonly Deadline[];
  /** The next deadline of the dossier, or null when it waits for none. */
  next(): Deadline | null;
  /** Whether the next deadline has come. */
  isDue(): boolean;
  /** Sends the command `passDeadline` for the next deadline. */
  passNext(): Promise<void>;
};

/** Since then a mediator at work is reminded (ADR 50): a history of before has other timers until it comes to its end and goes on. */
const silencePatch = '2026-11-27-a-mediator-at-work-is-reminded';
const ofMediator = /^mediator(Reminder|Alert)/;

/** Asked only where it makes a difference: each dossier that it is asked for has a marker in its history. */
const isFormer = (state: Dossier): boolean => isAtWork(state) && !patched(silencePatch);

/** How long to wait before a deadline is passed again when the journal did not answer. */
const retryAfter = '15 seconds';

export function createDeadlineRunner(entity: DossierEntity): DeadlineRunner {
  // A deadline that the rules computed and then refuse is a defect. It is skipped, otherwise the loop would never end.
  const skipped = new Set<string>();
  const keyOf = ({ kind, at }: Deadline): string => deadlineCommandKey(kind, at);

  // The main loop asks at each activation: computed again only when the state has changed.
  let computed: { version: number; former: boolean; deadlines: Deadline[] } = {
    version: -1,
    former: false,
    deadlines: [],
  };

  function coming(): readonly Deadline[] {
    const version = entity.version();
    const state = entity.state();
    const former = state !== null && isFormer(state);
    if (computed.version !== version || computed.former !== former) {
      const present = state ? deadlines(state) : [];
      computed = {
        version,
        former,
        deadlines: former ? present.filter(({ kind }) => !ofMediator.test(kind)) : present,
      };
    }
    return computed.deadlines;
  }

  function next(): Deadline | null {
    return coming().find((deadline) => skipped.size === 0 || !skipped.has(keyOf(deadline))) ?? null;
  }

  async function passNext(): Promise<void> {
    const deadline = next();
    if (!deadline) return;
    const key = keyOf(deadline);
    try {
      const command = { type: 'passDeadline', kind: deadline.kind, by: { role: 'system' } } as const;
      const { repeated } = await entity.execute({ key, command });
      if (repeated) skipped.add(key);
    } catch (error) {
      const code = refusalCode(error);
      if (code === null) throw error;
      if (code === journalUnavailable) {
        await sleep(retryAfter);
        return;
      }
      log.warn('a deadline was refused', { kind: deadline.kind, code });
      skipped.add(key);
    }
  }

  return {
    coming,
    next,
    isDue() {
      const deadline = next();
      return deadline !== null && deadline.at <= now();
    },
    passNext,
  };
}
