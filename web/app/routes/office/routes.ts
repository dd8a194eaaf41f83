import type { RouteEntry } from '../route.ts';

export const officeRoutes: RouteEntry[] = [];
