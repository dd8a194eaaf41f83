import { href, pages } from '#contracts/pages/index.ts';
import { label } from '#content/lists/index.ts';
import { formatDateTime, formatShortDay } from '#content/texts/format.ts';
import type { Language, Translate } from '#content/texts/index.ts';
import { AppError } from '#contracts/errors.ts';
import { countDossiers, listDossiers, type ListRow, type ListScope, type ListView } from '#db/dossiers/list.ts';
import type { Database } from '#db/database.ts';
import { access, threadThing, viewers, type Viewer } from '#domain/access/index.ts';
import { activeStatuses, threadNames, type Status, type Thread } from '#domain/dossier/index.ts';
import type { CurrentUser } from '../accounts/types.ts';
import type { Cursors } from '../cursors.ts';

export const pageSize = 50;
/** Beyond this many, a number is said as « plus de ». */
export const countLimit = 1000;

const views = { 'a-vous': 'yours', 'en-cours': 'open', fermes: 'closed', tous: 'all' } as const satisfies Record<
  string,
  ListView
>;

export type ListPage = {
  title: string;
  said: string;
  create: boolean;
  views: { label: string; count: number | null; to: string; current: boolean }[];
  statuses: { label: string; to: string; current: boolean }[];
  rows: RowView[];
  next: string | null;
  first: string | null;
  empty: { text: string; to: string | null; label: string | null } | null;
};

export type RowView = {
  id: string;
  to: string;
  number: string;
  title: string;
  parties: string;
  inCharge: string | null;
  status: string;
  outcome: string | null;
  turn: string;
  yours: boolean;
  next: string | null;
  updated: string;
  unread: string | null;
};

/**
 * « Mes dossiers » of a person, as asked by the address: `?vue=` and `?etat=` (bookmarkable), `?apres=` for the next page. A consumer sees
 * closed dossiers without asking, a merchant and a mediator ask for them (F-030, F-041, F-042).
 */
export async function listPage(
  { db, cursors }: { db: Database; cursors: Cursors },
  user: CurrentUser,
  query: URLSearchParams,
  language: Language,
  t: Translate,
): Promise<ListPage> {
  const scope = scopeOf(user);
  const view = viewOf(user, query.get('vue'));
  const asked = query.get('etat');
  const status =
    activeStatuses.find((each) => each === asked && (user.kind === 'consumer' || each !== 'draft')) ?? null;
  const list = `dossiers ${user.id} ${view} ${status ?? ''}`;
  const after = cursors.read(list, query.get('apres'));
  const [found, counts] = await Promise.all([
    listDossiers(db, { scope, view, status, after, limit: pageSize, threads: readableThreads }),
    countDossiers(db, scope, countLimit),
  ]);
  const rows = found.slice(0, pageSize);
  const last = found.length > pageSize ? rows.at(-1) : undefined;
  const shown = (count: number) =>
    count >= countLimit ? t('dossier:list.more', { count: countLimit - 1 }) : String(count);
  const totals = { all: counts.open + counts.closed, yours: counts.yours, open: counts.open, closed: counts.closed };
  const company = user.memberships.map((each) => each.merchantName).join(', ');
  return {
    title:
      user.kind === 'merchant' && company
        ? t('dossier:list.titleMerchant', { merchant: company })
        : t('dossier:list.title'),
    said: saidOf(),
    create: user.kind === 'consumer',
    views: viewsOf(user).map((each) => ({
      label: t(`dossier:list.view.${views[each]}`),
      count: views[each] === 'all' ? null : totals[views[each]],
      to: addressOf(user, views[each], null),
      current: views[each] === view,
    })),
    statuses: view === 'closed' ? [] : statusLinks(),
    rows: rows.map((row) => rowView(row, user, language, t)),
    next: last
      ? `${addressOf(user, view, status)}${glue(user, view, status)}apres=${cursors.write(list, { at: last.cursor, id: last.id })}`
      : null,
    first: after ? addressOf(user, view, status) : null,
    empty: rows.length === 0 ? emptyOf() : null,
  };

  function saidOf(): string {
    const head = t(`dossier:list.said.${view}`, pluralOf(totals[view]));
    const parts = [status ? t('dossier:list.said.status', { status: label('statuses', status, language) }) : head];
    if (!status && (view === 'all' || view === 'open') && totals[view] > 0) {
      parts.push(t('dossier:list.said.partYours', pluralOf(totals.yours)));
    }
    return parts.join(' ');
  }

  function pluralOf(count: number): { count: number; shown: string } {
    return { count, shown: shown(count) };
  }

  function statusLinks(): ListPage['statuses'] {
    const all = { label: t('dossier:list.allStatuses'), to: addressOf(user, view, null), current: status === null };
    const offered = activeStatuses.filter((each) =>
      each === 'draft' ? user.kind === 'consumer' : user.kind !== 'mediator' || each === 'mediation',
    );
    return [
      all,
      ...offered.map((each) => ({
        label: label('statuses', each, language),
        to: addressOf(user, view, each),
        current: each === status,
      })),
    ];
  }

  function emptyOf(): ListPage['empty'] {
    if (user.kind === 'merchant' && user.memberships.length === 0)
      return { text: t('dossier:list.empty.noCompany'), to: null, label: null };
    if (status) return { text: t('dossier:list.empty.status'), to: null, label: null };
    if (view === 'yours') {
      return {
        text: t('dossier:list.empty.yours'),
        to: addressOf(user, 'open', null),
        label: t('dossier:list.showOpen'),
      };
    }
    if (view === 'closed') return { text: t('dossier:list.empty.closed'), to: null, label: null };
    const closed =
      counts.closed > 0
        ? { to: addressOf(user, 'closed', null), label: t('dossier:list.showClosed') }
        : { to: null, label: null };
    return { text: t(`dossier:list.empty.${user.kind === 'officer' ? 'consumer' : user.kind}`), ...closed };
  }
}

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
  viewers.map((viewer) => [viewer, threadNames.filter((thread) => reads(viewer, thread))]),
) as Partial<Record<Viewer, readonly Thread[]>>;

