import { readFileSync } from 'node:fs';
import type { Env } from './env.ts';

/** The settings that say where Temporal is and how to authenticate. */
export type TemporalEnv = Pick<Env, 'TEMPORAL_ADDRESS' | 'TEMPORAL_NAMESPACE' | 'TEMPORAL_TLS' | 'TEMPORAL_API_KEY'> & {
  TEMPORAL_CA_FILE?: string | undefined;
};

/** TLS or not; with the authority to trust instead of the public ones, where one is named. */
export type TemporalTls = boolean | { serverRootCACertificate: Buffer };

export type TemporalOptions = {
  /** For `Connection` of the client and `NativeConnection` of the worker alike. */
  connection: { address: string; tls: TemporalTls; apiKey?: string };
  namespace: string;
};

/**
 * How every process connects to Temporal: web, worker and scripts. A key is a credential: with one the connection is by TLS, also where
 * `TEMPORAL_TLS` is not set (the opposite, a key and `TEMPORAL_TLS=false`, is refused when the environment is read); likewise with an authority.
 */
export function temporalOptions(env: TemporalEnv): TemporalOptions {
  const { TEMPORAL_ADDRESS: address, TEMPORAL_API_KEY: apiKey, TEMPORAL_NAMESPACE: namespace } = env;
  const { TEMPORAL_CA_FILE: file } = env;
  const tls = file ? { serverRootCACertificate: readFileSync(file) } : apiKey ? true : (env.TEMPORAL_TLS ?? false);
  return { connection: { address, tls, ...(apiKey ? { apiKey } : {}) }, namespace };
}
