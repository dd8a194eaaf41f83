import { expect, test } from '@jest/globals';
import { wholeDays } from './durations.ts';

test.each([
  [{ years: 1 }, 365],
  [{ days: 90 }, 90],
  [{ businessDays: 15 }, 15],
  [{ seconds: 3 * 86_400 }, 3],
  [{ seconds: 3 * 86_400 + 1 }, 4],
])('%j is told as %i days', (duration, days) => {
  expect(wholeDays(duration)).toBe(days);
});
