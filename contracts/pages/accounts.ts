import { page } from './page.ts';

const open = { enters: 'anyone', opensFirst: true } as const;

/** Ways in and out, the steps of the first visit, and one's own account. */
export const accountPages = {
  preferences: page('/preferences', 'routes/account/preferences', open),
  signUp: page('/inscription', 'routes/account/sign-up', open),
  verify: page('/inscription/code', 'routes/account/verify', open),
  signIn: page('/connexion', 'routes/account/sign-in', open),
  signOut: page('/deconnexion', 'routes/account/sign-out', open),
  forgot: page('/mot-de-passe', 'routes/account/forgot', open),
  reset: page('/mot-de-passe/code', 'routes/account/reset', open),
  activation: page('/activation/:token', 'routes/account/activation', { ...open, words: ['token'] }),
  undertaking: page('/engagement', 'routes/account/undertaking', { enters: 'signedIn', opensFirst: true }),
  profile: page('/profil', 'routes/account/profile', { enters: 'signedIn', opensFirst: true }),
  security: page('/profil/securite', 'routes/account/security', { enters: 'signedIn' }),
} as const;
