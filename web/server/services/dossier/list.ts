import { AppError } from '#contracts/errors.ts';
import { patternsOf } from '#db/directory/text-search.ts';
import type { PageAsked } from '#db/ordered.ts';
import { listDossiers, type ListCounts, type ListRow, type ListScope, type ListView } from '#db/dossiers/list.ts';
import { dayNumberAt } from '#domain/calendar/civil.ts';
import { wholeDays } from '#domain/calendar/durations.ts';
import { access, threadResource, readerRoles, type ReaderRole } from '#domain/access/index.ts';
import { threadNames, type Status, type Thread } from '#domain/dossier/index.ts';
import type { CurrentUser } from '../accounts/types.ts';
import type { Cursors } from '../cursors.ts';
import type { ServiceDeps } from '../deps.ts';
import { fileOf, foundPage, type FileWords, type SearchAsked } from '../list-page.ts';

export const pageSize = 50;
/** Beyond this many, nobody counts. */
const countLimit = 1000;

/** In which order: a mediator's desk by what waits for them, then by age (B-10); by the last change, as every other list. */
export type ListOrder = 'desk' | 'changed';

/** What an address asks of a person's dossiers. */
type ListAskedOf = { view: ListView; status: Status | null; order: ListOrder };

export type DossierList = {
  kind: CurrentUser['kind'];
  /** Names of the reader's companies. */
  companies: string[];
  view: ListView;
  status: Status | null;
  order: ListOrder;
  /** Each up to {@link DossierList.countLimit}; `closed` is 1 where they are not counted and there are some. */
  counts: Record<ListView, number>;
  /** Whether the closed ones are counted on this page. */
  countsClosed: boolean;
  /** A count that reaches this is « this many or more ». */
  countLimit: number;
  rows: ListedDossier[];
  /** Position after the page, for its address; null on the last one. */
  next: string | null;
  /** This is the first page. */
  first: boolean;
};

export type ListedDossier = Pick<
  ListRow,
  'id' | 'number' | 'title' | 'status' | 'outcome' | 'turn' | 'unread' | 'changedAt'
> & {
  /** Closed or expired: nobody is awaited. */
  over: boolean;
  /** Names of those who tell this dossier from the reader's others. */
  parties: string[];
  /** For a merchant's people, while it is not over: who has charge, by name, or nobody. */
  charge: { name: string | null } | null;
  yours: boolean;
  /** Of a mediator who has not declared yet, who sees names only (ADR 31). */
  toDeclare: boolean;
  /** Of a mediation, for its mediator. */
  gauge: Gauge | null;
  /** When a draft expires. */
  draftExpiresAt: string | null;
};

/**
 * « Mes dossiers » of a person, fifty a page from the position `after` (F-030, F-041, F-042); of a mediator, what waits for them first, then by age (B-10).
 *
 * @throws AppError `access.denied` for the Office, which has a list of its own.
 */
export async function dossierList(
  { db, now, cursors }: Pick<ServiceDeps, 'db' | 'now'> & { cursors: Cursors },
  user: CurrentUser,
  asked: ListAskedOf & { after: string | null },
): Promise<DossierList> {
  const { view, status, order } = asked;
  const scope = scopeOf(user);
  const list = `dossiers ${user.id} ${view} ${status ?? ''} ${order}`;
  const after = cursors.read(list, asked.after);
  const page = {
    scope,
    view,
    status,
    byChange: order === 'changed',
    after,
    limit: pageSize,
    countUpTo: countedIn(user.kind, view),
    threads: readableThreads,
  };
  const found = await listDossiers(db, page);
  const { counts } = found;
  const rows = found.rows.slice(0, pageSize);
  const shown = rows.map((row) => listed(row, { user, now: now().toISOString() }));
  const last = found.rows.length > pageSize ? rows.at(-1) : undefined;
  return {
    kind: user.kind,
    companies: user.memberships.map(({ merchantName }) => merchantName),
    view,
    status,
    order,
    counts: { all: counts.open + counts.closed, yours: counts.yours, open: counts.open, closed: counts.closed },
    countsClosed: countsClosed(user.kind, view),
    countLimit,
    rows: shown,
    next: last ? cursors.write(list, { at: last.cursor, id: last.id }) : null,
    first: after === null,
  };
}

type DeskDeps = Pick<ServiceDeps, 'db' | 'limits' | 'now'> & { cursors: Cursors };

