import type { LoaderFunctionArgs } from '@remix-run/node';
import { isCode } from '#content/lists/index.ts';
import { pages } from '#contracts/pages/index.ts';
import { enter } from '../../guards.ts';
import { fileOfTable } from '../../lists/table.ts';
import { askedOf } from './asked.ts';
import { presentOfficeRows } from './present.server.ts';

/** The Office's dossiers as a file for a spreadsheet, narrowed and in order as their page is: their course, never their content (F-005, B-11). */
export async function loader(args: LoaderFunctionArgs) {
  const { context, request } = args;
  const { user: officer } = enter(pages.office.dossiersFile, args);
  const { filter, order } = askedOf(new URL(request.url).searchParams, (code) => isCode('statuses', code));
  return context.services.office.sendDossiers(officer, {
    filter,
    order,
    words: (rows) => fileOfTable(context.t('office:dossiers.fileName'), presentOfficeRows(context.reader, rows)),
  });
}
