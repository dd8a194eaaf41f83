import type { Env } from '#config/env.ts';
import { standardPolicy, type Policy } from '#domain/dossier/policy.ts';

/** The durations that a new dossier will live by: the standard ones, or those that a test or a demonstration was configured with. */
export function policyInForce({ POLICY_JSON }: Pick<Env, 'POLICY_JSON'>): Policy {
  return { ...standardPolicy, ...POLICY_JSON };
}
