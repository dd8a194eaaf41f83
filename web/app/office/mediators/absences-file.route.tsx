import type { LoaderFunctionArgs } from '@remix-run/node';
import { pages } from '#contracts/pages/index.ts';
import { presentOverseenFile } from '../../absences/present.server.ts';
import { enter } from '../../guards.ts';
import { askedOfAbsences } from './asked.ts';

/** The absences as a file for a spreadsheet, narrowed and in order as their page is (F-137, B-11). */
export async function loader(args: LoaderFunctionArgs) {
  const { context, request } = args;
  const { user: officer } = enter(pages.office.absencesFile, args);
  const { asked } = askedOfAbsences(new URL(request.url).searchParams);
  return context.services.absences.sendOverseen(officer, {
    ...asked,
    words: (given) => ({
      fileName: context.t('absences:office.fileName'),
      ...presentOverseenFile(context.reader, given),
    }),
  });
}
