import { log, sleep } from '@temporalio/workflow';
import { deadlineCommandKey } from '#contracts/ids.ts';
import { deadlines } from '#domain/dossier/index.ts';
import type { Deadline, Dossier } from '#domain/dossier/types.ts';
import { instant, type Desk } from './desk.ts';
import { journalUnavailable, refusalCode } from './refusals.ts';

/** Silence is a fact that goes through the rules like any other (architecture §2). */
export type Silence = {
  /** The next moment that this dossier waits for. */
  next(): Deadline | null;
  /** Whether that moment has come. */
  due(): boolean;
  /** Gives `passDeadline` for it. */
  pass(): Promise<void>;
};

/** How long to wait before giving a deadline again to a journal that does not answer. */
const againAfter = '15 seconds';

export function createSilence(desk: Desk): Silence {
  // A moment that the rules refuse although they asked for it is a defect: it is put aside, lest the loop turn for ever.
  const aside = new Set<string>();
  const keyOf = ({ kind, at }: Deadline): string => deadlineCommandKey(kind, at);

  // The loop asks at each activation: reckoned again only when the state moved.
  let known: { moves: number; coming: Deadline[] } = { moves: -1, coming: [] };

  function next(): Deadline | null {
    const moves = desk.moves();
    if (known.moves !== moves) {
      const state: Dossier | null = desk.state();
      known = { moves, coming: state ? deadlines(state) : [] };
    }
    return known.coming.find((deadline) => !aside.has(keyOf(deadline))) ?? null;
  }

  return {
    next,
    due: () => (next()?.at ?? '9') <= instant(),
    async pass() {
      const deadline = next();
      if (!deadline) return;
      const key = keyOf(deadline);
      try {
        const command = { type: 'passDeadline', kind: deadline.kind, by: { role: 'system' } } as const;
        const { repeated } = await desk.command({ key, command });
        if (repeated) aside.add(key);
      } catch (error) {
        const code = refusalCode(error);
        if (code === null) throw error;
        if (code === journalUnavailable) return void (await sleep(againAfter));
        log.warn('a deadline was refused', { kind: deadline.kind, code });
        aside.add(key);
      }
    },
  };
}
