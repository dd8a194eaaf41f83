import { isUuid } from '#contracts/ids.ts';
import { href, pages, withQuery } from '#contracts/pages/index.ts';
import { orderAsked, orderWord, type ListOrder } from '../../lists/orders.ts';
import type { QueueAsked } from '#web/server/services/queue/list.ts';

export const queueOrders = [
  { name: 'age', column: 'submitted' },
  { name: 'newest', column: 'submitted', down: true },
  { name: 'wait', column: 'since' },
] as const satisfies ListOrder<QueueAsked['order']>[];

export const turns = ['merchant', 'consumer', 'mediator', 'office'] as const;

/** Steps that the queue may be narrowed to; the closed ones are asked for (F-042). */
export const steps = ['submitted', 'negotiation', 'mediationRequested', 'mediation', 'closed'] as const;

/** Whose hands, by their words in the address; anybody else is named by their id. */
const hands = { moi: 'me', personne: 'nobody', remplacement: 'standIn' } as const;

/** The word for dossiers that were put at no place; places are named by their ids, as many as are chosen. */
export const nowhere = 'aucun';
/** As many places as a company's form may name. */
const mostPlaces = 50;

type Query = Record<'etape' | 'tour' | 'responsable' | 'entreprise' | 'tri', string | null> & {
  etablissement: readonly string[];
};

const one = <Value extends string>(among: readonly Value[], asked: string | null): Value | null =>
  among.find((each) => each === asked) ?? null;

/** What the address asks of the queue, as it carries it and as the queue takes it; what may not be asked is left out. */
export function askedOfQueue(address: URLSearchParams): { asked: QueueAsked; query: Query } {
  const status = one(steps, address.get('etape'));
  const turn = status === 'closed' ? null : one(turns, address.get('tour'));
  const order = orderAsked(queueOrders, address.get('tri'));
  const hand = address.get('responsable') ?? '';
  const word = one(Object.keys(hands) as (keyof typeof hands)[], hand);
  const member = isUuid(hand) ? hand : null;
  const company = address.get('entreprise') ?? '';
  const merchantId = isUuid(company) ? company : null;
  const typed = [...new Set(address.getAll('etablissement'))].slice(0, mostPlaces + 1);
  const ids = typed.filter(isUuid);
  const none = typed.includes(nowhere);
  const establishments = ids.length > 0 || none ? { ids, none } : null;
  return {
    asked: { filter: { status, turn, charge: word ? hands[word] : member, merchantId, establishments }, order },
    query: {
      etape: status,
      tour: turn,
      responsable: word ?? member,
      entreprise: merchantId,
      tri: orderWord(queueOrders, order),
      etablissement: [...ids, ...(none ? [nowhere] : [])],
    },
  };
}

/** The address that {@link askedOfQueue} reads so. */
export function queueAddress(query: Partial<Query> & { apres?: string | null }): string {
  return withQuery(href(pages.queue.list), query);
}
