import { ScheduleAlreadyRunning, type Client } from '@temporalio/client';
import { recoveryScheduleId } from '#contracts/ids.ts';
import { recoveryWorkflow, type RecoveryInput } from '#contracts/messages/dossier.ts';

/** With a grace of ten seconds, journal and engine agree again within a minute of the servers' return (architecture §4). */
const rhythm: RecoveryInput = { everySeconds: 20, sweeps: 90 };

/**
 * Makes the schedule of recovery where it is missing (a new engine, or one whose database was lost), and sets it going at once. Its
 * workflow sweeps for half an hour; the schedule starts it again within a minute of its end.
 *
 * @returns whether it was made now.
 */
export async function ensureRecovery(client: Client, taskQueue: string): Promise<boolean> {
  try {
    await client.schedule.create({
      scheduleId: recoveryScheduleId,
      spec: { intervals: [{ every: '1 minute' }] },
      policies: { overlap: 'SKIP', catchupWindow: '1 minute' },
      action: {
        type: 'startWorkflow',
        workflowType: recoveryWorkflow,
        workflowId: recoveryWorkflow,
        taskQueue,
        args: [rhythm],
      },
      state: { triggerImmediately: true },
    });
    return true;
  } catch (error) {
    if (error instanceof ScheduleAlreadyRunning) return false;
    throw error;
  }
}
