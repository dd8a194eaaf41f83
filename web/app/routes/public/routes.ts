import { index, page, type RouteEntry } from '../route.ts';

export const publicRoutes: RouteEntry[] = [
  index('routes/public/landing.tsx'),
  page('refus', 'routes/public/refusal.tsx'),
  page('*', 'routes/public/not-found.tsx'),
];
