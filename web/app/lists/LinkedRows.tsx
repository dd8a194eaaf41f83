import type { LinkedRow, ListTable } from './table.ts';
import { UserText } from '../ui/data/UserText.tsx';
import { Table, type ColumnSort } from '../ui/data/Table.tsx';

type Props = {
  caption: string;
  table: ListTable;
  /** What the headings do, by column. */
  sorts?: Record<string, ColumnSort>;
};

/** A list, as its presenter words it; the first word of a row leads to what the row is about. */
export function LinkedRows({ caption, table: { columns, rows }, sorts = {} }: Props) {
  return (
    <Table<LinkedRow>
      caption={caption}
      rows={rows}
      rowKey={({ id }) => id}
      dense
      columns={columns.map(({ name, label, numeric = false, nowrap = false, text = false }, position) => ({
        label,
        numeric,
        nowrap,
        sort: sorts[name],
        cell: ({ to, cells }) => {
          const said = cells[position] ?? '';
          const words = text ? <UserText>{said}</UserText> : <UserText inline>{said}</UserText>;
          return position === 0 && to !== null ? <a href={to}>{words}</a> : words;
        },
      }))}
    />
  );
}
