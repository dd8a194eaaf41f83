import type { LoaderFunctionArgs } from '@remix-run/node';
import { pages } from '#contracts/pages/index.ts';
import { enter } from '../../guards.ts';
import { fileOfTable } from '../../lists/table.ts';
import { askedOfVersions } from './asked.ts';
import { presentVersions } from './present-policy.server.ts';

/** The versions of the durations as a file for a spreadsheet, narrowed and in order as on their page (T-08, B-11). */
export async function loader(args: LoaderFunctionArgs) {
  const { context, request } = args;
  const { user: officer } = enter(pages.office.policyFile, args);
  const { filter, order } = askedOfVersions(new URL(request.url).searchParams);
  return context.services.policy.sendVersions(officer, {
    ...{ filter, order },
    words: (rows) => fileOfTable(context.t('policy:fileName'), presentVersions(context.reader, rows)),
  });
}
