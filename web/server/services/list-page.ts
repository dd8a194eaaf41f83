import type { PageAsked } from '#db/ordered.ts';
import { csvHead, csvLines } from '#content/csv.ts';
import { csvStream } from '#web/server/uploads/attachment.ts';
import type { CurrentUser } from './accounts/types.ts';
import type { Cursors } from './cursors.ts';
import type { ServiceDeps } from './deps.ts';

/** Rows of a page, of every list that has pages. */
const pageSize = 50;
/** A file of a list is read and written so many rows at a time: whatever its length, it is never whole in memory, and others are answered in between. */
const rowsAtOnce = 250;
/** What a list holds is counted up to there: beyond, nothing is decided by the number, and all of it would have to be read. */
export const mostCounted = 1_000;

/** What an address asks of a list: its filter and its order, and the position after which the page begins, as the address carries it. */
export type ListAsked<Filter, Order> = { filter: Filter; order: Order; after: string | null };

/** What a search asks: its words, and the position as the form carries it. */
export type SearchAsked = { words: string; after: string | null };

type Placed = { id: string; cursor: string };
type Read<Row> = (page: PageAsked) => Promise<Row[]>;

/** @param list names the list, its reader and all that is asked of it: a position of another one is none. */
type Where = { list: readonly unknown[]; after: string | null; named?: boolean | undefined };

/** A page of a list, and the position of the one that follows, as addresses carry it. */
export async function pageOf<Row extends Placed>(
  { cursors }: { cursors: Cursors },
  { list, after, named = false }: Where,
  read: Read<Row>,
): Promise<{ rows: Row[]; next: string | null }> {
  const name = JSON.stringify(list);
  const rows = await read({ after: cursors.read(name, after), limit: pageSize + 1 });
  const shown = rows.slice(0, pageSize);
  const last = rows.length > pageSize ? shown.at(-1) : undefined;
  return { rows: shown, next: last ? cursors.write(name, { at: last.cursor, id: last.id }, named) : null };
}

type FileDeps = Pick<ServiceDeps, 'limits'>;

/** Rows of a list as a table for a spreadsheet; the name of its file and its columns are the same for every part. */
export type FileWords<Row> = (rows: Row[]) => {
  fileName: string;
  columns: readonly string[];
  rows: readonly (readonly string[])[];
};

/**
 * A list whole, as a file for a spreadsheet, in its order: read page after page while it is being sent, and no further than it is taken. A row that moves meanwhile stands
 * where it was when its page was read.
 *
 * @throws AppError `rate.acts` for more files than anyone needs.
 */
export async function fileOf<Row extends Placed>(
  { limits }: FileDeps,
  user: Pick<CurrentUser, 'id'>,
  { read, words }: { read: Read<Row>; words: FileWords<Row> },
): Promise<Response> {
  await limits.count('acts', `${user.id} files`);
  // Read before anything is sent: what cannot be read at all is answered as such.
  let rows = await read({ after: null, limit: rowsAtOnce });
  const { fileName, columns, ...first } = words(rows);
  return csvStream(fileName, parts());

  async function* parts(): AsyncGenerator<string> {
    yield csvHead(columns) + csvLines(first.rows);
    for (let last = rows.at(-1); last && rows.length >= rowsAtOnce; last = rows.at(-1)) {
      rows = await read({ after: { at: last.cursor, id: last.id }, limit: rowsAtOnce });
      if (rows.length > 0) yield csvLines(words(rows).rows);
    }
  }
}

/** A page of what a search found. @throws AppError `rate.acts` for more searches than anyone makes. */
export async function foundPage<Row extends Placed>(
  deps: FileDeps & { cursors: Cursors },
  user: Pick<CurrentUser, 'id'>,
  { words, after, list, named, read }: SearchAsked & Omit<Where, 'after'> & { read: Read<Row> },
): Promise<{ rows: Row[]; next: string | null }> {
  await deps.limits.count('acts', `${user.id} searches`);
  return pageOf(deps, { list: ['search', user.id, words, ...list], after, named }, read);
}
