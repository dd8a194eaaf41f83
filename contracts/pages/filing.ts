import { page } from './page.ts';

const consumer = { enters: 'consumer' } as const;

/** A dossier before it is sent: the codes, the undertaking, the steps. */
export const filingPages = {
  /** Anyone may follow the link of the e-mail; the codes are given once signed in (F-051). */
  start: page('/dossiers/nouveau', 'filing/start', { enters: 'anyone', acts: 'consumer' }),
  undertaking: page('/dossiers/nouveau/:dossierId', 'filing/undertaking', consumer),
  tasks: page('/dossiers/:dossierId/creation', 'filing/tasks', consumer),
  screen: page('/dossiers/:dossierId/creation/:screen', 'filing/screens/screen', { ...consumer, words: ['screen'] }),
  documents: page('/dossiers/:dossierId/creation/documents', 'filing/documents', consumer),
  /** Where the scripts of that page send one file at a time. */
  upload: page('/dossiers/:dossierId/creation/documents/envoi', 'filing/upload', consumer),
  review: page('/dossiers/:dossierId/creation/revision', 'filing/review', consumer),
  /** Where a screen is saved as it is typed (B-03). */
  autosave: page('/dossiers/:dossierId/creation/:screen/enregistrer', 'filing/screens/autosave', {
    enters: 'signedIn',
    words: ['screen'],
  }),
} as const;
