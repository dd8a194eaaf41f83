import { choices, isCode, label } from '#content/lists/index.ts';
import type { Language, Translate } from '#content/texts/index.ts';
import type { ReferralForm } from '#contracts/schemas/office.ts';
import { enrolledMerchants } from '#db/directory/merchants.ts';
import type { Side } from '#domain/dossier/types.ts';
import type { CurrentUser } from '../accounts/types.ts';
import { createCursors } from '../cursors.ts';
import type { ServiceDeps } from '../deps.ts';
import { extendDraft, nudge, officeDossier, officeDossiers } from './dossiers.ts';
import type { ReferralState } from '#db/referrals/list.ts';
import { issueReferral, referralsPage, resendReferral, revokeReferral } from './referrals.ts';

export type OfficeServices = ReturnType<typeof createOfficeServices>;

/** What the office pages read and do: process data only (F-005, F-051, F-136, A-05). */
export function createOfficeServices(deps: ServiceDeps) {
  const cursors = createCursors(deps.env.CODE_PEPPER);
  return {
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
    statuses: (language: Language) => choices('statuses', language),
    status: (code: string, language: Language) => label('statuses', code, language),
    role: (code: string, language: Language) => label('roles', code, language),
    /** `after`: the position as the address carries it; `next`: the one that follows the page. */
    dossiers: async (officerId: string, { status, after }: { status: string | null; after: string | null }) => {
      const list = `office ${officerId} ${status ?? ''}`;
      const { rows, next } = await officeDossiers(deps, { status, after: cursors.read(list, after) });
      return { rows, next: next && cursors.write(list, next) };
    },
    dossier: (officer: CurrentUser, id: string, language: Language, t: Translate) =>
      officeDossier(deps, officer, id, language, t),
    extend: (officerId: string, id: string, day: string, key: string) => extendDraft(deps, officerId, id, day, key),
    nudge: (officerId: string, id: string, side: Side, key: string) => nudge(deps, officerId, id, side, key),
  };
}
