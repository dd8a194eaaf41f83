import type { LoaderFunctionArgs } from '@remix-run/node';
import { pages } from '#contracts/pages/index.ts';
import { enter } from '../../guards.ts';
import { readAsked } from './asked.ts';
import { presentListFile } from './present.server.ts';

/** A mediator's dossiers as a file for a spreadsheet, narrowed and in order as their page is (B-10). */
export async function loader(args: LoaderFunctionArgs) {
  const { context, request } = args;
  const { user } = enter(pages.dossier.listFile, args);
  const { view, status, order } = readAsked(user.kind, new URL(request.url).searchParams);
  return context.services.dossier.sendDossiers(user, {
    ...{ view, status, order },
    words: (rows) => presentListFile(context.reader, rows),
  });
}
