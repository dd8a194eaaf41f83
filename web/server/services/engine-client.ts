import { Client, Connection } from '@temporalio/client';
import type { Env } from '#config/env.ts';

/** The web's connection to Temporal: opened at the first use, so that pages can be read while the engine is down (architecture §4). */
export function openEngineClient(
  env: Pick<Env, 'TEMPORAL_ADDRESS' | 'TEMPORAL_NAMESPACE' | 'TEMPORAL_API_KEY' | 'TEMPORAL_TLS'>,
): { client: Client; close(): Promise<void> } {
  const connection = Connection.lazy({
    address: env.TEMPORAL_ADDRESS,
    ...(env.TEMPORAL_API_KEY ? { apiKey: env.TEMPORAL_API_KEY, tls: true } : { tls: env.TEMPORAL_TLS }),
    connectTimeout: '3 seconds',
  });
  const client = new Client({ connection, namespace: env.TEMPORAL_NAMESPACE });
  return { client, close: () => connection.close() };
}
