import { page, type RouteEntry } from '../route.ts';

export const accountRoutes: RouteEntry[] = [page('preferences', 'routes/account/preferences.tsx')];
