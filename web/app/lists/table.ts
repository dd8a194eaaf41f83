/** A column of a list: `name`, as orders know it. */
type ListColumn = {
  name: string;
  label: string;
  numeric?: boolean;
  nowrap?: boolean;
  /** A text of several lines. */
  text?: boolean;
};

/** A row of words; the first one leads to what the row is about, where that has a page. */
export type LinkedRow = { id: string; to: string | null; cells: string[] };

/** A list in words: the same on its page and in its file. */
export type ListTable = { columns: ListColumn[]; rows: LinkedRow[] };

/** What stands in each column of a list, and where its rows lead. */
export type Layout<Row> = { to: (row: Row) => string | null; columns: (ListColumn & { cell: (row: Row) => string })[] };

/** Rows as a list shows them. */
export function tableOf<Row extends { id: string }>({ to, columns }: Layout<Row>, rows: readonly Row[]): ListTable {
  return {
    columns: columns.map(({ cell: _, ...column }) => column),
    rows: rows.map((row) => ({ id: row.id, to: to(row), cells: columns.map(({ cell }) => cell(row)) })),
  };
}

/** The same as a file for a spreadsheet. */
export function fileOfTable(fileName: string, { columns, rows }: ListTable) {
  return { fileName, columns: columns.map(({ label }) => label), rows: rows.map(({ cells }) => cells) };
}
