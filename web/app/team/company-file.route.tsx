import type { LoaderFunctionArgs } from '@remix-run/node';
import { pages } from '#contracts/pages/index.ts';
import { enter } from '../guards.ts';
import { fileOfTable } from '../lists/table.ts';
import { askedOfPeople, colleagueOrders } from '../office/merchants/asked-people.ts';
import { presentColleagues } from './present.server.ts';

/** A company's people as a file for a spreadsheet, narrowed and in order as their page is (F-019). */
export async function loader(args: LoaderFunctionArgs) {
  const { context, request } = args;
  const { user, params } = enter(pages.participation.companyFile, args);
  const { filter, order } = askedOfPeople(colleagueOrders, new URL(request.url).searchParams);
  return context.services.participation.sendColleagues(user, {
    ...{ merchantId: params.merchantId, filter, order },
    words: ({ role, people }) =>
      fileOfTable(context.t('participation:team.fileName'), presentColleagues(context.reader, role, people)),
  });
}
