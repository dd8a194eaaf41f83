import type { ReactNode } from 'react';
import { SearchedList } from '../lists/SearchedList.tsx';
import type { LinkedRow, ListTable } from '../lists/table.ts';
import type { Crumb } from '../ui/navigation/Breadcrumb.tsx';
import { Page } from '../layout/Page.tsx';
import { useT } from '../texts.tsx';
import { ButtonGroup, LinkButton } from '../ui/Button.tsx';
import type { ColumnSort } from '../ui/data/Table.tsx';
import { Empty } from '../ui/messages/Empty.tsx';
import { Pager } from '../ui/navigation/Pager.tsx';
import { FilterForm, type Filter } from './FilterForm.tsx';
import { LinkedRows } from './LinkedRows.tsx';
import { OfficeTabs, type OfficeTab } from './OfficeTabs.tsx';

/** A list of the Office as its address asks for it. */
type OfficeListData = {
  /** Where it is, asked for nothing. */
  here: string;
  caption: string;
  /** What may be looked for; null where the list has no search. */
  search: { label: string; hint: string } | null;
  filters: Filter[];
  /** What the address asks besides filters: its order, its part. */
  stays: Record<string, string | null>;
  table: ListTable;
  sorts: Record<string, ColumnSort>;
  /** How many there are, in words. */
  count: string | null;
  /** Why there is nothing, and what to do. */
  empty: { title: string; note: string | null };
  file: string;
  next: string | null;
};

type Props = {
  title: string;
  current: OfficeTab;
  list: OfficeListData;
  intro?: string;
  crumbs?: Crumb[];
  /** The act of the page, at the right of its title. */
  aside?: ReactNode;
  /** What stands above the filters. */
  children?: ReactNode;
};

/** A list of the Office with all that it is asked: a search, filters, orders in its headings, pages, a file (B-11). */
export function OfficeList({ title, current, list, intro, crumbs, aside, children }: Props) {
  const t = useT();
  const { here, caption, search, filters, stays, table, sorts, count, empty, file, next } = list;
  const rows = (
    <>
      {children}
      <FilterForm path={here} filters={filters} stays={stays} />
      {table.rows.length === 0 ? (
        <Empty title={empty.title}>{empty.note ? <p>{empty.note}</p> : null}</Empty>
      ) : (
        <>
          {count ? <p>{count}</p> : null}
          <LinkedRows caption={caption} table={table} sorts={sorts} />
        </>
      )}
      <Pager next={next} />
    </>
  );
  return (
    <Page
      title={title}
      width="full"
      {...(crumbs ? { crumbs } : {})}
      aside={
        <ButtonGroup>
          {aside}
          <LinkButton to={file} look="secondary" download>
            {t('lists:file')}
          </LinkButton>
        </ButtonGroup>
      }
    >
      <OfficeTabs current={current} />
      {intro ? <p>{intro}</p> : null}
      {search ? (
        <SearchedList<LinkedRow>
          path={here}
          label={search.label}
          hint={search.hint}
          rowsOf={(found) => (
            <LinkedRows caption={t('lists:search.found')} table={{ columns: table.columns, rows: found }} />
          )}
        >
          {rows}
        </SearchedList>
      ) : (
        rows
      )}
    </Page>
  );
}
