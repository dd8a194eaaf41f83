import { createElement as h, Fragment, type ReactNode } from 'react';
import type { PresentedRow } from '#web/app/dossier/list/present.server.ts';

/** One row of « Mes dossiers », as the product's page receives it. */
export type TableRow = Omit<PresentedRow, 'next'>;

export type TableData = { caption: string; columns: string[]; rows: TableRow[] };

/** The table of « Mes dossiers », by React alone: the same elements and the same words as web/app/dossier/list/list.route.tsx. */
export function Table({ caption, columns, rows }: TableData): ReactNode {
  const headings = columns.map((label) => h('th', { key: label, scope: 'col', role: 'columnheader' }, label));
  return h(
    'table',
    { className: 'pc-table', role: 'table' },
    h('caption', { className: 'qc-sr-only' }, caption),
    h('thead', { role: 'rowgroup' }, h('tr', { role: 'row' }, headings)),
    h(
      'tbody',
      { role: 'rowgroup' },
      rows.map((row) => h(Row, { key: row.id, row, columns })),
    ),
  );
}

function Row({ row, columns }: { row: TableRow; columns: string[] }): ReactNode {
  const cell = (index: number, ...children: ReactNode[]) =>
    h(
      'td',
      { role: 'cell', 'data-label': columns[index], className: index === 4 ? 'pc-nowrap' : undefined },
      ...children,
    );
  const unread = row.unread ? h(Fragment, null, ' ', h('span', { className: 'pc-chip' }, row.unread)) : null;
  const inCharge = row.inCharge ? h(Fragment, null, h('br'), h('bdi', null, row.inCharge)) : null;
  const turn = row.yours ? h('span', { className: 'pc-chip pc-chip-filled' }, row.turn) : row.turn || '—';
  return h(
    'tr',
    { role: 'row', className: row.yours ? 'pc-row-marked' : undefined },
    h(
      'th',
      { scope: 'row', role: 'rowheader' },
      h('a', { href: row.to }, h('bdi', null, row.title)),
      h('br'),
      row.number,
      unread,
    ),
    cell(1, h('bdi', null, row.parties), inCharge),
    cell(2, row.outcome ?? row.status),
    cell(3, turn),
    cell(4, row.updated),
  );
}
