import { helpPages } from './help.ts';
import { page } from './page.ts';

const open = { enters: 'anyone', opensFirst: true } as const;

/** What everyone reads, signed in or not. */
export const publicPages = {
  home: page('/', 'public/landing', open),
  ...helpPages,
  whoSeesWhat: page('/qui-voit-quoi', 'public/who-sees-what/who-sees-what', open),
  terms: page('/conditions', 'public/terms', open),
  confidentiality: page('/confidentialite', 'public/confidentiality', open),
  privacy: page('/vie-privee', 'public/privacy', open),
  accessibility: page('/accessibilite', 'public/accessibility', open),
  /** Where the server shows a refusal made before any page was reached. */
  refusal: page('/refus', 'public/refusal', open),
  notFound: page('/*', 'public/not-found', open),
} as const;
