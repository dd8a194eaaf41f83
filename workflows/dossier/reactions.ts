import { log, proxyActivities } from '@temporalio/workflow';
import type { Activities } from '#activities/index.ts';

/** Starts what the journal owes and never makes a command wait for it. */
export type Reactions = {
  /** Events up to `upTo` owe reactions. */
  owe(upTo: number): void;
  /** No run is in hand and none waits. */
  idle(): boolean;
};

const { runReactions } = proxyActivities<Pick<Activities, 'runReactions'>>({
  startToCloseTimeout: '3 minutes',
  heartbeatTimeout: '15 seconds',
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '1 minute' },
});

type Run = { from: number; to: number; since: number };

/** Runs in hand beyond which new ones gather, and the bound when one of them is stuck (a mail server that does not answer). */
const usual = 2;
const whenStuck = 10;
const stuckMs = 20_000;

/**
 * One activity for all that is owed when it starts: acts that follow each other closely share one. While a slow one is retried, the
 * reactions of later events get their own runs; each run leaves to the others the events they have in hand.
 */
export function createReactions(dossierId: string): Reactions {
  const inHand = new Set<Run>();
  let owedTo: number | null = null;

  function launch(): void {
    if (owedTo === null) return;
    const runs = [...inHand];
    const stuck = runs.some(({ since }) => Date.now() - since > stuckMs);
    if (runs.length >= (stuck ? whenStuck : usual)) return;
    const except = runs.map(({ from, to }) => ({ from, to }));
    const run: Run = { from: Math.max(0, ...runs.map(({ to }) => to + 1)), to: owedTo, since: Date.now() };
    owedTo = null;
    inHand.add(run);
    void follow(run, except);
  }

  async function follow(run: Run, except: { from: number; to: number }[]): Promise<void> {
    try {
      await runReactions({ dossierId, upTo: run.to, except });
    } catch {
      // Given up by the engine: the rows are still owed, and recovery brings them back.
      log.warn('reactions left to recovery', { upTo: run.to });
    } finally {
      inHand.delete(run);
      launch();
    }
  }

  return {
    owe(upTo) {
      owedTo = Math.max(owedTo ?? 0, upTo);
      launch();
    },
    idle: () => inHand.size === 0 && owedTo === null,
  };
}
