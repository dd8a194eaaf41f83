import { page } from './page.ts';

const open = { enters: 'anyone', opensFirst: true } as const;

/** What everyone reads, signed in or not. */
export const publicPages = {
  home: page('/', 'routes/public/landing', open),
  help: page('/aide', 'routes/public/help', open),
  terms: page('/conditions', 'routes/public/terms', open),
  confidentiality: page('/confidentialite', 'routes/public/confidentiality', open),
  privacy: page('/vie-privee', 'routes/public/privacy', open),
  accessibility: page('/accessibilite', 'routes/public/accessibility', open),
  /** Where the server shows a refusal made before any page was reached. */
  refusal: page('/refus', 'routes/public/refusal', open),
  notFound: page('/*', 'routes/public/not-found', open),
} as const;
