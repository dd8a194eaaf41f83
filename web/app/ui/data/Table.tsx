import type { ReactNode } from 'react';

/** What a heading that sorts does: `to`, where the rows are sorted by it; null where they are, and by nothing else of it. */
export type ColumnSort = { to: string | null; sorted: 'ascending' | 'descending' | null };

type Column<Row> = {
  /** Heading; on a phone it is repeated beside each value. */
  label: string;
  cell: (row: Row) => ReactNode;
  /** Numbers and amounts, at the right. */
  numeric?: boolean;
  /** Not broken over lines on a wide screen. */
  nowrap?: boolean;
  /** What its heading sorts by, and whether the rows are sorted so: a link, that works without scripts. */
  sort?: ColumnSort | undefined;
};

type TableProps<Row> = {
  /** What the table holds, read out before it; seen when `captionShown`. */
  caption: ReactNode;
  captionShown?: boolean;
  columns: Column<Row>[];
  rows: Row[];
  rowKey: (row: Row, position: number) => string;
  /** Rows marked as the reader's to act on. */
  marked?: (row: Row) => boolean;
  /** Staff's tables. */
  dense?: boolean;
};

/** A table whose rows become cards under 640 px. The first column heads its row and holds the row's link. */
export function Table<Row>({
  caption,
  captionShown = false,
  columns,
  rows,
  rowKey,
  marked,
  dense = false,
}: TableProps<Row>) {
  const shown = columns.map(shownColumn);
  return (
    <table
      className={`pc-table${dense ? ' pc-table-dense' : ''}${columns.some(({ sort }) => sort) ? ' pc-table-sorts' : ''}`}
      role="table"
    >
      <caption className={captionShown ? 'pc-caption' : 'qc-sr-only'}>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">{shown.map(({ heading }) => heading)}</tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row, index) => (
          <tr key={rowKey(row, index)} role="row" className={marked?.(row) ? 'pc-row-marked' : undefined}>
            {shown.map(({ cellOf }) => cellOf(row))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/**
 * A column's heading, and its cell of a row: elements and no component, which costs as much as the elements in it. Roles are said again, because a row
 * shown as a card is no longer a row to some browsers.
 */
function shownColumn<Row>({ label, cell, numeric, nowrap, sort }: Column<Row>, position: number) {
  const classes = (...names: (string | false | undefined)[]) => names.filter(Boolean).join(' ') || undefined;
  const className = classes(numeric && 'pc-numeric', nowrap && 'pc-nowrap');
  return {
    heading: (
      <th
        key={label}
        scope="col"
        role="columnheader"
        aria-sort={sort?.sorted ?? undefined}
        className={classes(numeric && 'pc-numeric', sort && 'pc-sortable')}
      >
        {sort ? <Sort label={label} sort={sort} /> : label}
      </th>
    ),
    cellOf: (row: Row) =>
      position === 0 ? (
        <th key={label} scope="row" role="rowheader" className={className}>
          {cell(row)}
        </th>
      ) : (
        <td key={label} role="cell" data-label={label} className={className}>
          {cell(row)}
        </td>
      ),
  };
}

const arrows = { ascending: '\u00a0↑', descending: '\u00a0↓' };

/** A heading that sorts. Its arrow is for the eyes: `aria-sort` says the same. */
function Sort({ label, sort: { to, sorted } }: { label: string; sort: ColumnSort }) {
  const arrow = sorted ? <span aria-hidden="true">{arrows[sorted]}</span> : null;
  const words = (
    <>
      {label}
      {arrow}
    </>
  );
  return to ? <a href={to}>{words}</a> : words;
}
