import { isUuid } from '#contracts/ids.ts';
import type { ReplyFilter, ReplyOrder } from '#web/server/services/queue/replies.ts';
import { orderAsked, orderWord, type ListOrder } from '../../lists/orders.ts';

export const replyOrders = [
  { name: 'title', column: 'name' },
  { name: 'newest', column: 'saved', down: true },
] as const satisfies ListOrder<ReplyOrder>[];

const idOf = (typed: string | null): string | null => (typed !== null && isUuid(typed) ? typed : null);

/** What the address of the saved replies asks, as it carries it and as the list takes it; what may not be asked is left out. */
export function askedOfReplies(address: URLSearchParams) {
  const merchantId = idOf(address.get('entreprise'));
  const savedBy = idOf(address.get('par'));
  const order = orderAsked(replyOrders, address.get('tri'));
  const filter: ReplyFilter = { merchantId, savedBy };
  return { filter, order, query: { entreprise: merchantId, par: savedBy, tri: orderWord(replyOrders, order) } };
}
