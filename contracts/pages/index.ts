import { absencePages } from './absences.ts';
import { accountPages } from './accounts.ts';
import { dossierPages } from './dossier.ts';
import { filingPages } from './filing.ts';
import { officePages } from './office.ts';
import type { Page } from './page.ts';
import { participationPages } from './participation.ts';
import { publicPages } from './public.ts';
import { queuePages } from './queue.ts';
import { representationPages } from './representation.ts';

export { helpAddress, helpSlugs, type HelpTheme } from './help.ts';
export { href, withQuery } from './page.ts';

/**
 * The address book: every address of the platform, who enters, and the module that answers. Routes, links, redirects, mails and the gate
 * (web/server/remix.ts) are read from it: what is not in it is not served. A link sent by one side opens for the other, whatever the language.
 */
export const pages = {
  public: publicPages,
  accounts: accountPages,
  office: officePages,
  filing: filingPages,
  dossier: dossierPages,
  representation: representationPages,
  absences: absencePages,
  participation: participationPages,
  queue: queuePages,
} as const;

/** Every page by its name, which is also its route's id: `dossier.propose`. */
export const pagesById: Readonly<Record<string, Page>> = Object.fromEntries(
  Object.entries(pages).flatMap(([feature, entries]) =>
    Object.entries(entries).map(([name, entry]: [string, Page]) => [`${feature}.${name}`, entry]),
  ),
);
