import { page } from './page.ts';

const reader = { enters: 'reader' } as const;

/** The pages of a dossier that was sent, and the list of one's own. */
export const dossierPages = {
  list: page('/dossiers', 'dossier/list/list', { enters: 'signedIn', acts: 'mediator' }),
  /** A download: a mediator's for a spreadsheet. */
  listFile: page('/dossiers/fichier', 'dossier/list/list-file', { enters: 'mediator' }),
  /** The list's name in French, for anyone who types it: leads to it. */
  listAlias: page('/mes-dossiers', 'dossier/list/alias', { enters: 'anyone' }),
  summary: page('/dossiers/:dossierId', 'dossier/summary/summary', reader),
  documents: page('/dossiers/:dossierId/documents', 'dossier/documents/documents', reader),
  /** Where the scripts of that page send one file at a time. */
  upload: page('/dossiers/:dossierId/documents/envoi', 'dossier/documents/upload', reader),
  /** A download: the complete summary of what its reader may read (F-035, F-143). */
  fileSummary: page('/dossiers/:dossierId/documents/resume', 'dossier/documents/file-summary', reader),
  /** A download: the bytes of a document. */
  document: page('/dossiers/:dossierId/documents/:documentId', 'dossier/documents/document', reader),
  withdrawDocument: page('/dossiers/:dossierId/documents/:documentId/retrait', 'dossier/documents/withdraw', reader),
  /** Who concluded the agreement, when and as what, and the fingerprint of its document. */
  certificate: page('/dossiers/:dossierId/entente/certificat', 'dossier/documents/certificate', reader),
  proposals: page('/dossiers/:dossierId/propositions', 'dossier/proposals/proposals', reader),
  propose: page('/dossiers/:dossierId/propositions/nouvelle', 'dossier/proposals/form/propose', reader),
  compare: page('/dossiers/:dossierId/propositions/comparer', 'dossier/proposals/compare/compare', reader),
  /** All proposals in one table (B-10). */
  proposalsTable: page('/dossiers/:dossierId/propositions/tableau', 'dossier/proposals/table/table', reader),
  editProposal: page('/dossiers/:dossierId/propositions/:proposalId/modifier', 'dossier/proposals/form/edit', reader),
  acceptProposal: page(
    '/dossiers/:dossierId/propositions/:proposalId/accepter',
    'dossier/proposals/accept/accept',
    reader,
  ),
  /** « Cette proposition ne me convient pas »: asks the mediator for another version. */
  askForRevision: page(
    '/dossiers/:dossierId/propositions/:proposalId/autre-version',
    'dossier/proposals/revision/revision',
    reader,
  ),
  messages: page('/dossiers/:dossierId/messages', 'dossier/messages/messages', reader),
  /** Where the scripts of a dossier's pages hear that something is new, and say which message is looked at. */
  live: page('/dossiers/:dossierId/en-direct', 'dossier/live', reader),
  /** What the parties chose to show the mediator of their own messages, and where they choose it. */
  sharedMessages: page('/dossiers/:dossierId/messages/communiques', 'dossier/messages/sharing/shared', reader),
  shareMessages: page('/dossiers/:dossierId/messages/communiquer', 'dossier/messages/sharing/share', reader),
  /** Where the forms of messages and proposals are saved as they are typed. */
  autosave: page('/dossiers/:dossierId/brouillon', 'dossier/autosave', reader),
  takeCharge: page('/dossiers/:dossierId/prise-en-charge', 'dossier/charge/take-charge', reader),
  refuse: page('/dossiers/:dossierId/refus', 'dossier/closing/refuse', reader),
  close: page('/dossiers/:dossierId/fermeture', 'dossier/closing/close', reader),
  mediation: page('/dossiers/:dossierId/mediation', 'dossier/mediation/mediation', reader),
  leaveMediation: page('/dossiers/:dossierId/mediation/retrait', 'dossier/mediation/leave', reader),
  openCaucus: page('/dossiers/:dossierId/mediation/ouverture', 'dossier/mediation/open-caucus', reader),
  /** Before who is named to mediate reads anything else of the dossier. */
  declareNoConflict: page('/dossiers/:dossierId/mediation/declaration', 'dossier/mediation/declare', {
    ...reader,
    leaves: 'mediatorRecused',
  }),
  /** What the mediator does besides proposing and discussing. */
  closeMediation: page('/dossiers/:dossierId/mediation/fermeture', 'dossier/mediation/close', reader),
  handBack: page('/dossiers/:dossierId/mediation/remise', 'dossier/mediation/hand-back', {
    ...reader,
    leaves: 'mediatorRecused',
  }),
  report: page('/dossiers/:dossierId/mediation/suivi', 'dossier/mediation/report', reader),
  notes: page('/dossiers/:dossierId/mediation/notes', 'dossier/mediation/notes', reader),
} as const;
