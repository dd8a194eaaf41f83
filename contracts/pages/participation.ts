import { page } from './page.ts';

const open = { enters: 'anyone', opensFirst: true } as const;

/** Where companies ask to take part (F-014), and respondents for the access of their people (F-019). */
export const participationPages = {
  form: page('/participation', 'participation/form', open),
  sent: page('/participation/recue', 'participation/sent', open),
  /** The link of a mail: what became of a request, and the form to correct. */
  followed: page('/participation/suite/:token', 'participation/followed', { ...open, words: ['token'] }),
  team: page('/equipe', 'team/team', { enters: 'signedIn' }),
  company: page('/equipe/:merchantId', 'team/company', { enters: 'signedIn' }),
  /** A download: the company's people for a spreadsheet. */
  companyFile: page('/equipe/:merchantId/fichier', 'team/company-file', { enters: 'signedIn' }),
} as const;
