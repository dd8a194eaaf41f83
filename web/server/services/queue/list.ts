import { colleaguesIn, type Colleague } from '#db/queue/colleagues.ts';
import {
  queueCounts,
  queueFound,
  queueRows,
  type QueueCounts,
  type QueueFilter,
  type QueueOrder,
  type QueueRow,
} from '#db/queue/rows.ts';
import type { Status } from '#domain/dossier/types.ts';
import { csvAnswer } from '#web/server/uploads/attachment.ts';
import type { CurrentUser } from '../accounts/types.ts';
import type { Cursors } from '../cursors.ts';
import type { ServiceDeps } from '../deps.ts';
import { readerOf } from './types.ts';

type Deps = Pick<ServiceDeps, 'db' | 'limits' | 'now'> & { cursors: Cursors };

const pageSize = 50;
/** Beyond this many, nobody counts. */
const countLimit = 1_000;
/** A file of a queue holds its first rows, so many at most. */
const mostExported = 5_000;

const over: readonly Status[] = ['closed', 'expired'];

/** A dossier of the queue. */
export type QueuedDossier = Omit<QueueRow, 'cursor'> & {
  /** Closed or expired: nobody is awaited. */
  over: boolean;
  /** The reader has charge of it. */
  mine: boolean;
  /** The reader stands in today for the person who has charge. */
  standIn: boolean;
};

export type Queue = {
  rows: QueuedDossier[];
  counts: QueueCounts;
  /** A count that reaches this is « this many or more ». */
  countLimit: number;
  /** Whom it may be narrowed to: colleagues of the reader's companies, the reader included. */
  colleagues: Colleague[];
  companies: { id: string; name: string }[];
  next: string | null;
  now: string;
};

export type QueueAsked = { filter: QueueFilter; order: QueueOrder };

/** The dossiers of the reader's companies by age, whose turn and who has charge, fifty a page (F-041, B-09). `after`: as the address carries it. */
export async function queue(
  { db, cursors, now }: Deps,
  user: CurrentUser,
  { filter, order, after }: QueueAsked & { after: string | null },
): Promise<Queue> {
  const reader = readerOf(user);
  const list = `queue ${user.id} ${order} ${JSON.stringify(filter)}`;
  const asked = { filter, order, after: cursors.read(list, after), limit: pageSize + 1 };
  const [rows, counts, colleagues] = await Promise.all([
    queueRows(db, reader, asked),
    queueCounts(db, reader, countLimit),
    colleaguesIn(db, reader.merchantIds),
  ]);
  const shown = rows.slice(0, pageSize);
  const last = rows.length > pageSize ? shown.at(-1) : undefined;
  return {
    rows: shown.map((row) => queued(row, user)),
    counts,
    countLimit,
    colleagues,
    companies: user.memberships.map(({ merchantId, merchantName }) => ({ id: merchantId, name: merchantName })),
    next: last ? cursors.write(list, { at: last.cursor, id: last.id }) : null,
    now: now().toISOString(),
  };
}

/** Dossiers that hold the words of a search, fifty at most; `more`: there are others. @throws AppError `rate.acts`. */
export async function searchQueue(
  { db, limits, now }: Deps,
  user: CurrentUser,
  words: string,
): Promise<{ rows: QueuedDossier[]; more: boolean; now: string }> {
  await limits.count('acts', `${user.id} searches`);
  const rows = await queueFound(db, readerOf(user), { words, limit: pageSize + 1 });
  const shown = rows.slice(0, pageSize).map((row) => queued(row, user));
  return { rows: shown, more: rows.length > pageSize, now: now().toISOString() };
}

type FileWords = (given: { rows: QueuedDossier[]; now: string }) => { fileName: string; text: string };

/** The queue whole, as a file for a spreadsheet. @throws AppError `rate.acts` for more files than anyone needs. */
export async function sendQueue(
  { db, limits, now }: Deps,
  user: CurrentUser,
  { words, ...asked }: QueueAsked & { words: FileWords },
): Promise<Response> {
  await limits.count('acts', `${user.id} files`);
  const rows = await queueRows(db, readerOf(user), { ...asked, after: null, limit: mostExported });
  return csvAnswer(words({ rows: rows.map((row) => queued(row, user)), now: now().toISOString() }));
}

/** A row as pages show it. */
export function queued({ cursor: _, ...row }: QueueRow, { id }: Pick<CurrentUser, 'id'>): QueuedDossier {
  return { ...row, over: over.includes(row.status), mine: row.handlerId === id, standIn: row.substituteId === id };
}
