import { bind } from '../bind.ts';
import type { ServiceDeps } from '../deps.ts';
import { issueReferral, referralsPage, resendReferral, revokeReferral } from './issue-referral.ts';
import { openFiling, openRequests, recogniseCodes } from './open-filing.ts';

export type ReferralServices = ReturnType<typeof createReferralServices>;

/** The Office's codes: issued, listed, revoked (F-051); recognised, and the dossier that they open (F-054, F-055). */
export function createReferralServices(deps: ServiceDeps) {
  return bind(deps, {
    issue: issueReferral,
    resend: resendReferral,
    revoke: revokeReferral,
    list: referralsPage,
    recogniseCodes,
    openRequests,
    openFiling,
  });
}
