import { page } from './page.ts';

const reader = { enters: 'reader' } as const;

/** The pages of a dossier that was sent, and the list of one's own. */
export const dossierPages = {
  list: page('/dossiers', 'routes/dossier/list', { enters: 'signedIn' }),
  /** The list's name in French, for anyone who types it: leads to it. */
  listAlias: page('/mes-dossiers', 'routes/dossier/list-alias', { enters: 'anyone' }),
  summary: page('/dossiers/:dossierId', 'routes/dossier/summary', reader),
  documents: page('/dossiers/:dossierId/documents', 'routes/dossier/documents', reader),
  /** A download: the complete summary of what its reader may read (F-035, F-143). */
  fileSummary: page('/dossiers/:dossierId/documents/resume', 'routes/dossier/download-summary', reader),
  /** A download: the bytes of a document. */
  document: page('/dossiers/:dossierId/documents/:documentId', 'routes/intake/download', reader),
  withdrawDocument: page(
    '/dossiers/:dossierId/documents/:documentId/retrait',
    'routes/dossier/withdraw-document',
    reader,
  ),
  proposals: page('/dossiers/:dossierId/propositions', 'routes/dossier/proposals', reader),
  propose: page('/dossiers/:dossierId/propositions/nouvelle', 'routes/dossier/propose', reader),
  compare: page('/dossiers/:dossierId/propositions/comparer', 'routes/dossier/compare', reader),
  editProposal: page('/dossiers/:dossierId/propositions/:proposalId/modifier', 'routes/dossier/edit-proposal', reader),
  acceptProposal: page(
    '/dossiers/:dossierId/propositions/:proposalId/accepter',
    'routes/dossier/accept-proposal',
    reader,
  ),
  messages: page('/dossiers/:dossierId/messages', 'routes/dossier/messages', reader),
  /** Where the forms of messages and proposals are kept as they are typed. */
  autosave: page('/dossiers/:dossierId/brouillon', 'routes/dossier/autosave', reader),
  takeCharge: page('/dossiers/:dossierId/prise-en-charge', 'routes/dossier/take-charge', reader),
  refuse: page('/dossiers/:dossierId/refus', 'routes/dossier/refuse', reader),
  close: page('/dossiers/:dossierId/fermeture', 'routes/dossier/close', reader),
  mediation: page('/dossiers/:dossierId/mediation', 'routes/dossier/mediation', reader),
} as const;
