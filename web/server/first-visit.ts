import type { CurrentUser } from './services/accounts/types.ts';

/**
 * What opens to a signed-in person who has something of the first visit left to do: the public pages and the texts to accept, signing in
 * and out, the reader's preferences, and the steps themselves. Every route that is not named here waits, a new one too.
 */
export const openFirst: ReadonlySet<string> = new Set([
  'root',
  'routes/public/landing',
  'routes/public/help',
  'routes/public/terms',
  'routes/public/confidentiality',
  'routes/public/privacy',
  'routes/public/accessibility',
  'routes/public/refusal',
  'routes/public/not-found',
  'routes/account/preferences',
  'routes/account/sign-up',
  'routes/account/verify',
  'routes/account/sign-in',
  'routes/account/sign-out',
  'routes/account/forgot',
  'routes/account/reset',
  'routes/account/activation',
  'routes/account/profile',
  'routes/account/undertaking',
]);

/** A step of the first visit: the page to do it on, and the refusal of whoever acts before. */
export type Step = {
  path: '/profil' | '/engagement';
  code: 'auth.profile_required' | 'auth.terms_required';
};

const profile: Step = { path: '/profil', code: 'auth.profile_required' };
const undertaking: Step = { path: '/engagement', code: 'auth.terms_required' };

/**
 * The step that is due now: the profile (F-012, F-017, F-021), then the terms and the undertaking (F-018, A-20); null once all are done.
 * Officers have none: the requirements ask it of the parties and of mediators. Consumers accept the texts for each dossier (F-055, F-077), and
 * here when new ones have come.
 */
export function stepDue(user: CurrentUser | null): Step | null {
  if (!user || user.kind === 'officer') return null;
  if (!user.profileComplete) return profile;
  return user.termsDue ? undertaking : null;
}
