import type { ColumnSort } from '../ui/data/Table.tsx';

/** An order of a list: its word in the address, and the column whose heading sorts so. The first of a list's orders is taken without asking. */
export type ListOrder<Name extends string = string> = {
  name: Name;
  column: string;
  /** The greatest, or the last, first. */
  down?: boolean;
};

/** The order that an address asks; the first for one that the list does not have. */
export function orderAsked<Name extends string>(orders: readonly ListOrder<Name>[], typed: string | null): Name {
  const found = orders.find(({ name }) => name === typed) ?? orders[0];
  if (!found) throw new Error('a list without an order');
  return found.name;
}

/** The word of an order in an address; none for the order that is taken without asking. */
export function orderWord<Name extends string>(orders: readonly ListOrder<Name>[], order: Name): Name | null {
  return orders[0]?.name === order ? null : order;
}

/** What the headings of a list do, by column: a column that is sorted leads to its other order. @param to the address of the list in an order */
export function sortsOf<Name extends string>(
  orders: readonly ListOrder<Name>[],
  order: Name,
  to: (word: Name | null) => string,
): Record<string, ColumnSort> {
  const columns = [...new Set(orders.map(({ column }) => column))];
  return Object.fromEntries(
    columns.map((column) => {
      const own = orders.filter((each) => each.column === column);
      const current = own.find(({ name }) => name === order);
      const next = current ? own.find(({ name }) => name !== order) : own[0];
      const sorted = current ? (current.down ? 'descending' : 'ascending') : null;
      return [column, { to: next ? to(orderWord(orders, next.name)) : null, sorted }];
    }),
  );
}
