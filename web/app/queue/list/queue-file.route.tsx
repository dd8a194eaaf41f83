import type { LoaderFunctionArgs } from '@remix-run/node';
import { pages } from '#contracts/pages/index.ts';
import { enter } from '../../guards.ts';
import { askedOfQueue } from './asked.ts';
import { presentQueueFile } from './present.server.ts';

/** The queue as a file for a spreadsheet, narrowed and in order as its page is (F-041, B-09). */
export async function loader(args: LoaderFunctionArgs) {
  const { context, request } = args;
  const { user } = enter(pages.queue.file, args);
  const { asked } = askedOfQueue(new URL(request.url).searchParams);
  return context.services.queue.sendFile(user, {
    ...asked,
    words: ({ rows, now }) => ({
      fileName: context.t('queue:fileName'),
      ...presentQueueFile(context.reader, rows, now),
    }),
  });
}
