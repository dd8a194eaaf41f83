import type { Reader } from '#content/reader.ts';
import { href, pages, withQuery } from '#contracts/pages/index.ts';
import { activeStatuses } from '#domain/dossier/index.ts';
import type { DossierList, Gauge, ListedDossier } from '#web/server/services/dossier/list.ts';
import { sortsOf } from '../../lists/orders.ts';
import { listAddress, ordersOf, queryOf, viewsOf } from './asked.ts';

/** « Mes dossiers » in words (F-030, F-041, F-042). */
export function presentList(reader: Reader, list: DossierList) {
  const { t } = reader;
  const { kind, companies, view, status, order, counts, countsClosed, rows, next, first } = list;
  const mediator = kind === 'mediator';
  return {
    title:
      kind === 'merchant' && companies.length > 0
        ? t('dossier:list.titleMerchant', { merchant: companies.join(', ') })
        : t('dossier:list.title'),
    said: saidOf(reader, list),
    create: kind === 'consumer',
    desk: kind === 'mediator' && view !== 'closed',
    views: viewsOf(kind).map((each) => ({
      label: t(`dossier:list.view.${each}`),
      count: each === 'all' || (each === 'closed' && !countsClosed) ? null : counts[each],
      to: listAddress(kind, { view: each, status: null }),
      current: each === view,
    })),
    statuses: view === 'closed' ? [] : statusLinks(reader, list),
    rows: rows.map((row) => presentRow(reader, row)),
    sorts: mediator
      ? sortsOf(ordersOf(kind, view), order, (tri) =>
          listAddress(kind, { view, status, ...(tri ? { order: tri } : {}) }),
        )
      : {},
    search: mediator ? { label: t('dossier:list.look'), hint: t('dossier:list.lookHint') } : null,
    file: mediator ? withQuery(href(pages.dossier.listFile), queryOf(kind, { view, status, order })) : null,
    next: next && listAddress(kind, { view, status, order, after: next }),
    first: first ? null : listAddress(kind, { view, status, order }),
    empty: rows.length === 0 ? emptyOf(reader, list) : null,
  };
}

function saidOf({ t, label }: Reader, { view, status, counts, countLimit }: DossierList): string {
  const said = (count: number) => ({
    count,
    shown: count >= countLimit ? t('dossier:list.more', { count: countLimit - 1 }) : String(count),
  });
  if (status) return t('dossier:list.said.status', { status: label('statuses', status) });
  const parts = [t(`dossier:list.said.${view}`, said(counts[view]))];
  if ((view === 'all' || view === 'open') && counts[view] > 0) {
    parts.push(t('dossier:list.said.partYours', said(counts.yours)));
  }
  return parts.join(' ');
}

function statusLinks({ t, label }: Reader, { kind, view, status }: DossierList) {
  const offered = activeStatuses.filter((each) =>
    each === 'draft' ? kind === 'consumer' : kind !== 'mediator' || each === 'mediation',
  );
  return [
    { label: t('dossier:list.allStatuses'), to: listAddress(kind, { view, status: null }), current: status === null },
    ...offered.map((each) => ({
      label: label('statuses', each),
      to: listAddress(kind, { view, status: each }),
      current: each === status,
    })),
  ];
}

function emptyOf({ t }: Reader, { kind, companies, view, status, counts }: DossierList) {
  const text = (key: string) => ({ text: t(`dossier:list.empty.${key}`), to: null, label: null });
  if (kind === 'merchant' && companies.length === 0) return text('noCompany');
  if (status) return text('status');
  if (view === 'yours') {
    const to = listAddress(kind, { view: 'open', status: null });
    return { ...text(kind === 'merchant' ? 'yoursMerchant' : 'yours'), to, label: t('dossier:list.showOpen') };
  }
  if (view === 'closed') return text('closed');
  const none = text(kind === 'officer' ? 'consumer' : kind);
  if (counts.closed === 0) return none;
  return { ...none, to: listAddress(kind, { view: 'closed', status: null }), label: t('dossier:list.showClosed') };
}

export type PresentedRow = ReturnType<typeof presentRow>;

/** The days of a mediation, in words beside the meter: where it stands, and that its target date is near or past. */
function presentGauge({ t, day }: Pick<Reader, 't' | 'day'>, { day: gone, total, left, warning, target }: Gauge) {
  const near = left <= warning;
  return {
    value: Math.min(Math.max(gone, 0), total),
    total,
    // A meter changes colour past it: on the day on which the words begin.
    high: Math.max(total - warning - 1, 0),
    text: t('mediation:desk.gauge', { day: gone, total, date: day(target) }),
    note: left < 0 ? t('mediation:desk.over') : near ? t('mediation:desk.near', { count: left }) : null,
  };
}

/** A mediator's dossiers as a table for a spreadsheet. */
export function presentListFile(reader: Reader, rows: readonly ListedDossier[]) {
  const { t } = reader;
  const column = (name: string) => t(`dossier:list.columns.${name}`);
  return {
    fileName: t('dossier:list.fileName'),
    columns: [
      ...[t('dossier:list.number'), column('dossier'), column('parties'), column('status'), column('turn')],
      ...[t('mediation:desk.column'), column('updated')],
    ],
    rows: rows.map((row) => {
      const { number, title, parties, status, outcome, turn, gauge, updated } = presentRow(reader, row);
      const days = gauge ? [gauge.text, gauge.note].filter(Boolean).join(' ') : '';
      return [number, title, parties, outcome ?? status, turn, days, updated];
    }),
  };
}

export function presentRow({ t, label, day, dateTime, shortDay }: Reader, row: ListedDossier) {
  const { id, number, status, outcome, turn, over, charge, yours, draftExpiresAt, unread } = row;
  return {
    id,
    to: href(row.toDeclare ? pages.dossier.declareNoConflict : pages.dossier.summary, { dossierId: id }),
    number,
    title: row.toDeclare ? t('mediation:declare.listed') : row.title || t('dossier:list.untitled'),
    parties: row.parties.join(', '),
    inCharge:
      charge && (charge.name ? t('dossier:list.inCharge', { name: charge.name }) : t('dossier:list.notInCharge')),
    status: label('statuses', status),
    outcome: outcome && label('outcomes', outcome),
    turn: over ? '' : t(`dossier:list.turn.${yours ? 'you' : turn}`),
    yours,
    next: draftExpiresAt && dateTime(draftExpiresAt),
    updated: shortDay(row.changedAt),
    gauge: row.gauge && presentGauge({ t, day }, row.gauge),
    unread: unread > 0 ? t('dossier:list.unread', { count: unread }) : null,
  };
}
