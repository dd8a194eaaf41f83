import type { HelpDurations } from '#content/help/index.ts';
import { wholeDays } from '#domain/calendar/durations.ts';
import type { Policy } from '#domain/dossier/policy.ts';
import type { ServiceDeps } from './deps.ts';
import { firstPolicy, policyInForce } from './policy-in-force.ts';

export type HelpServices = ReturnType<typeof createHelpServices>;

/** How long help goes on saying what it has read: it is for anyone, and as often as they like. */
const keptMs = 60_000;

/** What pages of help are told by the platform itself. */
export function createHelpServices(deps: Pick<ServiceDeps, 'db' | 'env' | 'now'>) {
  let known: { at: number; policy: Policy } | null = null;

  async function current(): Promise<Policy> {
    const at = deps.now().getTime();
    if (known && at - known.at < keptMs) return known.policy;
    // Help is read while the database is away.
    const policy = await policyInForce(deps).catch(() => known?.policy ?? firstPolicy(deps.env));
    known = { at, policy };
    return policy;
  }

  return {
    /** The durations that a dossier created today lives by. */
    async durations(): Promise<HelpDurations> {
      const policy = await current();
      return {
        draft: wholeDays(policy.draft),
        mediationWait: wholeDays(policy.mediationWait),
        mediationTarget: wholeDays(policy.mediationTarget),
        messages: wholeDays(policy.messagesAfterAgreement),
        retention: policy.retention,
      };
    },
  };
}
