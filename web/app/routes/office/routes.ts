import { page, type RouteEntry } from '../route.ts';

export const officeRoutes: RouteEntry[] = [
  page('office', 'routes/office/home.ts'),
  page('office/codes', 'routes/office/codes.tsx'),
  page('office/codes/nouveau', 'routes/office/request.tsx'),
  page('office/dossiers', 'routes/office/dossiers.tsx'),
  page('office/dossiers/:dossierId', 'routes/office/dossier.tsx'),
];
