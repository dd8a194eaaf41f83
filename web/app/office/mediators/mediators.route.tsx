import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { href, pages, withQuery } from '#contracts/pages/index.ts';
import { emptyList } from '../../lists/empty-list.ts';
import { enter } from '../../guards.ts';
import { titleMeta } from '../../layout/meta.ts';
import { answerSearch } from '../../lists/answer-search.ts';
import { sortsOf } from '../../lists/orders.ts';
import { useT } from '../../texts.tsx';
import { LinkButton } from '../../ui/Button.tsx';
import { filterSaid } from '../../lists/FilterForm.tsx';
import { OfficeList } from '../OfficeList.tsx';
import { askedOfMediators, mediatorOrders } from './asked.ts';
import { presentMediatorFilters, presentMediators } from './present-list.server.ts';

export const meta = titleMeta;

const here = href(pages.office.mediators);

export async function loader(args: LoaderFunctionArgs) {
  const { context, request } = args;
  const { user: officer } = enter(pages.office.mediators, args);
  const { t, reader, services, now } = context;
  const address = new URL(request.url).searchParams;
  const { filter, order, query } = askedOfMediators(address);
  const after = address.get('apres');
  const { rows, next, count, most } = await services.directory.mediators(officer, { filter, order, after });
  const filters = presentMediatorFilters(reader, query);
  const narrowed = query.etat !== null || query.langue !== null;
  return {
    title: t('directory:mediators.title'),
    of: [...filterSaid(filters), after && t('layout:pager.following')],
    list: {
      here,
      caption: t('directory:mediators.caption'),
      search: { label: t('directory:mediators.look'), hint: t('directory:mediators.hint') },
      filters,
      stays: { tri: query.tri },
      table: presentMediators(reader, rows, now),
      sorts: sortsOf(mediatorOrders, order, (tri) => withQuery(here, { ...query, tri })),
      count:
        count < most
          ? t('directory:mediators.count', { count })
          : t('directory:mediators.countMore', { count: most - 1 }),
      empty: emptyList(t, {
        ...{ after, narrowed, such: t('directory:mediators.noneSuch'), none: t('directory:mediators.empty') },
        note: t('directory:mediators.emptyNote'),
      }),
      file: withQuery(href(pages.office.mediatorsFile), query),
      next: next && withQuery(here, { ...query, apres: next }),
    },
  };
}

export async function action(args: ActionFunctionArgs) {
  const { context, request } = args;
  const { user: officer } = enter(pages.office.mediators, args);
  return answerSearch(request, async (asked) => {
    const { rows, next } = await context.services.directory.findMediators(officer, asked);
    return { found: presentMediators(context.reader, rows, context.now).rows, next };
  });
}

/** F-020, B-11: the mediators that have an account, and what each has under way. */
export default function Mediators() {
  const t = useT();
  const { title, list } = useLoaderData<typeof loader>();
  return (
    <OfficeList
      title={title}
      current="mediators"
      list={list}
      aside={<LinkButton to={href(pages.office.openMediator)}>{t('directory:mediators.new')}</LinkButton>}
    />
  );
}
