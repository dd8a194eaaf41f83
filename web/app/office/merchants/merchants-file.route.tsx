import type { LoaderFunctionArgs } from '@remix-run/node';
import { pages } from '#contracts/pages/index.ts';
import { enter } from '../../guards.ts';
import { fileOfTable } from '../../lists/table.ts';
import { askedOfMerchants } from './asked.ts';
import { presentMerchants } from './present-list.server.ts';

/** The merchants as a file for a spreadsheet, narrowed and in order as their page is (F-014, B-11). */
export async function loader(args: LoaderFunctionArgs) {
  const { context, request } = args;
  const { user: officer } = enter(pages.office.merchantsFile, args);
  const { filter, order } = askedOfMerchants(new URL(request.url).searchParams);
  return context.services.directory.sendMerchants(officer, {
    filter,
    order,
    words: (rows) => fileOfTable(context.t('directory:merchants.fileName'), presentMerchants(context.reader, rows)),
  });
}
