import { page, type RouteEntry } from '../route.ts';

export const accountRoutes: RouteEntry[] = [
  page('preferences', 'routes/account/preferences.tsx'),
  page('inscription', 'routes/account/sign-up.tsx'),
  page('inscription/code', 'routes/account/verify.tsx'),
  page('connexion', 'routes/account/sign-in.tsx'),
  page('deconnexion', 'routes/account/sign-out.tsx'),
  page('mot-de-passe', 'routes/account/forgot.tsx'),
  page('mot-de-passe/code', 'routes/account/reset.tsx'),
  page('activation/:token', 'routes/account/activation.tsx'),
  page('engagement', 'routes/account/undertaking.tsx'),
  page('profil', 'routes/account/profile.tsx'),
  page('profil/securite', 'routes/account/security.tsx'),
];
