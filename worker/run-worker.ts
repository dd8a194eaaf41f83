import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import { Worker, type NativeConnection } from '@temporalio/worker';
import type { Activities } from '#activities/index.ts';
import { workflowBundle } from './bundle.ts';
import { ensureRecovery } from './schedule.ts';

export type WorkerParts = {
  connection: NativeConnection;
  client: Client;
  namespace: string;
  taskQueue: string;
  activities: Activities;
  /** What an operator must know: ids and codes only. */
  report: (event: 'ready' | 'failed' | 'recovery-made', detail?: string) => void;
  /** Dossiers kept in memory; each takes well under a megabyte. @default 500 */
  maxCachedWorkflows?: number;
  /** Whether this worker maintains the recovery schedule. @default true */
  recovery?: boolean;
};

export type RunningWorker = {
  /** Whether it takes work now. */
  ready(): boolean;
  /** Finishes what is in progress, then stops. */
  stop(): Promise<void>;
  /** Resolved once stopped. */
  done: Promise<void>;
};

/** Longer than a command or a document takes, shorter than the grace period of orchestrators. */
const grace = '10 seconds';
const againMs = 1_000;
const scheduleMs = 15_000;

/**
 * Takes work for dossiers until stopped. A worker that Temporal rejects (its namespace is missing because the engine's database was lost or replaced)
 * is created again until it is accepted.
 */
export function runWorker(parts: WorkerParts): RunningWorker {
  const stopping = new AbortController();
  let current: Worker | null = null;
  const done = Promise.all([
    serve(parts, stopping.signal, (worker) => (current = worker)),
    parts.recovery === false ? undefined : maintainRecovery(parts, stopping.signal),
  ]).then(() => undefined);
  return {
    ready: () => current?.getState() === 'RUNNING',
    async stop() {
      stopping.abort();
      if (current?.getState() === 'RUNNING') current.shutdown();
      await done;
    },
    done,
  };
}

async function serve(
  { connection, namespace, taskQueue, activities, report, maxCachedWorkflows = 500 }: WorkerParts,
  stopped: AbortSignal,
  now: (worker: Worker | null) => void,
): Promise<void> {
  const codePath = await workflowBundle();
  while (!stopped.aborted) {
    try {
      const worker = await Worker.create({
        connection,
        namespace,
        taskQueue,
        activities,
        workflowBundle: { codePath },
        maxCachedWorkflows,
        shutdownGraceTime: grace,
      });
      now(worker);
      const run = worker.run();
      if (stopped.aborted) worker.shutdown();
      else report('ready');
      await run;
    } catch (error) {
      report('failed', error instanceof Error ? error.name : 'unknown');
      await pause(againMs, stopped);
    } finally {
      now(null);
    }
  }
}

async function maintainRecovery({ client, taskQueue, report }: WorkerParts, stopped: AbortSignal): Promise<void> {
  while (!stopped.aborted) {
    const made = await ensureRecovery(client, taskQueue).catch(() => null);
    if (made) report('recovery-made');
    // Unreachable: retried soon, since the sweep is what recovers dossiers that were left behind.
    await pause(made === null ? againMs : scheduleMs, stopped);
  }
}

async function pause(ms: number, stopped: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal: stopped }).catch(() => undefined);
}
