import { href, pages, withQuery } from '#contracts/pages/index.ts';
import { isUuid } from '#contracts/ids.ts';
import { cleanLine } from '#domain/typed/clean.ts';
import type { LoaderFunctionArgs } from '@remix-run/node';

/** The two directories of the Office, each with its addresses. */
export const directories = {
  merchants: {
    list: href(pages.office.merchants),
    open: href(pages.office.enrolMerchant),
    of: (id: string) => href(pages.office.merchant, { merchantId: id }),
  },
  mediators: {
    list: href(pages.office.mediators),
    open: href(pages.office.openMediator),
    of: (id: string) => href(pages.office.mediator, { userId: id }),
  },
} as const;

export type Directory = keyof typeof directories;

type View = { search: string; after: string | null };

/** A page of a directory: what was looked for, the rows, and where the following ones are. */
export async function loadDirectory<Row extends { id: string }>(
  name: Directory,
  { context, request }: Pick<LoaderFunctionArgs, 'context' | 'request'>,
  list: (view: View) => Promise<{ rows: Row[]; more: boolean; count: number }>,
) {
  const { search, after } = directoryQuery(request);
  const { rows, more, count } = await list({ search, after });
  const last = rows.at(-1);
  return {
    title: context.t(`directory:${name}.title`),
    of: [search, after && context.t('layout:pager.following')],
    search,
    rows,
    count,
    now: context.now,
    next: more && last ? withQuery(directories[name].list, { q: search, apres: last.id }) : null,
  };
}

/** What a directory's address asks for: the text to look for, and the row after which the page begins. */
function directoryQuery(request: Request): View {
  const query = new URL(request.url).searchParams;
  const search = cleanLine(query.get('q') ?? '').slice(0, 120);
  const after = query.get('apres');
  return { search, after: isUuid(after) ? after : null };
}
