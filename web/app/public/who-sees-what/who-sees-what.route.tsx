import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { readingMinutes } from '#domain/dossier/index.ts';
import { href, pages } from '#contracts/pages/index.ts';
import { titleMeta } from '../../layout/meta.ts';
import { Page } from '../../layout/Page.tsx';
import { useT } from '../../texts.tsx';
import { Table } from '../../ui/data/Table.tsx';
import { presentWhoSeesWhat } from './present.server.ts';

export const meta = titleMeta;

/** « Qui voit quoi » (B-04): the visibility matrix, for everyone to read. */
export async function loader({ context }: LoaderFunctionArgs) {
  const { t, reader, services } = context;
  const days = (await services.help.durations()).messages;
  return {
    title: t('visibility:title'),
    days: reader.number(days),
    minutes: reader.number(readingMinutes),
    things: presentWhoSeesWhat(reader),
  };
}

const notes = ['charge', 'represented', 'office', 'reading', 'acceptance'] as const;

export default function WhoSeesWhat() {
  const t = useT();
  const { title, days, minutes, things } = useLoaderData<typeof loader>();
  return (
    <Page
      title={title}
      width="full"
      crumbs={[{ label: t('help:title'), to: href(pages.public.help) }, { label: title }]}
    >
      <p className="pc-lead">{t('visibility:lead')}</p>
      <h2>{t('visibility:notes.title')}</h2>
      <ul>
        {notes.map((note) => (
          <li key={note}>{t(`visibility:notes.${note}`, { minutes })}</li>
        ))}
        <li>{t('visibility:recent', { days })}</li>
      </ul>
      <nav aria-labelledby="sommaire">
        <h2 id="sommaire" className="qc-h4">
          {t('visibility:contents')}
        </h2>
        <ul>
          {things.map((thing) => (
            <li key={thing.id}>
              <a href={`#${thing.id}`}>{thing.title}</a>
            </li>
          ))}
        </ul>
      </nav>
      {things.map((thing) => (
        <Thing key={thing.id} thing={thing} />
      ))}
    </Page>
  );
}

type Row = { who: string; cells: string[] };

function Thing({ thing }: { thing: ReturnType<typeof useLoaderData<typeof loader>>['things'][number] }) {
  const t = useT();
  return (
    <section aria-labelledby={thing.id}>
      <h2 id={thing.id} tabIndex={-1}>
        {thing.title}
      </h2>
      <p>{thing.text}</p>
      <Table
        caption={thing.title}
        rows={thing.rows}
        rowKey={(row: Row) => row.who}
        columns={[
          { label: t('visibility:who'), cell: (row: Row) => row.who },
          ...thing.columns.map((label, position) => ({ label, cell: (row: Row) => row.cells[position] })),
        ]}
      />
      {thing.never ? <p>{thing.never}</p> : null}
      {thing.nobody ? <p>{thing.nobody}</p> : null}
    </section>
  );
}
