import { href, pages } from '#contracts/pages/index.ts';
import type { CurrentUser } from './services/accounts/types.ts';

/** A step of the first visit: the page to do it on, and the refusal of a person who acts before it is done. */
export type Step = { path: string; code: 'auth.factor_required' | 'auth.profile_required' | 'auth.terms_required' };

const factor: Step = { path: href(pages.accounts.factors), code: 'auth.factor_required' };
const profile: Step = { path: href(pages.accounts.profile), code: 'auth.profile_required' };
const undertaking: Step = { path: href(pages.accounts.undertaking), code: 'auth.terms_required' };

/**
 * The step that is due now on a page: the second factor where it is required (ADR 35), the profile (F-012, F-017, F-021), then the terms and the
 * undertaking (F-018, A-20); null once all are done. They are asked of everyone, those who act for the Office included. Consumers
 * accept the texts for each dossier (F-055, F-077), and here when new ones have come. Meanwhile only the pages that the address book opens first are served
 * (`opensFirst`), and before a second factor only those of them that show nothing of the account (`opensBeforeFactor`).
 */
export function stepDue(
  user: CurrentUser | null,
  page: { opensFirst: boolean; opensBeforeFactor: boolean },
): Step | null {
  if (!user) return null;
  if (user.factorDue && !page.opensBeforeFactor) return factor;
  if (page.opensFirst) return null;
  if (!user.profileComplete) return profile;
  return user.termsDue ? undertaking : null;
}
