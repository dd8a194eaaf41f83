import { expect, test } from '@jest/globals';
import { orderAsked, orderWord, sortsOf, type ListOrder } from './orders.ts';

const orders = [
  { name: 'age', column: 'since' },
  { name: 'newest', column: 'since', down: true },
  { name: 'merchant', column: 'merchant' },
] as const satisfies ListOrder[];

test('B-11 an order that a list does not have is its first one, which stands in no address', () => {
  for (const typed of [null, '', 'AGE', '__proto__', 'constructor', 'age; drop table dossier'])
    expect(orderAsked(orders, typed)).toBe('age');
  expect(orderAsked(orders, 'merchant')).toBe('merchant');
  expect([orderWord(orders, 'age'), orderWord(orders, 'newest')]).toEqual([null, 'newest']);
});

test('B-11 a heading leads to its order, from that to its other one, and nowhere when there is none', () => {
  const to = (word: string | null) => `?tri=${word ?? ''}`;
  expect(sortsOf(orders, 'age', to)).toEqual({
    since: { to: '?tri=newest', sorted: 'ascending' },
    merchant: { to: '?tri=merchant', sorted: null },
  });
  expect(sortsOf(orders, 'newest', to)['since']).toEqual({ to: '?tri=', sorted: 'descending' });
  expect(sortsOf(orders, 'merchant', to)['merchant']).toEqual({ to: null, sorted: 'ascending' });
});
