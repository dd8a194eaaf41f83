import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from '@temporalio/client';
import { NativeConnection } from '@temporalio/worker';
import { temporalOptions, type TemporalEnv } from '#config/temporal.ts';

/** One connection for the worker and for what its activities ask of the engine. */
export type EngineConnection = { connection: NativeConnection; client: Client };

/**
 * Connects to Temporal, waiting for it as long as it takes: in a cluster nothing says that servers start before workers.
 *
 * @param waiting called after each failed attempt.
 * @returns null when `stopped` is aborted first.
 */
export async function connect(
  env: TemporalEnv,
  stopped: AbortSignal,
  waiting: (seconds: number) => void,
): Promise<EngineConnection | null> {
  const { connection: options, namespace } = temporalOptions(env);
  for (let seconds = 0.5; !stopped.aborted; seconds = Math.min(10, seconds * 2)) {
    try {
      const connection = await NativeConnection.connect(options);
      return { connection, client: new Client({ connection, namespace }) };
    } catch {
      waiting(seconds);
      await sleep(seconds * 1000, undefined, { signal: stopped }).catch(() => undefined);
    }
  }
  return null;
}
