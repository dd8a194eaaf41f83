import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { href, pages, withQuery } from '#contracts/pages/index.ts';
import { enter } from '../../guards.ts';
import { titleMeta } from '../../layout/meta.ts';
import { Page } from '../../layout/Page.tsx';
import { answerSearch } from '../../lists/answer-search.ts';
import { emptyList } from '../../lists/empty-list.ts';
import { ListFile } from '../../lists/ListFile.tsx';
import { FullList } from '../../lists/FullList.tsx';
import { sortsOf } from '../../lists/orders.ts';
import { useT } from '../../texts.tsx';
import { LinkButton } from '../../ui/Button.tsx';
import { Table } from '../../ui/data/Table.tsx';
import { filterSaid } from '../../lists/FilterForm.tsx';
import { OfficeTabs } from '../OfficeTabs.tsx';
import { askedOfVersions, versionOrders, versionStandings } from './asked.ts';
import { presentPolicy, presentVersions } from './present-policy.server.ts';

export const meta = titleMeta;

const here = href(pages.office.policy);

export async function loader(args: LoaderFunctionArgs) {
  const { context, request } = args;
  const { user: officer } = enter(pages.office.policy, args);
  const { t, reader, services } = context;
  const address = new URL(request.url).searchParams;
  const { filter, order, query } = askedOfVersions(address);
  const after = address.get('apres');
  const [facts, { rows, next }] = await Promise.all([
    services.policy.facts(),
    services.policy.versions(officer, { filter, order, after }),
  ]);
  const filters = [
    {
      name: 'etat',
      label: t('policy:standing'),
      all: t('lists:filters.any'),
      value: query.etat ?? '',
      options: versionStandings.map((value) => ({ value, label: t(`policy:standings.${value}`) })),
    },
  ];
  const none = t('policy:noneSuch');
  return {
    title: t('policy:title'),
    of: [...filterSaid(filters), after && t('layout:pager.following')],
    page: presentPolicy(reader, facts),
    list: {
      here,
      caption: t('policy:versions'),
      search: { label: t('policy:look'), hint: t('policy:lookHint') },
      filters,
      stays: { tri: query.tri },
      table: presentVersions(reader, rows),
      sorts: sortsOf(versionOrders, order, (tri) => withQuery(here, { ...query, tri })),
      count: null,
      empty: emptyList(t, { after, narrowed: true, such: none, none }),
      file: withQuery(href(pages.office.policyFile), query),
      next: next && withQuery(here, { ...query, apres: next }),
    },
  };
}

export async function action(args: ActionFunctionArgs) {
  const { context, request } = args;
  const { user: officer } = enter(pages.office.policy, args);
  return answerSearch(request, async (asked) => {
    const { rows, next } = await context.services.policy.findVersions(officer, asked);
    return { found: presentVersions(context.reader, rows).rows, next };
  });
}

/** The durations that new dossiers live by, in force and to come (T-08, A-06, B-11). */
export default function Policy() {
  const t = useT();
  const { title, page, list } = useLoaderData<typeof loader>();
  const { inForce, next } = page;
  return (
    <Page
      title={title}
      width="full"
      aside={<LinkButton to={href(pages.office.nextPolicy)}>{t(next ? 'policy:replace' : 'policy:next')}</LinkButton>}
    >
      <OfficeTabs current="policy" />
      <p>{t('policy:intro')}</p>
      <h2>{t('policy:inForce')}</h2>
      <Terms caption={t('policy:inForce')} rows={inForce} />
      {next ? (
        <>
          <h2>{next.title}</h2>
          <p>{t('policy:comingNote')}</p>
          <Terms caption={next.title} rows={next.rows} />
        </>
      ) : null}
      <h2>{t('policy:versions')}</h2>
      <FullList list={list} />
      <p>
        <ListFile to={list.file} />
      </p>
    </Page>
  );
}

type Row = { term: string; label: string; length: string; who: string };

function Terms({ caption, rows }: { caption: string; rows: Row[] }) {
  const t = useT();
  return (
    <Table
      caption={caption}
      rows={rows}
      rowKey={({ term }) => term}
      dense
      columns={[
        { label: t('policy:term'), cell: ({ label }) => label },
        { label: t('policy:length'), cell: ({ length }) => length },
        { label: t('policy:who'), cell: ({ who }) => who },
      ]}
    />
  );
}
