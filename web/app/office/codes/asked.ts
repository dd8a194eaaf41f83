import type { ReferralFilter, ReferralOrder } from '#web/server/services/referrals/list.ts';
import { orderAsked, orderWord, type ListOrder } from '../../lists/orders.ts';

export const codeStates = ['sent', 'locked', 'used', 'expired', 'revoked'] as const;

export const codeOrders = [
  { name: 'newest', column: 'issued', down: true },
  { name: 'oldest', column: 'issued' },
  { name: 'expiry', column: 'until' },
] as const satisfies ListOrder<ReferralOrder>[];

/** What the address of the codes asks, as it carries it and as the list takes it; what may not be asked is left out. */
export function askedOfCodes(address: URLSearchParams) {
  const state = codeStates.find((each) => each === address.get('etat')) ?? null;
  const order = orderAsked(codeOrders, address.get('tri'));
  const filter: ReferralFilter = { state };
  return { filter, order, query: { etat: state, tri: orderWord(codeOrders, order) } };
}
