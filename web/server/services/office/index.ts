import { choices, isCode, label } from '#content/lists/index.ts';
import type { Language } from '#content/texts/index.ts';
import type { ReferralForm } from '#contracts/schemas/office.ts';
import { enrolledMerchants } from '#db/directory/merchants.ts';
import { bind } from '../bind.ts';
import { createCursors } from '../cursors.ts';
import type { ServiceDeps } from '../deps.ts';
import { extendDraft, nudge, officeDossier, officeDossiers } from './dossiers.ts';
import type { ReferralState } from '#db/referrals/list.ts';
import { issueReferral, referralsPage, resendReferral, revokeReferral } from './referrals.ts';

export type OfficeServices = ReturnType<typeof createOfficeServices>;

/** What the office pages read and do: process data only (F-005, F-051, F-136, A-05). */
export function createOfficeServices(deps: ServiceDeps) {
  const dossiers = bind(
    { ...deps, cursors: createCursors(deps.env.CODE_PEPPER) },
    { dossiers: officeDossiers, dossier: officeDossier, extend: extendDraft, nudge },
  );
  return {
    ...dossiers,
    issue: (officerId: string, form: ReferralForm, key: string) => issueReferral(deps, officerId, form, key),
    resend: (officerId: string, id: string) => resendReferral(deps, officerId, id),
    revoke: (officerId: string, id: string) => revokeReferral(deps, officerId, id),
    referrals: (view: { state: ReferralState | null; after: { issuedAt: string; id: string } | null }) =>
      referralsPage(deps, view),
    enrolledMerchants: () => enrolledMerchants(deps.db),
    problemKinds: (language: Language) => choices('problemKinds', language),
    ineligibility: (language: Language) => choices('ineligibility', language),
    isProblemKind: (code: string) => isCode('problemKinds', code),
    problemKind: (code: string, language: Language) => label('problemKinds', code, language),
  };
}
