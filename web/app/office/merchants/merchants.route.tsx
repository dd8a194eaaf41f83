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
import { askedOfMerchants, merchantOrders } from './asked.ts';
import { presentMerchantFilters, presentMerchants } from './present-list.server.ts';

export const meta = titleMeta;

const here = href(pages.office.merchants);

export async function loader(args: LoaderFunctionArgs) {
  const { context, request } = args;
  const { user: officer } = enter(pages.office.merchants, args);
  const { t, reader, services } = context;
  const address = new URL(request.url).searchParams;
  const { filter, order, query } = askedOfMerchants(address);
  const after = address.get('apres');
  const { rows, next, count, most } = await services.directory.merchants(officer, { filter, order, after });
  const filters = presentMerchantFilters(reader, query);
  return {
    title: t('directory:merchants.title'),
    of: [...filterSaid(filters), after && t('layout:pager.following')],
    list: {
      here,
      caption: t('directory:merchants.caption'),
      search: { label: t('directory:merchants.look'), hint: t('directory:merchants.hint') },
      filters,
      stays: { tri: query.tri },
      table: presentMerchants(reader, rows),
      sorts: sortsOf(merchantOrders, order, (tri) => withQuery(here, { ...query, tri })),
      count:
        count < most
          ? t('directory:merchants.count', { count })
          : t('directory:merchants.countMore', { count: most - 1 }),
      empty: emptyList(t, {
        ...{
          after,
          narrowed: Boolean(query.repondant),
          such: t('directory:merchants.noneSuch'),
          none: t('directory:merchants.empty'),
        },
        note: t('directory:merchants.emptyNote'),
      }),
      file: withQuery(href(pages.office.merchantsFile), query),
      next: next && withQuery(here, { ...query, apres: next }),
    },
  };
}

export async function action(args: ActionFunctionArgs) {
  const { context, request } = args;
  const { user: officer } = enter(pages.office.merchants, args);
  return answerSearch(request, async (asked) => {
    const { rows, next } = await context.services.directory.findMerchants(officer, asked);
    return { found: presentMerchants(context.reader, rows).rows, next };
  });
}

/** F-014, B-11: the merchants that take part, and how many people act for each. */
export default function Merchants() {
  const t = useT();
  const { title, list } = useLoaderData<typeof loader>();
  return (
    <OfficeList
      title={title}
      current="merchants"
      list={list}
      aside={<LinkButton to={href(pages.office.enrolMerchant)}>{t('directory:merchants.new')}</LinkButton>}
    />
  );
}
