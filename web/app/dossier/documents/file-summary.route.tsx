import type { LoaderFunctionArgs } from '@remix-run/node';
import { href, pages } from '#contracts/pages/index.ts';
import { loadDossier } from '../load-dossier.ts';
import { fileSummaryWords } from './present-file-summary.server.ts';

/** « Résumé complet du dossier » as a file, made on request (D-04, F-035, F-143, A-03); `?partie=2` when it is a long one. */
export async function loader(args: LoaderFunctionArgs) {
  const { context, request } = args;
  const opened = await loadDossier(pages.dossier.fileSummary, args);
  const part = new URL(request.url).searchParams.get('partie');
  const address = `${context.settings.origin}${href(pages.dossier.fileSummary, { dossierId: opened.summaryRow.id })}?partie=`;
  return context.services.dossier.sendFileSummary(opened, { part, words: fileSummaryWords(context.reader, address) });
}
