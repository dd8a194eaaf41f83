import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { isCode } from '#content/lists/index.ts';
import { href, pages, withQuery } from '#contracts/pages/index.ts';
import { emptyList } from '../../lists/empty-list.ts';
import { enter } from '../../guards.ts';
import { titleMeta } from '../../layout/meta.ts';
import { answerSearch } from '../../lists/answer-search.ts';
import { sortsOf } from '../../lists/orders.ts';
import { useT } from '../../texts.tsx';
import { filterSaid } from '../../lists/FilterForm.tsx';
import { OfficeList } from '../OfficeList.tsx';
import { askedOfReadings, readingOrders } from './asked.ts';
import { presentReadings } from './present.server.ts';

export const meta = titleMeta;

const here = href(pages.office.readings);

export async function loader(args: LoaderFunctionArgs) {
  const { context, request } = args;
  const { user: officer } = enter(pages.office.readings, args);
  const { t, reader, services } = context;
  const address = new URL(request.url).searchParams;
  const { filter, order, query } = askedOfReadings(address, (code) => isCode('breakGlassReasons', code));
  const after = address.get('apres');
  const { rows, next } = await services.office.readings(officer, { filter, order, after });
  const filters = [
    {
      name: 'raison',
      label: t('reading:log.reason'),
      all: t('lists:filters.any'),
      value: query.raison ?? '',
      options: reader.choices('breakGlassReasons').map(({ code, label }) => ({ value: code, label })),
    },
  ];
  return {
    title: t('reading:log.title'),
    of: [...filterSaid(filters), after && t('layout:pager.following')],
    list: {
      here,
      caption: t('reading:log.title'),
      search: { label: t('reading:log.look'), hint: t('reading:log.lookHint') },
      filters,
      stays: { tri: query.tri },
      table: presentReadings(reader, rows),
      sorts: sortsOf(readingOrders, order, (tri) => withQuery(here, { ...query, tri })),
      count: null,
      empty: emptyList(t, {
        ...{ after, narrowed: Boolean(query.raison), such: t('reading:log.emptyReason'), none: t('reading:log.empty') },
      }),
      file: withQuery(href(pages.office.readingsFile), query),
      next: next && withQuery(here, { ...query, apres: next }),
    },
  };
}

export async function action(args: ActionFunctionArgs) {
  const { context, request } = args;
  const { user: officer } = enter(pages.office.readings, args);
  return answerSearch(request, async (asked) => {
    const { rows, next } = await context.services.office.findReadings(officer, asked);
    return { found: presentReadings(context.reader, rows).rows, next };
  });
}

/** « Journal des accès exceptionnels »: who read the content of which dossier, when and why (A-30, B-11). */
export default function Readings() {
  const t = useT();
  const { title, list } = useLoaderData<typeof loader>();
  return (
    <OfficeList
      title={title}
      current="readings"
      intro={t('reading:log.intro')}
      list={list}
      crumbs={[{ label: t('office:desk.title'), to: href(pages.office.home) }, { label: title }]}
    />
  );
}
