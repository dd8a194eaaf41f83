import { AppError, type PlatformErrorCode } from '#contracts/errors.ts';

/** How many tasks run and wait; `each` is how many one person (or place) may have of both together. */
export type TurnLimits = {
  atOnce: number;
  waiting: number;
  each: number;
  /** The refusal of a person who already has `each`. @default 'platform.busy' */
  eachCode?: PlatformErrorCode;
};

export type Turns = {
  /**
   * Runs `work` when its turn comes. Turns go round by person: a person who asks for much waits behind their own tasks, not before others.
   *
   * @param whose the person or place that asks; random ids or addresses, held only while they wait or run.
   * @throws AppError `platform.busy`, or `eachCode`, without having begun.
   */
  run<Result>(whose: string, work: () => Promise<Result>): Promise<Result>;
};

/** Shares a scarce resource (threads, child processes, upload slots) among people, with a limit to how many wait. */
export function createTurns({ atOnce, waiting, each, eachCode = 'platform.busy' }: TurnLimits): Turns {
  /** Whose turn is next comes first: a Map keeps the insertion order of its keys. */
  const queues = new Map<string, (() => void)[]>();
  const held = new Map<string, number>();
  let running = 0;
  let queued = 0;

  function next(): void {
    const first = queues.entries().next().value;
    if (!first) return;
    const [whose, own] = first;
    const begin = own.shift();
    queues.delete(whose);
    if (own.length > 0) queues.set(whose, own);
    queued -= 1;
    running += 1;
    begin?.();
  }

  function takeTurn(whose: string): Promise<void> | null {
    if (running < atOnce) {
      running += 1;
      return null;
    }
    if (queued >= waiting) throw new AppError('platform.busy');
    queued += 1;
    return new Promise<void>((resolve) => {
      const own = queues.get(whose);
      if (own) own.push(resolve);
      else queues.set(whose, [resolve]);
    });
  }

  return {
    async run(whose, work) {
      const mine = held.get(whose) ?? 0;
      if (mine >= each) throw new AppError(eachCode);
      const turn = takeTurn(whose);
      held.set(whose, mine + 1);
      await turn;
      try {
        return await work();
      } finally {
        running -= 1;
        const left = (held.get(whose) ?? 1) - 1;
        if (left > 0) held.set(whose, left);
        else held.delete(whose);
        next();
      }
    },
  };
}
