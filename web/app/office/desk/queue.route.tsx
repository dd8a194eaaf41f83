import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { AppError } from '#contracts/errors.ts';
import { href, pages, withQuery } from '#contracts/pages/index.ts';
import { isCode } from '#content/lists/index.ts';
import { emptyList } from '../../lists/empty-list.ts';
import { enter } from '../../guards.ts';
import { titleMeta } from '../../layout/meta.ts';
import { answerSearch } from '../../lists/answer-search.ts';
import { sortsOf } from '../../lists/orders.ts';
import { useT } from '../../texts.tsx';
import { OfficeList } from '../OfficeList.tsx';
import { presentFilters } from './present-filters.server.ts';
import { presentQueue } from './present-queue.server.ts';
import { askedOf, filtersOf, ordersOf, queueOf } from './queues.ts';

export const meta = titleMeta;

/** The list that the address names. */
function named(slug: string) {
  const name = queueOf(slug);
  if (!name) throw new AppError('access.not_found');
  return name;
}

export async function loader(args: LoaderFunctionArgs) {
  const { context, request } = args;
  const { user: officer, params } = enter(pages.office.queue, args);
  const { t, reader, services } = context;
  const name = named(params.queue);
  const address = new URL(request.url).searchParams;
  const { filter, order, query } = askedOf(name, address, (code) => isCode('problemKinds', code));
  const after = address.get('apres');
  const asked = await services.office.queue({ officerId: officer.id, name, filter, order, after });
  const here = href(pages.office.queue, params);
  const days = t('office:desk.days', { count: asked.unansweredDays });
  const title = t(`office:desk.queues.${name}.title`);
  return {
    title,
    of: [after && t('layout:pager.following')],
    hint: t(`office:desk.queues.${name}.hint`, { days }),
    list: {
      here,
      caption: title,
      search: { label: t('office:desk.look'), hint: t(`office:desk.lookHint.${name}`) },
      filters: presentFilters(reader, name, query),
      stays: { tri: query['tri'] ?? null },
      table: presentQueue(reader, name, asked),
      sorts: sortsOf(ordersOf(name), order, (tri) => withQuery(here, { ...query, tri })),
      count: null,
      empty: emptyList(t, {
        after,
        // What `etat` and `jours` narrow it to is in its own sentence.
        narrowed: filtersOf(name).some((each) => each !== 'etat' && each !== 'jours' && query[each]),
        ...{ such: t('office:desk.noneSuch'), none: t(`office:desk.queues.${name}.empty`, { days }) },
      }),
      file: withQuery(href(pages.office.queueFile, params), query),
      next: asked.next && withQuery(here, { ...query, apres: asked.next }),
    },
  };
}

export async function action(args: ActionFunctionArgs) {
  const { context, request } = args;
  const { user: officer, params } = enter(pages.office.queue, args);
  const name = named(params.queue);
  return answerSearch(request, async (asked) => {
    const { rows, next, now } = await context.services.office.searchQueue(officer, { name, ...asked });
    return { found: presentQueue(context.reader, name, { rows, now }).rows, next };
  });
}

/** One list of the desk (F-130, F-136, A-06, A-24, B-11). */
export default function Queue() {
  const t = useT();
  const { title, hint, list } = useLoaderData<typeof loader>();
  return (
    <OfficeList
      title={title}
      current="home"
      intro={hint}
      list={list}
      crumbs={[{ label: t('office:desk.title'), to: href(pages.office.home) }, { label: title }]}
    />
  );
}
