import { redirect } from '@remix-run/node';
import { href, pages } from '#contracts/pages/index.ts';
import type { Page } from '#contracts/pages/page.ts';
import { refusalOf } from '#contracts/refusal.ts';
import { enter, type PageArgs } from '../guards.ts';
import { presentShell } from './shell/present.server.ts';

/** A page whose address names a dossier. */
export type DossierPage = Page<'/dossiers/:dossierId' | `/dossiers/:dossierId/${string}`, 'reader'>;

/** Loads the dossier of the page's address for the reader; a draft is completed on its own pages. */
export async function loadDossier(page: DossierPage, args: PageArgs) {
  const { user, params } = enter(page, args);
  const opened = await args.context.services.dossier.load(user, params.dossierId).catch((error: unknown) => {
    // Whoever is named to mediate declares first (ADR 31).
    if (refusalOf(error)?.code !== 'mediation.not_declared') throw error;
    throw redirect(href(pages.dossier.declareNoConflict, { dossierId: params.dossierId }), 303);
  });
  const draft = opened.state.status === 'draft' || opened.state.status === 'expired';
  if (draft && opened.side === 'consumer')
    throw redirect(href(pages.filing.tasks, { dossierId: opened.summaryRow.id }));
  return opened;
}

/** The dossier with what stands around its tabs. */
export async function loadWithShell(page: DossierPage, args: PageArgs) {
  const { services, reader } = args.context;
  const opened = await loadDossier(page, args);
  const shell = presentShell(reader, await services.dossier.shell(opened));
  return { opened, shell };
}
