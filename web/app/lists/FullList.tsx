import type { ReactNode } from 'react';
import { SearchedList } from './SearchedList.tsx';
import type { LinkedRow, ListTable } from './table.ts';
import { useT } from '../texts.tsx';
import type { ColumnSort } from '../ui/data/Table.tsx';
import { Empty } from '../ui/messages/Empty.tsx';
import { Pager } from '../ui/navigation/Pager.tsx';
import { FilterForm, type Filter } from './FilterForm.tsx';
import { LinkedRows } from './LinkedRows.tsx';

/** A list as its address asks for it. */
export type FullListData = {
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

/** A list with all that it is asked: a search, filters, orders in its headings, pages. Its file stands where the page puts it (ListFile). */
export function FullList({
  list,
  children,
}: {
  list: FullListData;
  /** What stands above the filters. */
  children?: ReactNode;
}) {
  const t = useT();
  const { here, caption, search, filters, stays, table, sorts, count, empty, next } = list;
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
  if (!search) return rows;
  return (
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
  );
}
