import type { HelpDurations } from '#content/help/index.ts';
import { wholeDays } from '#domain/calendar/durations.ts';
import { bind } from './bind.ts';
import type { ServiceDeps } from './deps.ts';
import { policyInForce } from './referrals/policy-in-force.ts';

export type HelpServices = ReturnType<typeof createHelpServices>;

/** What pages of help are told by the platform itself. */
export function createHelpServices(deps: ServiceDeps) {
  return bind(deps, { durations });
}

/** The durations that a dossier created today lives by. */
function durations({ env }: Pick<ServiceDeps, 'env'>): HelpDurations {
  const policy = policyInForce(env);
  return {
    draft: wholeDays(policy.draft),
    mediationWait: wholeDays(policy.mediationWait),
    mediationTarget: wholeDays(policy.mediationTarget),
    messages: wholeDays(policy.messagesAfterAgreement),
  };
}
