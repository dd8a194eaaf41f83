import type { MemberFilter, MemberOrder } from '#web/server/services/directory/company-people.ts';
import { orderAsked, orderWord, type ListOrder } from '../../lists/orders.ts';

/** Of a company's people, as they see them themselves. */
export const colleagueOrders = [
  { name: 'standing', column: 'role' },
  { name: 'name', column: 'name' },
] as const satisfies ListOrder<MemberOrder>[];

/** As the Office sees them. */
export const memberOrders = [
  ...colleagueOrders,
  { name: 'charge', column: 'charge', down: true },
  { name: 'newest', column: 'since', down: true },
] as const satisfies ListOrder<MemberOrder>[];

export const memberRoles = ['respondent', 'representative'] as const;
export const memberStates = ['active', 'invited', 'removed'] as const;

/** What the address of a company's people asks, as it carries it and as the list takes it; what may not be asked is left out. */
export function askedOfPeople(orders: readonly ListOrder<MemberOrder>[], address: URLSearchParams) {
  const role = memberRoles.find((each) => each === address.get('role')) ?? null;
  const state = memberStates.find((each) => each === address.get('etat')) ?? null;
  const order = orderAsked(orders, address.get('tri'));
  const filter: MemberFilter = { role, state };
  return { filter, order, query: { role, etat: state, tri: orderWord(orders, order) } };
}
