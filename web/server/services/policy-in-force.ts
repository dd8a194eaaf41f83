import { policyVersions } from '#db/office/policy-versions.ts';
import { standardPolicy, type Policy } from '#domain/dossier/policy.ts';
import { policyAt } from '#domain/policy/versions.ts';
import type { ServiceDeps } from './deps.ts';

/** The durations of the installation: the standard ones with those of its settings (`POLICY_JSON`). They are the first version. */
export function firstPolicy({ POLICY_JSON }: Pick<ServiceDeps['env'], 'POLICY_JSON'>): Policy {
  return { ...standardPolicy, ...POLICY_JSON };
}

/** The durations that a dossier which opens now will live by. */
export async function policyInForce({ db, env, now }: Pick<ServiceDeps, 'db' | 'env' | 'now'>): Promise<Policy> {
  return policyAt(firstPolicy(env), await policyVersions(db), now().toISOString());
}
