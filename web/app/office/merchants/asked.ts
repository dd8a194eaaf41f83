import type { MerchantFilter, MerchantOrder } from '#web/server/services/directory/lists.ts';
import { orderAsked, orderWord, type ListOrder } from '../../lists/orders.ts';

export const merchantOrders = [
  { name: 'name', column: 'name' },
  { name: 'newest', column: 'enrolled', down: true },
] as const satisfies ListOrder<MerchantOrder>[];

/** Whether somebody answers for the company: the words of addresses. */
export const respondents = ['some', 'none'] as const;

/** What the address of the merchants asks, as it carries it and as the list takes it; what may not be asked is left out. */
export function askedOfMerchants(address: URLSearchParams) {
  const respondent = respondents.find((each) => each === address.get('repondant')) ?? null;
  const order = orderAsked(merchantOrders, address.get('tri'));
  const filter: MerchantFilter = { respondent };
  return { filter, order, query: { repondant: respondent, tri: orderWord(merchantOrders, order) } };
}
