import type { LoaderFunctionArgs } from '@remix-run/node';
import { pages } from '#contracts/pages/index.ts';
import { enter } from '../../guards.ts';
import { askedOfCodes } from './asked.ts';
import { presentReferralFile } from './codes.present.server.ts';

/** The codes as a file for a spreadsheet, narrowed and in order as their page is; never a code itself (F-051, B-11). */
export async function loader(args: LoaderFunctionArgs) {
  const { context, request } = args;
  const { user: officer } = enter(pages.office.codesFile, args);
  const { filter, order } = askedOfCodes(new URL(request.url).searchParams);
  return context.services.referrals.sendFile(officer, {
    filter,
    order,
    words: (rows) => ({ fileName: context.t('office:codes.fileName'), ...presentReferralFile(context.reader, rows) }),
  });
}
