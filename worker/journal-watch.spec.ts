import { expect, test } from '@jest/globals';
import { nextNight } from './journal-watch.ts';

test.each([
  // Winter: three in the morning is 8:00 UTC.
  ['2026-01-15T07:59:59.999Z', '2026-01-15T08:00:00.000Z'],
  ['2026-01-15T08:00:00.000Z', '2026-01-16T08:00:00.000Z'],
  // Summer: 7:00 UTC.
  ['2026-07-15T12:00:00.000Z', '2026-07-16T07:00:00.000Z'],
  // The night in which clocks go forward, and the one in which they go back.
  ['2026-03-08T04:00:00.000Z', '2026-03-08T07:00:00.000Z'],
  ['2026-11-01T04:30:00.000Z', '2026-11-01T08:00:00.000Z'],
])('after %s the next night begins at %s', (now, night) => {
  expect(nextNight(now)).toBe(night);
});
