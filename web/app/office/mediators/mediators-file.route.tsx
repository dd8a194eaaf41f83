import type { LoaderFunctionArgs } from '@remix-run/node';
import { pages } from '#contracts/pages/index.ts';
import { enter } from '../../guards.ts';
import { fileOfTable } from '../../lists/table.ts';
import { askedOfMediators } from './asked.ts';
import { presentMediators } from './present-list.server.ts';

/** The mediators as a file for a spreadsheet, narrowed and in order as their page is (F-020, B-11). */
export async function loader(args: LoaderFunctionArgs) {
  const { context, request } = args;
  const { user: officer } = enter(pages.office.mediatorsFile, args);
  const { filter, order } = askedOfMediators(new URL(request.url).searchParams);
  return context.services.directory.sendMediators(officer, {
    filter,
    order,
    words: (rows) =>
      fileOfTable(context.t('directory:mediators.fileName'), presentMediators(context.reader, rows, context.now)),
  });
}
