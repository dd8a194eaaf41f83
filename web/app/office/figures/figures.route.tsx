import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { href, pages, withQuery } from '#contracts/pages/index.ts';
import { enter } from '../../guards.ts';
import { titleMeta } from '../../layout/meta.ts';
import { Page } from '../../layout/Page.tsx';
import { useT } from '../../texts.tsx';
import { LinkButton } from '../../ui/Button.tsx';
import { BarChart } from '../../ui/data/BarChart.tsx';
import { Table } from '../../ui/data/Table.tsx';
import { UserText } from '../../ui/data/UserText.tsx';
import { FilterForm } from '../../lists/FilterForm.tsx';
import { OfficeTabs } from '../OfficeTabs.tsx';
import { slugOf } from '../desk/queues.ts';
import { askedMonths } from './asked.ts';
import { presentFigures, type FigureWords } from './present-figures.server.ts';

export const meta = titleMeta;

export async function loader(args: LoaderFunctionArgs) {
  const { context, request } = args;
  enter(pages.office.figures, args);
  const { reader, t, services } = context;
  const figures = await services.office.figures(askedMonths(request));
  const { from, to } = figures.period;
  const options = services.office.figureMonths().map((value) => ({ value, label: reader.month(value) }));
  return {
    title: t('figures:title'),
    at: t('figures:at', { date: reader.shortDateTime(figures.at) }),
    filters: [
      { name: 'de', label: t('figures:from'), all: null, value: from, options },
      { name: 'a', label: t('figures:to'), all: null, value: to, options },
    ],
    figures: presentFigures(reader, figures),
    file: withQuery(href(pages.office.figuresFile), { de: from, a: to }),
  };
}

/** How disputes go, in numbers of a period: no content, and nobody's own (F-005, B-11). */
export default function Figures() {
  const t = useT();
  const { title, at, filters, figures, file } = useLoaderData<typeof loader>();
  return (
    <Page
      title={title}
      width="full"
      aside={
        <LinkButton to={file} look="secondary" download>
          {t('figures:file')}
        </LinkButton>
      }
    >
      <OfficeTabs current="figures" />
      <p>{t('figures:intro')}</p>
      <FilterForm path={href(pages.office.figures)} filters={filters} submit={t('figures:show')} />
      {figures.map((figure) => (
        <Figure key={figure.id} figure={figure} />
      ))}
      <p>{t('figures:rounding')}</p>
      <p>{at}</p>
    </Page>
  );
}

/** A figure: drawn, and written as a table. */
function Figure({ figure: { id, title, description, columns, rows } }: { figure: FigureWords }) {
  const t = useT();
  const [first = '', ...numbers] = columns;
  return (
    <section aria-labelledby={`titre-${id}`}>
      <h2 id={`titre-${id}`}>{title}</h2>
      <p>{description}</p>
      {rows.length === 0 ? (
        <p>{t('figures:mediators.none')}</p>
      ) : (
        <>
          <BarChart id={id} title={title} description={description} rows={rows} />
          <Table
            caption={title}
            rows={rows}
            rowKey={(row) => row.id}
            dense
            columns={[
              { label: first, cell: ({ label }) => <UserText inline>{label}</UserText> },
              ...numbers.map((label, position) => ({
                label,
                numeric: true,
                cell: ({ cells }: (typeof rows)[number]) => cells[position] ?? '',
              })),
            ]}
          />
        </>
      )}
      {id === 'silent' ? (
        <p>
          <a href={href(pages.office.queue, { queue: slugOf('merchants') })}>{t('figures:silent.link')}</a>
        </p>
      ) : null}
    </section>
  );
}
