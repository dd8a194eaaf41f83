import { page } from './page.ts';

const merchant = { enters: 'merchant' } as const;

/** What a merchant's people work with: their queue, and what they share as colleagues (F-041, B-09). */
export const queuePages = {
  list: page('/file-de-travail', 'queue/list/queue', merchant),
  /** A download: the same list for a spreadsheet. */
  file: page('/file-de-travail/fichier', 'queue/list/queue-file', merchant),
  /** Taking charge of several dossiers, or giving them to a colleague, once whom one replaces was read. */
  charge: page('/file-de-travail/prise-en-charge', 'queue/charge/charge', merchant),
  /** Putting several dossiers at one of the company's places. */
  establishment: page('/file-de-travail/etablissement', 'queue/charge/establishment', merchant),
  absences: page('/file-de-travail/absences', 'queue/absences/absences', merchant),
  replies: page('/file-de-travail/reponses', 'queue/replies/replies', merchant),
  /** A download: the same texts for a spreadsheet. */
  repliesFile: page('/file-de-travail/reponses/fichier', 'queue/replies/replies-file', merchant),
  reply: page('/file-de-travail/reponses/:replyId', 'queue/replies/reply', merchant),
} as const;
