import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { href, pages, withQuery } from '#contracts/pages/index.ts';
import { presentOverseen } from '../../absences/present.server.ts';
import { enter } from '../../guards.ts';
import { titleMeta } from '../../layout/meta.ts';
import { Page } from '../../layout/Page.tsx';
import { answerSearch } from '../../lists/answer-search.ts';
import { emptyList } from '../../lists/empty-list.ts';
import { sortsOf } from '../../lists/orders.ts';
import { SearchedList } from '../../lists/SearchedList.tsx';
import { useT } from '../../texts.tsx';
import { LinkButton } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { Table, type ColumnSort } from '../../ui/data/Table.tsx';
import { UserText } from '../../ui/data/UserText.tsx';
import { Empty } from '../../ui/messages/Empty.tsx';
import { Pager } from '../../ui/navigation/Pager.tsx';
import { FilterForm, filterSaid, type Filter } from '../../lists/FilterForm.tsx';
import { OfficeTabs } from '../OfficeTabs.tsx';
import { absenceOrders, askedOfAbsences } from './asked.ts';

export const meta = titleMeta;

const here = href(pages.office.absences);

export async function loader(args: LoaderFunctionArgs) {
  const { context, request } = args;
  const { user: officer } = enter(pages.office.absences, args);
  const { t, reader, services } = context;
  const address = new URL(request.url).searchParams;
  const { asked, query } = askedOfAbsences(address);
  const after = address.get('apres');
  const { today, absences, next } = await services.absences.overseen(officer, { ...asked, after });
  const filters: Filter[] = [
    {
      name: 'quand',
      label: t('absences:office.when'),
      all: t('absences:office.nowAndComing'),
      value: query['quand'] ?? '',
      options: [{ value: 'now', label: t('absences:office.now') }],
    },
  ];
  return {
    title: t('absences:office.title'),
    of: [...filterSaid(filters), after && t('layout:pager.following')],
    filters,
    empty: emptyList(t, {
      ...{ after, narrowed: asked.begun, such: t('absences:office.noneNow'), none: t('absences:office.none') },
    }),
    next: next && withQuery(here, { ...query, apres: next }),
    tri: query['tri'] ?? null,
    sorts: sortsOf(absenceOrders, asked.order, (tri) => withQuery(here, { ...query, tri })),
    file: withQuery(href(pages.office.absencesFile), query),
    absences: absences.map((absence) => presentOverseen(reader, { ...absence, today })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { context, request } = args;
  const { user: officer } = enter(pages.office.absences, args);
  return answerSearch(request, async (asked) => {
    const { today, absences, next } = await context.services.absences.findOverseen(officer, asked);
    return { found: absences.map((absence) => presentOverseen(context.reader, { ...absence, today })), next };
  });
}

type Row = ReturnType<typeof presentOverseen>;

/** Absences that mediators announced, and the dossiers that fall in them (F-137, B-11). */
export default function OverseenAbsences() {
  const t = useT();
  const { title, absences, filters, empty, next, tri, sorts, file } = useLoaderData<typeof loader>();
  return (
    <Page
      title={title}
      width="full"
      aside={
        <LinkButton to={file} look="secondary" download>
          {t('lists:file')}
        </LinkButton>
      }
    >
      <OfficeTabs current="absences" />
      <p>{t('absences:office.note')}</p>
      <SearchedList<Row>
        path={here}
        label={t('absences:office.look')}
        hint={t('absences:office.lookHint')}
        rowsOf={(found) => <Absences caption={t('lists:search.found')} rows={found} />}
      >
        <FilterForm path={here} filters={filters} stays={{ tri }} />
        {absences.length === 0 ? (
          <Empty title={empty.title} />
        ) : (
          <Absences caption={t('absences:office.caption')} rows={absences} sorts={sorts} />
        )}
        <Pager next={next} />
      </SearchedList>
    </Page>
  );
}

function Absences({ caption, rows, sorts = {} }: { caption: string; rows: Row[]; sorts?: Record<string, ColumnSort> }) {
  const t = useT();
  return (
    <Table
      caption={caption}
      rows={rows}
      rowKey={({ id }) => id}
      dense
      columns={[
        {
          label: t('absences:office.mediator'),
          sort: sorts['mediator'],
          cell: ({ mediatorId, name }) => (
            <a href={href(pages.office.mediator, { userId: mediatorId })}>
              <UserText inline>{name}</UserText>
            </a>
          ),
        },
        {
          label: t('absences:days'),
          sort: sorts['days'],
          cell: ({ days, now }) => (
            <>
              {days} {now ? <Chip filled>{t('absences:office.now')}</Chip> : null}
            </>
          ),
        },
        { label: t('absences:length'), nowrap: true, cell: ({ length }) => length },
        { label: t('absences:notice'), cell: ({ notice }) => notice },
        {
          label: t('absences:office.dossiers'),
          sort: sorts['dossiers'],
          cell: ({ mediatorId, dossiers, targets }) =>
            dossiers ? (
              <>
                <a href={href(pages.office.handOver, { userId: mediatorId })}>{dossiers}</a>
                <span className="pc-second-line">{targets}</span>
              </>
            ) : (
              t('absences:office.noDossier')
            ),
        },
      ]}
    />
  );
}
