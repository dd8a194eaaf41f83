import { proxyActivities, sleep } from '@temporalio/workflow';
import type { Activities } from '#activities/index.ts';
import type { RecoveryInput } from '#contracts/messages/dossier.ts';

const { sweep } = proxyActivities<Pick<Activities, 'sweep'>>({
  startToCloseTimeout: '30 minutes',
  heartbeatTimeout: '30 seconds',
  // A failed sweep is not retried: the next one does its work.
  retry: { maximumAttempts: 1 },
});

/**
 * Wakes dossiers left behind (architecture §4), `sweeps` times, `everySeconds` apart, then ends; its schedule starts it again. One run of
 * many sweeps keeps the engine's database small.
 */
export async function recovery({ everySeconds, sweeps }: RecoveryInput): Promise<void> {
  for (let done = 0; done < sweeps; done += 1) {
    await sweep.executeWithOptions({ summary: `sweep ${done + 1} of ${sweeps}` }, []).catch(() => undefined);
    await sleep(`${everySeconds} seconds`);
  }
}
