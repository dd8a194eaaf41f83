import { CancellationScope, isCancellation, sleep } from '@temporalio/workflow';
import type { Instant } from '#domain/dossier/types.ts';

/** At most one timer of the engine, for the next moment that matters. */
export type Alarm = {
  /** Makes sure that something rings at `at` or before. */
  set(at: Instant): void;
  /** Whether it rang since the last call. */
  rang(): boolean;
};

/**
 * An absolute alarm on durable timers. One that is due earlier than asked is kept: it rings for nothing and is then set again. A dossier
 * whose next moment moves away at each act (a reminder after five days, always put off) thus costs the history no event an act.
 */
export function createAlarm(): Alarm {
  let armed: { at: Instant; scope: CancellationScope } | null = null;
  let ringing = false;

  async function wait(at: Instant, scope: CancellationScope): Promise<void> {
    try {
      await scope.run(() => sleep(Math.max(1, Date.parse(at) - Date.now())));
      ringing = true;
    } catch (error) {
      if (!isCancellation(error)) throw error;
    } finally {
      if (armed?.scope === scope) armed = null;
    }
  }

  return {
    set(at) {
      if (armed && armed.at <= at) return;
      armed?.scope.cancel();
      const scope = new CancellationScope();
      armed = { at, scope };
      void wait(at, scope);
    },
    rang() {
      const rang = ringing;
      ringing = false;
      return rang;
    },
  };
}
