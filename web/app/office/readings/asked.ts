import type { ReadingFilter, ReadingOrder } from '#web/server/services/office/readings.ts';
import { orderAsked, orderWord, type ListOrder } from '../../lists/orders.ts';

export const readingOrders = [
  { name: 'newest', column: 'from', down: true },
  { name: 'oldest', column: 'from' },
] as const satisfies ListOrder<ReadingOrder>[];

/** What the address of the log asks, as it carries it and as the log takes it; what may not be asked is left out. */
export function askedOfReadings(address: URLSearchParams, isReason: (code: string) => boolean) {
  const typed = address.get('raison') ?? '';
  const reason = isReason(typed) ? typed : null;
  const order = orderAsked(readingOrders, address.get('tri'));
  const filter: ReadingFilter = { reason };
  return { filter, order, query: { raison: reason, tri: orderWord(readingOrders, order) } };
}
