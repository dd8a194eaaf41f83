import type { OverseenAsked, OverseenAbsenceOrder } from '#web/server/services/absences/index.ts';
import type { MediatorFilter, MediatorOrder } from '#web/server/services/directory/lists.ts';
import { orderAsked, orderWord, type ListOrder } from '../../lists/orders.ts';

export const mediatorOrders = [
  { name: 'name', column: 'name' },
  { name: 'load', column: 'mediations', down: true },
] as const satisfies ListOrder<MediatorOrder>[];

export const accountStates = ['active', 'invited', 'removed'] as const;
export const languages = ['fr', 'en'] as const;

/** What the address of the mediators asks, as it carries it and as the list takes it; what may not be asked is left out. */
export function askedOfMediators(address: URLSearchParams) {
  const state = accountStates.find((each) => each === address.get('etat')) ?? null;
  const language = languages.find((each) => each === address.get('langue')) ?? null;
  const order = orderAsked(mediatorOrders, address.get('tri'));
  const filter: MediatorFilter = { state, language };
  return { filter, order, query: { etat: state, langue: language, tri: orderWord(mediatorOrders, order) } };
}

export const absenceOrders = [
  { name: 'day', column: 'days' },
  { name: 'name', column: 'mediator' },
  { name: 'load', column: 'dossiers', down: true },
] as const satisfies ListOrder<OverseenAbsenceOrder>[];

/** What the address of the absences asks. */
export function askedOfAbsences(address: URLSearchParams): {
  asked: OverseenAsked;
  query: Record<string, string | null>;
} {
  const begun = address.get('quand') === 'now';
  const order = orderAsked(absenceOrders, address.get('tri'));
  return {
    asked: { begun, order },
    query: { quand: begun ? 'now' : null, tri: orderWord(absenceOrders, order) },
  };
}
