import type { RouteEntry } from '../route.ts';

export const intakeRoutes: RouteEntry[] = [];
