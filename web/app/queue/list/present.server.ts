import type { Reader } from '#content/reader.ts';
import { href, pages } from '#contracts/pages/index.ts';
import { dayNumberAt } from '#domain/calendar/civil.ts';
import type { Queue, QueuedDossier } from '#web/server/services/queue/list.ts';
import type { Filter } from '../../lists/FilterForm.tsx';
import { nowhere, queueAddress, steps, turns, type askedOfQueue } from './asked.ts';

type Query = ReturnType<typeof askedOfQueue>['query'];

/** A dossier of the queue in words; days are civil days in Québec. */
export function presentQueued({ t, label, shortDay }: Reader, row: QueuedDossier, now: string) {
  const { id, number, title, status, turn, turnSince, submittedAt, handlerName, substituteName, over, passable } = row;
  const age = (instant: string) => t('queue:days', { count: Math.max(dayNumberAt(now) - dayNumberAt(instant), 0) });
  return {
    id,
    to: href(pages.dossier.summary, { dossierId: id }),
    number,
    title: title || t('dossier:list.untitled'),
    consumer: row.consumerName,
    company: row.merchantName,
    status: label('statuses', status),
    turn: over ? '—' : t(`dossier:list.turn.${turn}`),
    ours: !over && (turn === 'merchant' || turn === 'both'),
    since: over || !turnSince ? '—' : shortDay(turnSince),
    sinceAge: over || !turnSince ? '' : age(turnSince),
    submitted: shortDay(submittedAt),
    age: age(submittedAt),
    place: row.establishmentName ?? '',
    charge: row.mine ? t('queue:you') : (handlerName ?? t('queue:nobody')),
    standIn: row.standIn && !over ? t('queue:standIn') : null,
    replacedBy: substituteName && !row.standIn && !over ? t('queue:replacedBy', { name: substituteName }) : null,
    choose: passable ? t('queue:choose', { number }) : null,
  };
}

/** The queue as a table for a spreadsheet. */
export function presentQueueFile(reader: Reader, rows: readonly QueuedDossier[], now: string) {
  const { t } = reader;
  const names = [
    'dossier',
    'subject',
    'consumer',
    'company',
    'place',
    'status',
    'turn',
    'since',
    'submitted',
    'charge',
  ];
  return {
    columns: [...names, 'substitute'].map((name) => t(`queue:columns.${name}`)),
    rows: rows.map((row) => {
      const shown = presentQueued(reader, row, now);
      return [
        ...[shown.number, shown.title, shown.consumer, shown.company, shown.place, shown.status, shown.turn],
        ...[shown.since, shown.submitted, shown.charge, row.over ? '' : (row.substituteName ?? '')],
      ];
    }),
  };
}

/** Choices that people make most, with how many dossiers each holds. */
export function presentQuick({ t }: Reader, { counts, countLimit }: Queue, query: Query) {
  const shown = (count: number) =>
    count >= countLimit ? t('queue:counts.more', { count: countLimit - 1 }) : String(count);
  const none = { etape: null, tour: null, responsable: null };
  const links = [
    { name: 'open', ask: none, count: null },
    { name: 'merchant', ask: { ...none, tour: 'merchant' }, count: counts.merchant },
    { name: 'nobody', ask: { ...none, responsable: 'personne' }, count: counts.nobody },
    { name: 'me', ask: { ...none, responsable: 'moi' }, count: counts.me },
    { name: 'standIn', ask: { ...none, responsable: 'remplacement' }, count: counts.standIn },
    { name: 'closed', ask: { ...none, etape: 'closed' }, count: null },
  ] as const;
  const { etape, tour, responsable } = query;
  return links.map(({ name, ask, count }) => ({
    label: t(`queue:counts.${name}`),
    count: count === null ? null : shown(count),
    to: queueAddress({
      tri: query.tri,
      entreprise: query.entreprise,
      etablissement: query.etablissement,
      ...ask,
    }),
    current: ask.etape === etape && ask.tour === tour && ask.responsable === responsable,
  }));
}

/** What the queue may be narrowed by, with what its address asks. */
export function presentQueueFilters(
  { t, label }: Reader,
  { colleagues, companies, establishments }: Queue,
  { query, me }: { query: Query; me: string },
): Filter[] {
  const all = t('queue:filters.all');
  const others = new Map(colleagues.filter(({ id }) => id !== me).map(({ id, name }) => [id, name]));
  const nameOf = (merchantId: string) => companies.find(({ id }) => id === merchantId)?.name ?? '';
  const company: Filter = {
    name: 'entreprise',
    label: t('queue:filters.company'),
    all,
    value: query.entreprise ?? '',
    options: companies.map(({ id, name }) => ({ value: id, label: name })),
  };
  const place: Filter = {
    name: 'etablissement',
    label: t('queue:filters.place'),
    all: null,
    value: '',
    several: query.etablissement,
    options: [
      ...establishments.map(({ id, name, merchantId }) => ({
        value: id,
        label: companies.length > 1 ? t('queue:absences.of', { name, company: nameOf(merchantId) }) : name,
      })),
      { value: nowhere, label: t('queue:filters.nowhere') },
    ],
  };
  return [
    {
      name: 'etape',
      label: t('queue:filters.status'),
      all: t('queue:filters.statusAll'),
      value: query.etape ?? '',
      options: steps.map((value) => ({ value, label: label('statuses', value) })),
    },
    {
      name: 'tour',
      label: t('queue:filters.turn'),
      all,
      value: query.tour ?? '',
      options: turns.map((value) => ({ value, label: t(`queue:filters.turns.${value}`) })),
    },
    {
      name: 'responsable',
      label: t('queue:filters.charge'),
      all,
      value: query.responsable ?? '',
      options: [
        { value: 'moi', label: t('queue:filters.me') },
        { value: 'personne', label: t('queue:filters.nobody') },
        { value: 'remplacement', label: t('queue:filters.standIn') },
        ...[...others].map(([value, name]) => ({ value, label: name })),
      ],
    },
    ...(companies.length > 1 ? [company] : []),
    ...(establishments.length > 0 ? [place] : []),
  ];
}
