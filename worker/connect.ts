import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from '@temporalio/client';
import { NativeConnection } from '@temporalio/worker';
import type { Env } from '#config/env.ts';

/** One connection for the worker and for what its activities ask of the engine. */
export type EngineConnection = { connection: NativeConnection; client: Client };

/**
 * Connects to Temporal, waiting for it as long as it takes: in a cluster nothing says that servers start before workers.
 *
 * @param waiting told of each failed try.
 * @returns null when `stopped` is aborted first.
 */
export async function connect(
  env: Pick<Env, 'TEMPORAL_ADDRESS' | 'TEMPORAL_NAMESPACE' | 'TEMPORAL_API_KEY' | 'TEMPORAL_TLS'>,
  stopped: AbortSignal,
  waiting: (seconds: number) => void,
): Promise<EngineConnection | null> {
  for (let seconds = 0.5; !stopped.aborted; seconds = Math.min(10, seconds * 2)) {
    try {
      const connection = await NativeConnection.connect({
        address: env.TEMPORAL_ADDRESS,
        ...(env.TEMPORAL_API_KEY ? { apiKey: env.TEMPORAL_API_KEY, tls: true } : { tls: env.TEMPORAL_TLS }),
      });
      return { connection, client: new Client({ connection, namespace: env.TEMPORAL_NAMESPACE }) };
    } catch {
      waiting(seconds);
      await sleep(seconds * 1000, undefined, { signal: stopped }).catch(() => undefined);
    }
  }
  return null;
}
