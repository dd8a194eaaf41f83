import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { disclosed, disclosedSpan } from './disclosed.ts';

const counts = Array.from({ length: 60 }, (_, count) => count);

test('B-11 fewer than five are not told apart, and more are told to the nearest five', () => {
  expect([0, 1, 4, 5, 7, 8, 12, 13, 1_003].map(disclosed)).toEqual([null, null, null, 5, 5, 10, 10, 15, 1_005]);
});

test('B-11 no subtraction of what is shown tells how many fewer than five are', () => {
  fc.assert(
    fc.property(fc.nat(40), fc.nat(4), (part, rest) => {
      const shown = [disclosed(part + rest), disclosed(part)];
      const possible = new Set(
        counts.flatMap((whole) =>
          counts
            .filter((some) => some <= whole && disclosed(whole) === shown[0] && disclosed(some) === shown[1])
            .map((some) => whole - some),
        ),
      );
      expect(possible.size).toBeGreaterThan(2);
    }),
  );
});

test('B-11 a length is not that of a few dossiers', () => {
  expect(disclosedSpan({ count: 4, median: 3.2, most: 9 })).toEqual({ count: 4, median: null, most: null });
  expect(disclosedSpan({ count: 19, median: 3.2, most: 9 })).toEqual({ count: 19, median: 3, most: null });
  expect(disclosedSpan({ count: 20, median: 3.6, most: 9.4 })).toEqual({ count: 20, median: 4, most: 9 });
});
