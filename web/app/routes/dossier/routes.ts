import type { RouteEntry } from '../route.ts';

export const dossierRoutes: RouteEntry[] = [];
