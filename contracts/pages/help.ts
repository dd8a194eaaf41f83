import { href, page } from './page.ts';

const open = { enters: 'anyone', opensFirst: true } as const;

/** Pages of help, and the word that each has in its address. */
export const helpSlugs = {
  process: 'deroulement',
  participants: 'qui-peut-participer',
  solutions: 'pistes-de-solution',
  negotiation: 'bien-negocier',
  caseLaw: 'exemples-de-jugements',
  mediation: 'mediation',
  merchants: 'conseils-aux-commercants',
  remedies: 'autres-recours',
  questions: 'questions-frequentes',
  contact: 'nous-joindre',
} as const;

export type HelpTheme = keyof typeof helpSlugs;

export const helpPages = {
  help: page('/aide', 'public/help/contents', open),
  helpTheme: page('/aide/:theme', 'public/help/theme', { ...open, words: ['theme'] }),
} as const;

/** The address of a page of help, at one of its sections where one is named. */
export function helpAddress(theme: HelpTheme, section?: string): string {
  const address = href(helpPages.helpTheme, { theme: helpSlugs[theme] });
  return section === undefined ? address : `${address}#${section}`;
}
