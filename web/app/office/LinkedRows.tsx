import { UserText } from '../ui/data/UserText.tsx';
import { Table } from '../ui/data/Table.tsx';

/** A row of words; the first one leads to what the row is about. */
export type LinkedRow = { id: string; to: string; cells: string[] };

/** A list of the Office, as its presenter words it. */
export function LinkedRows({ caption, columns, rows }: { caption: string; columns: string[]; rows: LinkedRow[] }) {
  return (
    <Table<LinkedRow>
      caption={caption}
      rows={rows}
      rowKey={({ id }) => id}
      dense
      columns={columns.map((label, position) => ({
        label,
        nowrap: position === 0,
        cell: ({ to, cells }) => {
          const words = <UserText inline>{cells[position] ?? ''}</UserText>;
          return position === 0 ? <a href={to}>{words}</a> : words;
        },
      }))}
    />
  );
}
