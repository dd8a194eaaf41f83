import type { LoaderFunctionArgs } from '@remix-run/node';
import { isCode } from '#content/lists/index.ts';
import { AppError } from '#contracts/errors.ts';
import { pages } from '#contracts/pages/index.ts';
import { enter } from '../../guards.ts';
import { fileOfTable } from '../../lists/table.ts';
import { presentQueue } from './present-queue.server.ts';
import { askedOf, queueOf, slugOf } from './queues.ts';

/** A list of the desk as a file for a spreadsheet, narrowed and in order as its page is (B-11). */
export async function loader(args: LoaderFunctionArgs) {
  const { context, request } = args;
  const { user: officer, params } = enter(pages.office.queueFile, args);
  const name = queueOf(params.queue);
  if (!name) throw new AppError('access.not_found');
  const { filter, order } = askedOf(name, new URL(request.url).searchParams, (code) => isCode('problemKinds', code));
  return context.services.office.sendQueue(officer, {
    name,
    filter,
    order,
    words: (given) => fileOfTable(`${slugOf(name)}.csv`, presentQueue(context.reader, name, given)),
  });
}
