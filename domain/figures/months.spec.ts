import { expect, test } from '@jest/globals';
import { boundsOf, monthsUpTo, periodOf } from './months.ts';

const now = '2026-11-26T23:00:00.000Z';

test('B-11 a period is whole months in Québec, over a change of time', () => {
  expect(boundsOf({ from: '2026-10', to: '2026-11' })).toEqual({
    from: '2026-10-01T04:00:00.000Z',
    until: '2026-12-01T05:00:00.000Z',
  });
  // The evening of the last day is still of that month.
  expect(monthsUpTo('2027-01-01T03:00:00.000Z', 2)).toEqual(['2026-12', '2026-11']);
});

test('B-11 what an address asks is put in order, cut, or replaced by the last twelve months', () => {
  expect(periodOf({ from: null, to: null }, now)).toEqual({ from: '2025-12', to: '2026-11' });
  expect(periodOf({ from: '2026-03', to: '2026-01' }, now)).toEqual({ from: '2026-01', to: '2026-03' });
  expect(periodOf({ from: '2026-13', to: '2027-01' }, now)).toEqual({ from: '2025-12', to: '2026-11' });
  expect(periodOf({ from: '2010-01', to: '2026-02' }, now)).toEqual({ from: '2023-03', to: '2026-02' });
  expect(periodOf({ from: '2026-05', to: null }, now)).toEqual({ from: '2026-05', to: '2026-11' });
});
