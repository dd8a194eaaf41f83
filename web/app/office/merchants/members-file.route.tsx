import type { LoaderFunctionArgs } from '@remix-run/node';
import { pages } from '#contracts/pages/index.ts';
import { enter } from '../../guards.ts';
import { fileOfTable } from '../../lists/table.ts';
import { askedOfPeople, memberOrders } from './asked-people.ts';
import { presentMembers } from './present-members.server.ts';

/** A merchant's people as a file for a spreadsheet, narrowed and in order as on its page (F-019, B-11). */
export async function loader(args: LoaderFunctionArgs) {
  const { context, request } = args;
  const { user: officer, params } = enter(pages.office.membersFile, args);
  const { directory } = context.services;
  const { id: merchantId } = await directory.merchant(params.merchantId);
  const { filter, order } = askedOfPeople(memberOrders, new URL(request.url).searchParams);
  return directory.sendPeople(officer, {
    ...{ company: { merchantId }, filter, order },
    words: (rows) =>
      fileOfTable(
        context.t('directory:merchant.fileName'),
        presentMembers(context.reader, { merchantId, now: context.now }, rows),
      ),
  });
}
