import { keysOf, recordOf } from '#domain/known-values.ts';
import type { QueueFilter, QueueName, QueueOrder, Stall } from '#web/server/services/office/queues.ts';
import { orderAsked, orderWord, type ListOrder } from '../../lists/orders.ts';

/** The words of addresses for the lists of the desk, French in both languages. */
const slugs: Record<QueueName, string> = {
  assign: 'mediations',
  reports: 'nouvelles',
  stalled: 'mediations-immobiles',
  silent: 'silences',
  merchants: 'commercants',
  steps: 'suivis',
  participations: 'participations',
  accesses: 'acces',
};

export const queues = keysOf(slugs);

export const slugOf = (name: QueueName): string => slugs[name];

/** The list that an address names; null for anything else. */
export function queueOf(slug: string): QueueName | null {
  return queues.find((name) => slugs[name] === slug) ?? null;
}

/** What a list is narrowed by, as its address carries it: the name of the parameter, and the values that it may have. */
export type FilterName =
  'langue' | 'sorte' | 'nouvelles' | 'motif' | 'tour' | 'jours' | 'attente' | 'echeance' | 'etat' | 'demande';

const narrowedBy: Record<QueueName, readonly FilterName[]> = {
  assign: ['langue', 'sorte'],
  reports: ['nouvelles'],
  stalled: ['motif'],
  silent: ['jours', 'tour'],
  merchants: ['attente'],
  steps: ['echeance'],
  participations: ['etat'],
  accesses: ['demande'],
};

export const filtersOf = (name: QueueName): readonly FilterName[] => narrowedBy[name];

/** Days of silence that may be asked for; the first is taken without asking. */
export const silences = ['7', '15', '30', '60'] as const;

export const values: Record<Exclude<FilterName, 'sorte'>, readonly string[]> = {
  langue: ['fr', 'en'],
  nouvelles: ['nudge', 'waiting', 'delay', 'imminent', 'target'],
  motif: ['closed', 'undeclared', 'silent', 'absent'] satisfies Stall[],
  tour: ['consumer', 'merchant', 'both'],
  jours: silences,
  attente: ['30', '60', '90'],
  echeance: ['today', 'late'],
  etat: ['waiting', 'correction', 'accepted', 'declined'],
  demande: ['add', 'remove', 'change'],
};

const bySince = [
  { name: 'age', column: 'since' },
  { name: 'newest', column: 'since', down: true },
] as const satisfies ListOrder<QueueOrder>[];
const byMerchant = { name: 'merchant', column: 'merchant' } as const;

/** The orders of a list: what has waited longest first, or last; by the company's name; merchants also by what waits for each. */
export function ordersOf(name: QueueName): readonly ListOrder<QueueOrder>[] {
  const waiting = { name: 'waiting', column: 'waiting', down: true } as const;
  return [...bySince, byMerchant, ...(name === 'merchants' ? [waiting] : [])];
}

type Asked = { filter: QueueFilter; order: QueueOrder; query: Record<string, string | null> };

/** What an address asks of a list; what it may not ask is left out. */
export function askedOf(name: QueueName, query: URLSearchParams, isKind: (code: string) => boolean): Asked {
  const chosen = recordOf(narrowedBy[name], (each) => {
    const value = query.get(each) ?? '';
    return (each === 'sorte' ? isKind(value) : values[each].includes(value)) ? value : null;
  });
  const { langue, sorte, nouvelles, motif, tour, jours, attente, echeance, etat, demande } = chosen as Partial<
    Record<FilterName, string | null>
  >;
  const order = orderAsked(ordersOf(name), query.get('tri'));
  return {
    query: { ...chosen, tri: orderWord(ordersOf(name), order) },
    order,
    filter: {
      ...(langue ? { language: langue } : {}),
      ...(sorte ? { kind: sorte } : {}),
      ...(nouvelles ? { report: nouvelles } : {}),
      ...(motif ? { why: motif } : {}),
      ...(tour ? { turn: tour } : {}),
      ...(attente ? { waited: Number(attente) } : {}),
      ...(echeance ? { due: echeance } : {}),
      ...(etat ? { state: etat } : {}),
      ...(demande ? { asked: demande } : {}),
      ...(name === 'silent' ? { days: Number(jours ?? silences[0]) } : {}),
    },
  };
}
