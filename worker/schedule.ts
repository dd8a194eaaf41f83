import { ScheduleAlreadyRunning, WorkflowNotFoundError, type Client } from '@temporalio/client';
import { recoveryScheduleId } from '#contracts/ids.ts';
import { recoveryWorkflow, type RecoveryInput } from '#contracts/messages/dossier.ts';

/** With a grace of ten seconds, journal and engine agree again within a minute of the servers' return (architecture §4). */
const rhythm: RecoveryInput = { everySeconds: 20, sweeps: 90 };

/**
 * Makes the schedule of recovery where it is missing (a new engine, or one whose database was lost), and starts it at once. Its workflow sweeps for
 * half an hour; the schedule starts it again within a minute of its end. A schedule made for another task queue is taken over: what it started there
 * would wait forever, and prevent the next run.
 *
 * @returns whether it was made now.
 */
export async function ensureRecovery(client: Client, taskQueue: string): Promise<boolean> {
  const action = {
    type: 'startWorkflow' as const,
    workflowType: recoveryWorkflow,
    workflowId: recoveryWorkflow,
    taskQueue,
    args: [rhythm] satisfies [RecoveryInput],
  };
  try {
    await client.schedule.create({
      scheduleId: recoveryScheduleId,
      spec: { intervals: [{ every: '1 minute' }] },
      policies: { overlap: 'SKIP', catchupWindow: '1 minute' },
      action,
    });
    // The engine's own `triggerImmediately` starts one that the policy does not know of, and the minute would start another beside it.
    await client.schedule.getHandle(recoveryScheduleId).trigger('SKIP');
    return true;
  } catch (error) {
    if (!(error instanceof ScheduleAlreadyRunning)) throw error;
  }
  const schedule = client.schedule.getHandle(recoveryScheduleId);
  if ((await schedule.describe()).action.taskQueue !== taskQueue) {
    await schedule.update((present) => ({ ...present, action }));
    // It waits for the current run to end, and we end it ourselves: when asked to end it too (TERMINATE_OTHER), the engine sometimes ends it and
    // starts nothing before the next minute.
    await schedule.trigger('BUFFER_ONE');
    await endElsewhere(client, taskQueue);
  }
  return false;
}

/** Ends what the schedule runs on another task queue. */
async function endElsewhere(client: Client, taskQueue: string): Promise<void> {
  const { runningActions } = (await client.schedule.getHandle(recoveryScheduleId).describe()).info;
  for (const { workflow } of runningActions) {
    const run = client.workflow.getHandle(workflow.workflowId, workflow.firstExecutionRunId);
    try {
      if ((await run.describe()).taskQueue !== taskQueue) await run.terminate('taken over by another task queue');
    } catch (error) {
      // It has ended by itself.
      if (!(error instanceof WorkflowNotFoundError)) throw error;
    }
  }
}
