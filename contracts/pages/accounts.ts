import { page } from './page.ts';

const open = { enters: 'anyone', opensFirst: true } as const;
/** Where a second factor is set up, before anything else where it is required. */
const factorStep = { enters: 'signedIn', opensFirst: true, opensBeforeFactor: true } as const;

/** Ways in and out, the steps of the first visit, and one's own account. */
export const accountPages = {
  keeping: page('/saisies', 'accounts/keeping', open),
  preferences: page('/preferences', 'accounts/preferences', open),
  signUp: page('/inscription', 'accounts/sign-up', open),
  verify: page('/inscription/code', 'accounts/verify', open),
  signIn: page('/connexion', 'accounts/sign-in', open),
  /** Answers in a demonstration only (ADR 33). */
  demonstration: page('/demonstration', 'demonstration/demonstration', open),
  secondStep: page('/connexion/deuxieme-etape', 'accounts/factors/second-step', open),
  passkeySignIn: page('/connexion/cle-d-acces', 'accounts/factors/passkey-sign-in', open),
  /** To the office's own identity service, and back (ADR 42); nothing is there where it has none. */
  identity: page('/connexion/service', 'accounts/identity/leave', open),
  identityReturn: page('/connexion/service/retour', 'accounts/identity/return', open),
  signOut: page('/deconnexion', 'accounts/sign-out', open),
  forgot: page('/mot-de-passe', 'accounts/forgot', open),
  reset: page('/mot-de-passe/code', 'accounts/reset', open),
  activation: page('/activation/:token', 'accounts/activation', { ...open, words: ['token'] }),
  undertaking: page('/engagement', 'accounts/undertaking', { enters: 'signedIn', opensFirst: true }),
  profile: page('/profil', 'accounts/profile', { enters: 'signedIn', opensFirst: true }),
  security: page('/profil/securite', 'accounts/security', { enters: 'signedIn' }),
  email: page('/profil/courriel', 'accounts/email/email', { enters: 'signedIn' }),
  emailCode: page('/profil/courriel/code', 'accounts/email/code', { enters: 'signedIn' }),
  emailUndo: page('/courriel/:token', 'accounts/email/undo', { ...open, words: ['token'] }),
  factors: page('/profil/securite/deuxieme-etape', 'accounts/factors/factors', factorStep),
  authenticator: page('/profil/securite/application', 'accounts/factors/authenticator', factorStep),
  passkey: page('/profil/securite/cle-d-acces', 'accounts/factors/passkey', factorStep),
} as const;
