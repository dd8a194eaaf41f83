import { useT } from '../../texts.tsx';
import { Notice } from '../../ui/messages/Notice.tsx';
import { Table } from '../../ui/data/Table.tsx';

type Props = {
  watched: {
    rows: { at: string; when: string; what: string }[];
    differs: boolean;
    says: string;
    workflow: string | null;
  };
};

/** What a dossier waits for by itself, and whether the engine waits for the same (B-11). */
export function WatchedDossier({ watched: { rows, differs, says, workflow } }: Props) {
  const t = useT();
  return (
    <section>
      <h2>{t('engine:title')}</h2>
      {differs ? (
        <Notice kind="warning">
          <p>{says}</p>
        </Notice>
      ) : (
        <p>{says}</p>
      )}
      {rows.length === 0 ? (
        <p>{t('engine:none')}</p>
      ) : (
        <Table
          caption={t('engine:caption')}
          rows={rows}
          rowKey={(_row, position) => String(position)}
          dense
          columns={[
            { label: t('engine:when'), nowrap: true, cell: ({ at, when }) => <time dateTime={at}>{when}</time> },
            { label: t('engine:what'), cell: ({ what }) => what },
          ]}
        />
      )}
      {workflow ? (
        <p>
          <a href={workflow} target="_blank" rel="noreferrer">
            {t('engine:open')}
          </a>
        </p>
      ) : null}
    </section>
  );
}