/** A mediator's dossiers whose number, or whose parties' names, hold the words; the last changed first. @throws AppError `rate.acts`. */
export async function findDossiers(
  deps: DeskDeps,
  user: CurrentUser,
  asked: SearchAsked,
): Promise<{ rows: ListedDossier[]; next: string | null }> {
  const patterns = patternsOf(asked.words);
  const ask = { view: 'all', status: null, order: 'changed' } as const;
  const { rows, next } = await foundPage(deps, user, {
    ...asked,
    list: ['dossiers'],
    read: async (part) => (patterns ? rowsOf(deps, user, { ...ask, ...part, patterns }) : []),
  });
  const at = deps.now().toISOString();
  return { rows: rows.map((row) => listed(row, { user, now: at })), next };
}

/** The list whole, as a file for a spreadsheet. @throws AppError `rate.acts`. */
export function sendDossiers(
  deps: Pick<DeskDeps, 'db' | 'limits' | 'now'>,
  user: CurrentUser,
  { words, ...asked }: ListAskedOf & { words: FileWords<ListedDossier> },
): Promise<Response> {
  const now = deps.now().toISOString();
  return fileOf(deps, user, {
    read: (part) => rowsOf(deps, user, { ...asked, ...part, patterns: null }),
    words: (rows) => words(rows.map((row) => listed(row, { user, now }))),
  });
}

async function rowsOf(
  { db }: Pick<DeskDeps, 'db'>,
  user: CurrentUser,
  { view, status, order, patterns, after, limit }: ListAskedOf & { patterns: string[] | null } & PageAsked,
): Promise<ListRow[]> {
  const { rows } = await listDossiers(db, {
    ...{ scope: scopeOf(user), view, status, byChange: order === 'changed', patterns, after, limit },
    countUpTo: { open: 1, yours: 1, closed: 1 },
    threads: readableThreads,
  });
  return rows.slice(0, limit);
}

/** What is over is counted where it is shown, and for a consumer, who has little; elsewhere it matters only whether there is any. */
function countedIn(kind: CurrentUser['kind'], view: ListView): ListCounts {
  return { open: countLimit, yours: countLimit, closed: countsClosed(kind, view) ? countLimit : 1 };
}

const countsClosed = (kind: CurrentUser['kind'], view: ListView): boolean => kind === 'consumer' || view === 'closed';

function scopeOf(user: CurrentUser): ListScope {
  switch (user.kind) {
    case 'consumer':
      return { kind: 'consumer', userId: user.id };
    case 'mediator':
      return { kind: 'mediator', userId: user.id };
    case 'merchant':
      return {
        kind: 'merchant',
        userId: user.id,
        merchants: user.memberships.map(({ merchantId, role }) => ({ id: merchantId, role })),
      };
    case 'officer':
      throw new AppError('access.denied');
  }
}

/** Threads that each reader reads at least in one phase: what their count of new messages is made of. */
const readableThreads = Object.fromEntries(
  readerRoles.map((role) => [role, threadNames.filter((thread) => reads(role, thread))]),
) as Partial<Record<ReaderRole, readonly Thread[]>>;

function reads(role: ReaderRole, thread: Thread): boolean {
  const right = access(role, threadResource(thread), thread === 'negotiation' ? 'negotiation' : 'mediation');
  return right === 'read' || right === 'write';
}

/** Where a mediation stands before its target date (F-135, A-24, B-10): civil days in Québec. `warning`: how many days before it is near. */
export type Gauge = { startedAt: string; target: string; day: number; total: number; left: number; warning: number };

function gaugeOf({ startedAt, target, warning }: NonNullable<ListRow['gauge']>, now: string): Gauge {
  const [first, today, last] = [startedAt, now, target].map(dayNumberAt) as [number, number, number];
  const spans = { day: today - first, total: last - first, left: last - today };
  return { startedAt, target, ...spans, warning: wholeDays(warning) };
}

function listed(row: ListRow, { user, now }: { user: CurrentUser; now: string }): ListedDossier {
  const { id, number, title, status, outcome, turn, unread, changedAt } = row;
  const over = status === 'closed' || status === 'expired';
  const merchant = user.kind === 'merchant';
  return {
    id,
    number,
    title,
    status,
    outcome,
    turn,
    unread,
    changedAt,
    over,
    parties: partiesOf(row, user),
    charge: merchant && !over ? { name: row.handlerName } : null,
    yours: row.yours && !over,
    toDeclare: row.readerRole === 'assignedMediator',
    gauge: row.gauge && gaugeOf(row.gauge, now),
    draftExpiresAt: !over && row.nextDeadlineKind === 'draftExpiry' ? row.nextDeadline : null,
  };
}

function partiesOf({ readerRole, consumerName, merchantName }: ListRow, user: CurrentUser): string[] {
  const both = [consumerName, merchantName];
  if (user.kind === 'mediator' || readerRole === 'consumerRepresentative') return both;
  if (user.kind !== 'merchant') return [merchantName];
  return user.memberships.length > 1 ? both : [consumerName];
}
