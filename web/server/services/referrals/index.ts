import { bind } from '../bind.ts';
import type { ServiceDeps } from '../deps.ts';
import { createCursors } from '../cursors.ts';
import { issueReferral, resendReferral, revokeReferral } from './issue-referral.ts';
import { asIssuedFor, findReferrals, referralsPage, sendReferrals } from './list.ts';
import { openFiling, openRequests, recogniseCodes } from './open-filing.ts';

export type ReferralServices = ReturnType<typeof createReferralServices>;

/** The Office's codes: issued, listed, revoked (F-051); recognised, and the dossier that they open (F-054, F-055). */
export function createReferralServices(services: ServiceDeps) {
  const deps = { ...services, cursors: createCursors(services.env.secrets) };
  return bind(deps, {
    issue: issueReferral,
    resend: resendReferral,
    revoke: revokeReferral,
    list: referralsPage,
    asIssuedFor,
    find: findReferrals,
    sendFile: sendReferrals,
    recogniseCodes,
    openRequests,
    openFiling,
  });
}
