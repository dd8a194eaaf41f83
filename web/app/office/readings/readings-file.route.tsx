import type { LoaderFunctionArgs } from '@remix-run/node';
import { csvOf } from '#content/csv.ts';
import { pages } from '#contracts/pages/index.ts';
import { enter } from '../../guards.ts';
import { presentReadings } from './present.server.ts';

/** The log of exceptional accesses as a file for a spreadsheet (A-30, B-11). */
export async function loader(args: LoaderFunctionArgs) {
  const { context } = args;
  const { user: officer } = enter(pages.office.readingsFile, args);
  return context.services.office.sendReadings(officer, (given) => {
    const { columns, rows } = presentReadings(context.reader, given);
    return {
      fileName: context.t('reading:log.fileName'),
      text: csvOf(
        columns,
        rows.map(({ cells }) => cells),
      ),
    };
  });
}
