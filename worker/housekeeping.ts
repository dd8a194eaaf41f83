import { setTimeout as sleep } from 'node:timers/promises';

const everyMs = 3_600_000;

/**
 * Sweeps old rows and files left half received when the worker starts and every hour until stopped. Several workers may do so at once: each finds
 * what is left. A sweep that fails is reported, and the next one does its work.
 */
export async function runHousekeeping<Swept extends object>(
  sweep: () => Promise<Swept>,
  stopped: AbortSignal,
  { report, pauseMs = everyMs }: { report: (outcome: Swept | 'failed') => void; pauseMs?: number },
): Promise<void> {
  while (!stopped.aborted) {
    report(await sweep().catch(() => 'failed' as const));
    await sleep(pauseMs, undefined, { signal: stopped }).catch(() => undefined);
  }
}
