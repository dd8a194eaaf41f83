import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { href, pages, withQuery } from '#contracts/pages/index.ts';
import { enter } from '../../guards.ts';
import { Page } from '../../layout/Page.tsx';
import { titleMeta } from '../../layout/meta.ts';
import { presentOfficeRow } from './present.server.ts';
import { OfficeTabs } from '../OfficeTabs.tsx';
import { useT } from '../../texts.tsx';
import { Empty } from '../../ui/messages/Empty.tsx';
import { Pager } from '../../ui/navigation/Pager.tsx';
import { Table } from '../../ui/data/Table.tsx';
import { Tabs } from '../../ui/navigation/Tabs.tsx';

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const { context, request } = args;
  const { user: officer } = enter(pages.office.dossiers, args);
  const { office } = context.services;
  const query = new URL(request.url).searchParams;
  const statuses = context.reader.choices('statuses');
  const status = statuses.find(({ code }) => code === query.get('etape'))?.code ?? null;
  const awaited = query.get('vue') === 'office';
  const asked = { officerId: officer.id, status: awaited ? null : status, awaited, after: query.get('apres') };
  const { rows, next } = await office.dossiers(asked);
  return {
    title: context.t('office:dossiers.title'),
    of: [
      awaited ? context.t('office:dossiers.awaited') : statuses.find(({ code }) => code === status)?.label,
      query.get('apres') && context.t('layout:pager.following'),
    ],
    status: awaited ? null : status,
    awaited,
    statuses,
    rows: rows.map((row) => presentOfficeRow(context.reader, row)),
    next:
      next &&
      withQuery(href(pages.office.dossiers), {
        etape: awaited ? null : status,
        vue: awaited ? 'office' : null,
        apres: next,
      }),
  };
}

export default function Dossiers() {
  const t = useT();
  const { rows, statuses, status, awaited, next } = useLoaderData<typeof loader>();
  return (
    <Page title={t('office:dossiers.title')} width="full">
      <OfficeTabs current="dossiers" />
      <Tabs
        label={t('office:dossiers.status')}
        tabs={[
          { to: href(pages.office.dossiers), label: t('office:codes.all'), current: status === null && !awaited },
          {
            to: withQuery(href(pages.office.dossiers), { vue: 'office' }),
            label: t('office:dossiers.awaited'),
            current: awaited,
          },
          ...statuses.map(({ code, label }) => ({
            to: withQuery(href(pages.office.dossiers), { etape: code }),
            label,
            current: status === code,
          })),
        ]}
      />
      <p>{t('office:dossiers.note')}</p>
      {rows.length === 0 ? (
        <Empty title={t('office:dossiers.empty')} />
      ) : (
        <Table
          caption={t('office:dossiers.caption')}
          rows={rows}
          rowKey={(row) => row.id}
          dense
          columns={[
            {
              label: t('office:dossiers.number'),
              nowrap: true,
              cell: (row) => <a href={href(pages.office.dossier, { dossierId: row.id })}>{row.number}</a>,
            },
            { label: t('office:dossiers.status'), cell: (row) => row.statusLabel },
            {
              label: t('office:dossiers.turn'),
              cell: (row) => (row.turn ? t(`office:dossiers.who.${row.turn}`) : '—'),
            },
            { label: t('office:dossiers.since'), nowrap: true, cell: (row) => row.since },
            { label: t('office:dossiers.merchant'), cell: (row) => row.merchantName },
            { label: t('office:dossiers.updated'), nowrap: true, cell: (row) => row.updated },
          ]}
        />
      )}
      <Pager next={next} />
    </Page>
  );
}
