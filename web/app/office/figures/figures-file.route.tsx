import type { LoaderFunctionArgs } from '@remix-run/node';
import { pages } from '#contracts/pages/index.ts';
import { enter } from '../../guards.ts';
import { askedMonths } from './asked.ts';
import { figuresFile } from './present-figures.server.ts';

/** The figures of a period as a file for a spreadsheet (B-11). */
export async function loader(args: LoaderFunctionArgs) {
  const { context, request } = args;
  const { user: officer } = enter(pages.office.figuresFile, args);
  return context.services.office.sendFigures(officer, {
    asked: askedMonths(request),
    words: (figures) => figuresFile(context.reader, figures),
  });
}
