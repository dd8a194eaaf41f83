import { page } from './page.ts';

const consumer = { enters: 'consumer' } as const;

/** A dossier before it is sent: the codes, the undertaking, the steps. */
export const filingPages = {
  /** Anyone may follow the link of the e-mail; the codes are given once signed in (F-051). */
  start: page('/dossiers/nouveau', 'routes/intake/new', { enters: 'anyone', acts: 'consumer' }),
  undertaking: page('/dossiers/nouveau/:dossierId', 'routes/intake/undertaking', consumer),
  tasks: page('/dossiers/:dossierId/creation', 'routes/intake/tasks', consumer),
  screen: page('/dossiers/:dossierId/creation/:screen', 'routes/intake/screen', { ...consumer, words: ['screen'] }),
  documents: page('/dossiers/:dossierId/creation/documents', 'routes/intake/documents', consumer),
  review: page('/dossiers/:dossierId/creation/revision', 'routes/intake/review', consumer),
  /** Where a screen is saved as it is typed (B-03). */
  autosave: page('/dossiers/:dossierId/creation/:screen/enregistrer', 'routes/intake/autosave', {
    enters: 'signedIn',
    words: ['screen'],
  }),
} as const;
