import { CancellationScope, isCancellation, sleep } from '@temporalio/workflow';
import type { Instant } from '#domain/dossier/types.ts';

/** At most one durable timer of the engine, for the next deadline. */
export type DeadlineTimer = {
  /** Makes sure that the timer fires at `at` or before. */
  setAtLatest(at: Instant): void;
  /** Whether it does not run, or fires after `at`. */
  isLater(at: Instant): boolean;
  /** Whether it fired since the last call. */
  fired(): boolean;
};

/**
 * A durable timer that can be set again. A timer that is due earlier than asked is left running: it fires without effect and is then set again. A
 * dossier whose next deadline is postponed at each act (a reminder after five days) therefore adds no timer event to the history per act.
 */
export function createDeadlineTimer(): DeadlineTimer {
  let pending: { at: Instant; scope: CancellationScope } | null = null;
  let hasFired = false;

  async function wait(at: Instant, scope: CancellationScope): Promise<void> {
    try {
      await scope.run(() => sleep(Math.max(1, Date.parse(at) - Date.now())));
      hasFired = true;
    } catch (error) {
      if (!isCancellation(error)) throw error;
    } finally {
      if (pending?.scope === scope) pending = null;
    }
  }

  const isLater = (at: Instant): boolean => !pending || pending.at > at;
  return {
    isLater,
    setAtLatest(at) {
      if (!isLater(at)) return;
      pending?.scope.cancel();
      const scope = new CancellationScope();
      pending = { at, scope };
      void wait(at, scope);
    },
    fired() {
      const fired = hasFired;
      hasFired = false;
      return fired;
    },
  };
}
