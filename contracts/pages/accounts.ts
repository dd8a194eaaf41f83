import { page } from './page.ts';

const open = { enters: 'anyone', opensFirst: true } as const;

/** Ways in and out, the steps of the first visit, and one's own account. */
export const accountPages = {
  keeping: page('/saisies', 'accounts/keeping', open),
  preferences: page('/preferences', 'accounts/preferences', open),
  signUp: page('/inscription', 'accounts/sign-up', open),
  verify: page('/inscription/code', 'accounts/verify', open),
  signIn: page('/connexion', 'accounts/sign-in', open),
  /** Answers in a demonstration only (ADR 33). */
  demonstration: page('/demonstration', 'demonstration/demonstration', open),
  signOut: page('/deconnexion', 'accounts/sign-out', open),
  forgot: page('/mot-de-passe', 'accounts/forgot', open),
  reset: page('/mot-de-passe/code', 'accounts/reset', open),
  activation: page('/activation/:token', 'accounts/activation', { ...open, words: ['token'] }),
  undertaking: page('/engagement', 'accounts/undertaking', { enters: 'signedIn', opensFirst: true }),
  profile: page('/profil', 'accounts/profile', { enters: 'signedIn', opensFirst: true }),
  security: page('/profil/securite', 'accounts/security', { enters: 'signedIn' }),
} as const;
