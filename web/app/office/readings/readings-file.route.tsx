import type { LoaderFunctionArgs } from '@remix-run/node';
import { isCode } from '#content/lists/index.ts';
import { pages } from '#contracts/pages/index.ts';
import { enter } from '../../guards.ts';
import { fileOfTable } from '../../lists/table.ts';
import { askedOfReadings } from './asked.ts';
import { presentReadings } from './present.server.ts';

/** The log of exceptional accesses as a file for a spreadsheet, narrowed and in order as its page is (A-30, B-11). */
export async function loader(args: LoaderFunctionArgs) {
  const { context, request } = args;
  const { user: officer } = enter(pages.office.readingsFile, args);
  const { filter, order } = askedOfReadings(new URL(request.url).searchParams, (code) =>
    isCode('breakGlassReasons', code),
  );
  return context.services.office.sendReadings(officer, {
    filter,
    order,
    words: (rows) => fileOfTable(context.t('reading:log.fileName'), presentReadings(context.reader, rows)),
  });
}
