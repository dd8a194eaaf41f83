import { colleaguesIn, type Colleague } from '#db/queue/colleagues.ts';
import { establishmentsOf, type EstablishmentRow } from '#db/queue/establishments.ts';
import { queueFound } from '#db/queue/found.ts';
import {
  queueCounts,
  queueRows,
  type QueueCounts,
  type QueueFilter,
  type QueueOrder,
  type QueueRow,
} from '#db/queue/rows.ts';
import type { Status } from '#domain/dossier/types.ts';
import type { CurrentUser } from '../accounts/types.ts';
import type { Cursors } from '../cursors.ts';
import type { ServiceDeps } from '../deps.ts';
import { fileOf, foundPage, pageOf, type FileWords, type ListAsked, type SearchAsked } from '../list-page.ts';
import { readerOf } from './types.ts';

type Deps = Pick<ServiceDeps, 'db' | 'limits' | 'now'> & { cursors: Cursors };

/** Beyond this many, nobody counts. */
const countLimit = 1_000;

const over: readonly Status[] = ['closed', 'expired'];

/** A dossier of the queue. */
export type QueuedDossier = Omit<QueueRow, 'cursor'> & {
  /** Closed or expired: nobody is awaited. */
  over: boolean;
  /** Charge of it may pass on: it is open, or closed by an agreement with messages open (F-103). */
  passable: boolean;
  /** The reader has charge of it. */
  mine: boolean;
  /** The reader stands in today for the person who has charge, or for a respondent where nobody has. */
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
  /** Places of the companies besides their main ones. */
  establishments: EstablishmentRow[];
  next: string | null;
  now: string;
};

export type QueueAsked = Omit<ListAsked<QueueFilter, QueueOrder>, 'after'>;

/** The dossiers of the reader's companies by age, whose turn, place and who has charge, fifty a page (F-041, B-09). `after`: as the address carries it. */
export async function queue(
  deps: Deps,
  user: CurrentUser,
  { filter, order, after }: ListAsked<QueueFilter, QueueOrder>,
): Promise<Queue> {
  const { db } = deps;
  const reader = readerOf(user);
  const [page, counts, colleagues, establishments] = await Promise.all([
    pageOf(deps, { list: ['queue', user.id, order, filter], after }, (part) =>
      queueRows(db, reader, { filter, order, ...part }),
    ),
    queueCounts(db, reader, countLimit),
    colleaguesIn(db, reader.merchantIds),
    establishmentsOf(db, reader.merchantIds),
  ]);
  return {
    rows: page.rows.map((row) => queued(row, user)),
    counts,
    countLimit,
    colleagues,
    companies: user.memberships.map(({ merchantId, merchantName }) => ({ id: merchantId, name: merchantName })),
    establishments,
    next: page.next,
    now: deps.now().toISOString(),
  };
}

/** Dossiers that hold the words of a search, fifty a page. @throws AppError `rate.acts`. */
export async function searchQueue(
  deps: Deps,
  user: CurrentUser,
  asked: SearchAsked,
): Promise<{ rows: QueuedDossier[]; next: string | null; now: string }> {
  const reader = readerOf(user);
  const { rows, next } = await foundPage(deps, user, {
    ...asked,
    list: ['queue'],
    read: (part) => queueFound(deps.db, reader, { words: asked.words, ...part }),
  });
  return { rows: rows.map((row) => queued(row, user)), next, now: deps.now().toISOString() };
}

type QueueWords = (given: { rows: QueuedDossier[]; now: string }) => ReturnType<FileWords<QueuedDossier>>;

/** The queue whole, as a file for a spreadsheet. @throws AppError `rate.acts` for more files than anyone needs. */
export async function sendQueue(
  deps: Deps,
  user: CurrentUser,
  { words, ...asked }: QueueAsked & { words: QueueWords },
): Promise<Response> {
  const reader = readerOf(user);
  const now = deps.now().toISOString();
  return fileOf(deps, user, {
    read: (part) => queueRows(deps.db, reader, { ...asked, ...part }),
    words: (rows) => words({ rows: rows.map((row) => queued(row, user)), now }),
  });
}

/** A row as pages show it. */
export function queued({ cursor: _, ...row }: QueueRow, { id }: Pick<CurrentUser, 'id'>): QueuedDossier {
  const isOver = over.includes(row.status);
  return {
    ...row,
    over: isOver,
    passable: !isOver || row.messagesOpen,
    mine: row.handlerId === id,
    standIn: row.substituteId === id || row.forRespondent,
  };
}
