import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { href, pages } from '#contracts/pages/index.ts';
import { enter, enterToAct } from '../../guards.ts';
import { readAsked } from './asked.ts';
import { answerSearch } from '../../lists/answer-search.ts';
import { ListFile } from '../../lists/ListFile.tsx';
import { SearchedList } from '../../lists/SearchedList.tsx';
import { presentList, presentRow } from './present.server.ts';
import { Page } from '../../layout/Page.tsx';
import { titleMeta } from '../../layout/meta.ts';
import { useT } from '../../texts.tsx';
import { ButtonGroup, LinkButton } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { Empty } from '../../ui/messages/Empty.tsx';
import { Pager } from '../../ui/navigation/Pager.tsx';
import { Table, type ColumnSort } from '../../ui/data/Table.tsx';
import { UserText } from '../../ui/data/UserText.tsx';
import type { ListData } from '../types.ts';
import { MerchantAdvice } from '../MerchantAdvice.tsx';

export const meta = titleMeta;

/** « Mes dossiers » (F-030, F-041, F-042, F-053, F-141); a mediator's is their desk (B-10). The Office has its own desk. */
export async function loader(args: LoaderFunctionArgs) {
  const { request, context } = args;
  const { user } = enter(pages.dossier.list, args);
  if (user.kind === 'officer') throw redirect(href(pages.office.home));
  const asked = readAsked(user.kind, new URL(request.url).searchParams);
  const list = presentList(context.reader, await context.services.dossier.list(user, asked));
  const chosen = [...list.views, ...list.statuses].filter(({ current }) => current).map(({ label }) => label);
  return { ...list, of: [...chosen, asked.after ? context.t('layout:pager.following') : ''] };
}

/** A mediator looks for one of theirs by its number or its parties (B-10). */
export async function action(args: ActionFunctionArgs) {
  const { context, request } = args;
  const { user } = enterToAct(pages.dossier.list, args);
  return answerSearch(request, async (asked) => {
    const { rows, next } = await context.services.dossier.findDossiers(user, asked);
    return { found: rows.map((row) => presentRow(context.reader, row)), next };
  });
}

export default function List() {
  const t = useT();
  const list = useLoaderData<typeof loader>();
  return (
    <Page title={list.title} width="full" aside={list.file ? <ListFile to={list.file} /> : undefined}>
      {list.create ? (
        <ButtonGroup>
          <LinkButton to={href(pages.filing.start)} look="secondary">
            {t('dossier:list.create')}
          </LinkButton>
        </ButtonGroup>
      ) : null}
      {list.search ? (
        <SearchedList<ListData['rows'][number]>
          path={href(pages.dossier.list)}
          label={list.search.label}
          hint={list.search.hint}
          rowsOf={(found) => <Rows rows={found} desk={list.desk} caption={t('lists:search.found')} />}
        >
          <Listed list={list} />
        </SearchedList>
      ) : (
        <Listed list={list} />
      )}
    </Page>
  );
}

function Listed({ list }: { list: ListData }) {
  const t = useT();
  return (
    <>
      <Filters label={t('dossier:list.filters')} links={list.views} />
      {list.statuses.length > 2 ? <Filters label={t('dossier:list.statusFilter')} links={list.statuses} /> : null}
      <p className="pc-lead">{list.said}</p>
      {list.empty ? (
        <Empty title={list.empty.text}>{list.empty.to ? <a href={list.empty.to}>{list.empty.label}</a> : null}</Empty>
      ) : (
        <Rows rows={list.rows} desk={list.desk} caption={t('dossier:list.title')} sorts={list.sorts} />
      )}
      <MerchantAdvice on={['signIn']} />
      <Pager previous={list.first} next={list.next} />
    </>
  );
}

type Link = { label: string; to: string; current: boolean; count?: number | null };

function Filters({ label, links }: { label: string; links: Link[] }) {
  return (
    <nav aria-label={label}>
      <ul className="pc-filters">
        {links.map((link) => (
          <li key={link.to}>
            <a href={link.to} aria-current={link.current ? 'page' : undefined}>
              {link.label}
              {link.count == null ? '' : ` (${link.count})`}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

type RowsProps = { rows: ListData['rows']; desk: boolean; caption: string; sorts?: Record<string, ColumnSort> };

function Rows({ rows, desk, caption, sorts = {} }: RowsProps) {
  const t = useT();
  type Row = ListData['rows'][number];
  return (
    <Table
      caption={caption}
      rows={rows}
      rowKey={(row: Row) => row.id}
      marked={(row: Row) => row.yours}
      columns={[
        {
          label: t('dossier:list.columns.dossier'),
          cell: (row: Row) => (
            <>
              <a href={row.to}>
                <UserText inline>{row.title}</UserText>
              </a>
              <br />
              <span className="pc-nowrap">{row.number}</span>
              {row.unread ? (
                <>
                  {' '}
                  <Chip>{row.unread}</Chip>
                </>
              ) : null}
            </>
          ),
        },
        {
          label: t('dossier:list.columns.parties'),
          cell: (row: Row) => (
            <>
              <UserText inline>{row.parties}</UserText>
              {row.inCharge ? (
                <>
                  <br />
                  <UserText inline>{row.inCharge}</UserText>
                </>
              ) : null}
            </>
          ),
        },
        { label: t('dossier:list.columns.status'), cell: (row: Row) => row.outcome ?? row.status },
        {
          label: t('dossier:list.columns.turn'),
          sort: sorts['turn'],
          cell: (row: Row) => (row.yours ? <Chip filled>{row.turn}</Chip> : row.turn || '—'),
        },
        ...(desk
          ? [{ label: t('mediation:desk.column'), cell: (row: Row) => (row.gauge ? <Days gauge={row.gauge} /> : '—') }]
          : []),
        {
          label: t('dossier:list.columns.updated'),
          sort: sorts['updated'],
          cell: (row: Row) => row.updated,
          nowrap: true,
        },
      ]}
    />
  );
}

/** How far a mediation is, as a meter and in words (F-135, A-24). */
function Days({ gauge }: { gauge: NonNullable<ListData['rows'][number]['gauge']> }) {
  return (
    <span className="pc-gauge">
      <meter min={0} max={gauge.total} high={gauge.high} optimum={0} value={gauge.value} aria-label={gauge.text} />
      <span>{gauge.text}</span>
      {gauge.note ? <Chip>{gauge.note}</Chip> : null}
    </span>
  );
}
