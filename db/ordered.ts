import { sql, type RawBuilder } from 'kysely';

/** Where a page of a list ended: what its last row is sorted by, as text, and the row. */
export type Position = { at: string; id: string };

/** The rows of a page: those after a position, so many at most. */
export type PageAsked = { after: Position | null; limit: number };

/** What rows are sorted by, one after the other; rows that have the same follow their ids, so that an order is always one. */
export type RowOrder = {
  by: RawBuilder<unknown>;
  /** PostgreSQL's type of `by`, for what an address carries of it. */
  type: 'timestamptz' | 'date' | 'text' | 'bigint';
  /** The greatest first. */
  down?: boolean;
  /** What it sorts by is somebody's name: no address carries it in clear. */
  named?: boolean;
};

/** The order itself. @param id the row's, `uuid`. */
export function inOrder({ by, down }: RowOrder, id: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`${by} ${down ? sql`desc` : sql`asc`}, ${id}`;
}

/**
 * Condition: the row comes after a position; true of every row when there is none. The first part is where an index begins to be read; an `or` alone would read it
 * from its start.
 */
export function comesAfter(
  { by, type, down }: RowOrder,
  id: RawBuilder<unknown>,
  after: { [part in keyof Position]: string | RawBuilder<unknown> } | null,
): RawBuilder<boolean> {
  if (after === null) return sql<boolean>`true`;
  const at = sql`${after.at}::${sql.raw(type)}`;
  const [from, beyond] = down ? [sql`<=`, sql`<`] : [sql`>=`, sql`>`];
  return sql<boolean>`(${by} ${from} ${at} and (${by} ${beyond} ${at} or ${id} > ${after.id}::uuid))`;
}

/** Where a row stands, as {@link comesAfter} takes it: to the microsecond. */
export const placeIn = ({ by }: RowOrder): RawBuilder<string> => sql<string>`${by}::text`;
