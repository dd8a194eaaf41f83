import { index, page, type RouteEntry } from '../route.ts';

export const publicRoutes: RouteEntry[] = [
  index('routes/public/landing.tsx'),
  page('aide', 'routes/public/help.tsx'),
  page('conditions', 'routes/public/terms.tsx'),
  page('confidentialite', 'routes/public/confidentiality.tsx'),
  page('vie-privee', 'routes/public/privacy.tsx'),
  page('accessibilite', 'routes/public/accessibility.tsx'),
  page('refus', 'routes/public/refusal.tsx'),
  page('*', 'routes/public/not-found.tsx'),
];
