import { href, pages } from '#contracts/pages/index.ts';
import { useT } from '../../texts.tsx';
import { Table } from '../../ui/data/Table.tsx';
import type { presentOfficeRow } from './present.server.ts';

/** Dossiers as the Office's lists show them: their course, never their content. */
export function DossierRows({ caption, rows }: { caption: string; rows: ReturnType<typeof presentOfficeRow>[] }) {
  const t = useT();
  return (
    <Table
      caption={caption}
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
  );
}
