import { redirect } from '@remix-run/node';
import { href, pages } from '#contracts/pages/index.ts';
import type { Page } from '#contracts/pages/page.ts';
import { enter, type PageArgs } from '../guards.ts';

/** A page whose address names a dossier. */
export type DossierPage = Page<`/dossiers/:dossierId${string}`, 'reader'>;

/** Opens the dossier of the page's address for the reader; a draft is completed on its own pages. */
export async function openFrom(page: DossierPage, args: PageArgs) {
  const { user, params } = enter(page, args);
  const opened = await args.context.services.dossier.open(user, params.dossierId);
  const draft = opened.state.status === 'draft' || opened.state.status === 'expired';
  if (draft && opened.side === 'consumer') throw redirect(href(pages.filing.tasks, { dossierId: opened.head.id }));
  return opened;
}

/** The dossier with what stands around its tabs. */
export async function loadFrame(page: DossierPage, args: PageArgs) {
  const { context } = args;
  const opened = await openFrom(page, args);
  const frame = await context.services.dossier.frame(opened, context.language, context.t);
  return { opened, frame };
}
