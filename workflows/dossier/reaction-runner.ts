import { log, proxyActivities } from '@temporalio/workflow';
import type { Activities } from '#activities/index.ts';

/** Runs the reactions that the journal has pending, and never makes a command wait for them. */
export type ReactionRunner = {
  /** The reactions of the events up to `upTo` are to be run. */
  enqueue(upTo: number): void;
  /** Whether no run is in progress and none waits. */
  isIdle(): boolean;
};

const { runReactions } = proxyActivities<Pick<Activities, 'runReactions'>>({
  startToCloseTimeout: '3 minutes',
  heartbeatTimeout: '15 seconds',
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '1 minute' },
});

type Run = { from: number; to: number; since: number };

/** Runs at the same time beyond which the next one waits; more when one of them is stuck (a mail server that does not answer). */
const maxRuns = 2;
const maxRunsWhenStuck = 10;
const stuckAfterMs = 20_000;

/**
 * One activity for all that is pending when it starts: acts that follow each other closely share one. While a slow one is retried, the
 * reactions of later events get their own runs; each run leaves out the events of the runs in progress.
 */
export function createReactionRunner(dossierId: string): ReactionRunner {
  const running = new Set<Run>();
  let pendingUpTo: number | null = null;

  function launch(): void {
    if (pendingUpTo === null) return;
    const runs = [...running];
    const stuck = runs.some(({ since }) => Date.now() - since > stuckAfterMs);
    if (runs.length >= (stuck ? maxRunsWhenStuck : maxRuns)) return;
    const except = runs.map(({ from, to }) => ({ from, to }));
    const run: Run = { from: Math.max(0, ...runs.map(({ to }) => to + 1)), to: pendingUpTo, since: Date.now() };
    pendingUpTo = null;
    running.add(run);
    void follow(run, except);
  }

  async function follow(run: Run, except: { from: number; to: number }[]): Promise<void> {
    try {
      const summary = `events ${run.from} to ${run.to}`;
      await runReactions.executeWithOptions({ summary }, [{ dossierId, upTo: run.to, except }]);
    } catch {
      // The engine stopped retrying: the rows are still pending, and recovery runs them again.
      log.warn('reactions left to recovery', { upTo: run.to });
    } finally {
      running.delete(run);
      launch();
    }
  }

  return {
    enqueue(upTo) {
      pendingUpTo = Math.max(pendingUpTo ?? 0, upTo);
      launch();
    },
    isIdle: () => running.size === 0 && pendingUpTo === null,
  };
}
