import { page, type RouteEntry } from '../route.ts';

export const intakeRoutes: RouteEntry[] = [
  page('dossiers/nouveau', 'routes/intake/new.tsx'),
  page('dossiers/nouveau/:dossierId', 'routes/intake/undertaking.tsx'),
  page('dossiers/:dossierId/creation', 'routes/intake/tasks.tsx'),
  page('dossiers/:dossierId/creation/:screen', 'routes/intake/screen.tsx'),
  page('dossiers/:dossierId/creation/documents', 'routes/intake/documents.tsx'),
  page('dossiers/:dossierId/creation/revision', 'routes/intake/review.tsx'),
  page('dossiers/:dossierId/creation/:screen/enregistrer', 'routes/intake/autosave.ts'),
  page('dossiers/:dossierId/representation', 'routes/intake/representation.tsx'),
  page('dossiers/:dossierId/documents/:documentId', 'routes/intake/download.ts'),
  page('invitation', 'routes/intake/invitation.tsx'),
];
