import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { href, pages } from '#contracts/pages/index.ts';
import { Page } from '../../../layout/Page.tsx';
import { titleMeta } from '../../../layout/meta.ts';
import { useT } from '../../../texts.tsx';
import { Table } from '../../../ui/data/Table.tsx';
import { UserText } from '../../../ui/data/UserText.tsx';
import { Empty } from '../../../ui/messages/Empty.tsx';
import { loadDossier } from '../../load-dossier.ts';
import { RemedyList } from '../RemedyList.tsx';
import { presentTable } from './present-table.server.ts';

export const meta = titleMeta;

/** All proposals of a dossier in one table, side by side (B-10, F-038). */
export async function loader(args: LoaderFunctionArgs) {
  const { context } = args;
  const opened = await loadDossier(pages.dossier.proposalsTable, args);
  return {
    title: context.t('proposals:table.title'),
    id: opened.summaryRow.id,
    number: opened.summaryRow.number,
    rows: presentTable(context.reader, await context.services.dossier.proposalsTable(opened)),
  };
}

type Row = ReturnType<typeof useLoaderData<typeof loader>>['rows'][number];

export default function ProposalsTable() {
  const t = useT();
  const { title, id, number, rows } = useLoaderData<typeof loader>();
  const proposals = href(pages.dossier.proposals, { dossierId: id });
  const crumbs = [
    { label: t('dossier:list.title'), to: href(pages.dossier.list) },
    { label: number, to: proposals },
    { label: title },
  ];
  return (
    <Page title={title} crumbs={crumbs} width="full">
      <p className="pc-lead">{t('proposals:table.intro')}</p>
      {rows.length === 0 ? (
        <Empty title={t('proposals:empty.readOnly')} />
      ) : (
        <Table
          caption={title}
          rows={rows}
          rowKey={(row: Row) => row.id}
          columns={[
            {
              label: t('proposals:table.proposal'),
              cell: (row: Row) => (
                <>
                  <a href={`${proposals}#proposition-${row.number}`}>{row.kind}</a>
                  <br />
                  <UserText inline>{row.author}</UserText>
                  <br />
                  {row.heading}
                </>
              ),
            },
            { label: t('proposals:remedies'), cell: (row: Row) => <RemedyList remedies={row.remedies} /> },
            { label: t('proposals:table.amount'), cell: (row: Row) => row.amount ?? '—', numeric: true, nowrap: true },
            {
              label: t('proposals:terms'),
              cell: (row: Row) => (row.terms.trim() ? <UserText>{row.terms}</UserText> : t('proposals:noTerms')),
            },
            { label: t('proposals:table.state'), cell: (row: Row) => row.state },
          ]}
        />
      )}
    </Page>
  );
}