function reads(viewer: Viewer, thread: Thread): boolean {
  const right = access(viewer, threadThing(thread), thread === 'negotiation' ? 'negotiation' : 'mediation');
  return right === 'read' || right === 'write';
}

function viewsOf(user: CurrentUser): (keyof typeof views)[] {
  return user.kind === 'consumer' ? ['tous', 'a-vous', 'en-cours', 'fermes'] : ['en-cours', 'a-vous', 'fermes'];
}

function defaultView(user: CurrentUser): ListView {
  return user.kind === 'consumer' ? 'all' : 'open';
}

function viewOf(user: CurrentUser, asked: string | null): ListView {
  const key = viewsOf(user).find((each) => each === asked);
  return key ? views[key] : defaultView(user);
}

function addressOf(user: CurrentUser, view: ListView, status: Status | null): string {
  const query = new URLSearchParams();
  if (view !== defaultView(user)) query.set('vue', viewsOf(user).find((each) => views[each] === view) ?? '');
  if (status) query.set('etat', status);
  const text = query.toString();
  return text ? `${href(pages.dossier.list)}?${text}` : href(pages.dossier.list);
}

function glue(user: CurrentUser, view: ListView, status: Status | null): string {
  return addressOf(user, view, status).includes('?') ? '&' : '?';
}

function rowView(row: ListRow, user: CurrentUser, language: Language, t: Translate): RowView {
  const merchant = user.kind === 'merchant';
  const parties =
    user.kind === 'mediator' || row.viewer === 'consumerRepresentative'
      ? `${row.consumerName}, ${row.merchantName}`
      : merchant
        ? row.consumerName
        : row.merchantName;
  const closed = row.status === 'closed' || row.status === 'expired';
  const company = user.memberships.length > 1 ? `${row.consumerName}, ${row.merchantName}` : parties;
  return {
    id: row.id,
    to: href(pages.dossier.summary, { dossierId: row.id }),
    number: row.number,
    title: row.title || t('dossier:list.untitled'),
    parties: merchant ? company : parties,
    inCharge:
      !merchant || closed
        ? null
        : row.handlerName
          ? t('dossier:list.inCharge', { name: row.handlerName })
          : t('dossier:list.notInCharge'),
    status: label('statuses', row.status, language),
    outcome: row.outcome ? label('outcomes', row.outcome, language) : null,
    turn: closed ? '' : row.yours ? t('dossier:list.turn.you') : t(`dossier:list.turn.${row.turn}`),
    yours: row.yours && !closed,
    next:
      !closed && row.nextDeadline && row.nextDeadlineKind === 'draftExpiry'
        ? formatDateTime(language, row.nextDeadline)
        : null,
    updated: formatShortDay(language, row.changedAt),
    unread: row.unread > 0 ? t('dossier:list.unread', { count: row.unread }) : null,
  };
}
