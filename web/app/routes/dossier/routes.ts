import { page, type RouteEntry } from '../route.ts';

export const dossierRoutes: RouteEntry[] = [
  page('dossiers', 'routes/dossier/list.tsx'),
  page('mes-dossiers', 'routes/dossier/list-alias.tsx'),
  page('dossiers/:id', 'routes/dossier/summary.tsx'),
  page('dossiers/:id/documents', 'routes/dossier/documents.tsx'),
  page('dossiers/:id/documents/resume', 'routes/dossier/download-summary.ts'),
  page('dossiers/:id/documents/:documentId/retrait', 'routes/dossier/withdraw-document.tsx'),
  page('dossiers/:id/propositions', 'routes/dossier/proposals.tsx'),
  page('dossiers/:id/propositions/nouvelle', 'routes/dossier/propose.tsx'),
  page('dossiers/:id/propositions/comparer', 'routes/dossier/compare.tsx'),
  page('dossiers/:id/propositions/:proposalId/modifier', 'routes/dossier/edit-proposal.tsx'),
  page('dossiers/:id/propositions/:proposalId/accepter', 'routes/dossier/accept-proposal.tsx'),
  page('dossiers/:id/messages', 'routes/dossier/messages.tsx'),
  page('dossiers/:id/brouillon', 'routes/dossier/autosave.ts'),
  page('dossiers/:id/prise-en-charge', 'routes/dossier/take-charge.tsx'),
  page('dossiers/:id/refus', 'routes/dossier/refuse.tsx'),
  page('dossiers/:id/fermeture', 'routes/dossier/close.tsx'),
  page('dossiers/:id/mediation', 'routes/dossier/mediation.tsx'),
];
