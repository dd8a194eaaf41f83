import type { LoaderFunctionArgs } from '@remix-run/node';
import { pages } from '#contracts/pages/index.ts';
import { enter } from '../../guards.ts';
import { fileOfTable } from '../../lists/table.ts';
import { askedOfReplies } from './asked.ts';
import { presentReplies } from './present.server.ts';

/** The saved replies as a file for a spreadsheet, narrowed and in order as their page is (B-09). */
export async function loader(args: LoaderFunctionArgs) {
  const { context, request } = args;
  const { user } = enter(pages.queue.repliesFile, args);
  const { filter, order } = askedOfReplies(new URL(request.url).searchParams);
  return context.services.queue.sendReplies(user, {
    ...{ filter, order },
    words: (rows) =>
      fileOfTable(
        context.t('queue:replies.fileName'),
        presentReplies(context.reader, user.memberships.length > 1, rows),
      ),
  });
}
