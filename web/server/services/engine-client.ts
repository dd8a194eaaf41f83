import { Client, Connection } from '@temporalio/client';
import { temporalOptions, type TemporalEnv } from '#config/temporal.ts';

export type EngineClient = { client: Client; close(): Promise<void> };

/** The web's connection to Temporal: opened at the first use, so that pages can be read while the engine is down (architecture §4). */
export function openEngineClient(env: TemporalEnv): EngineClient {
  const { connection: options, namespace } = temporalOptions(env);
  const connection = Connection.lazy({ ...options, connectTimeout: '3 seconds' });
  return { client: new Client({ connection, namespace }), close: () => connection.close() };
}
