import { describe, expect, test } from '@jest/globals';
import { isAttended, lastInView, readsFor } from './presence.ts';

describe('A-29 whether somebody looks at a page', () => {
  const there = { visible: true, focused: true, lastSign: 0, now: readsFor };

  test.each([
    ['in view, in focus, with a sign of life a minute ago', {}, true],
    ['behind another tab', { visible: false }, false],
    ['beside the window that is worked in', { focused: false }, false],
    ['on a desk that nobody sits at', { now: readsFor + 1 }, false],
  ])('%s', (_name, but, expected) => {
    expect(isAttended({ ...there, ...but })).toBe(expected);
  });
});

test('A-29 what was read is the last message whose end is in view', () => {
  const [above, here, below] = [{ bottom: -1 }, { bottom: 700 }, { bottom: 701 }];
  expect(lastInView([above, here, below], 700)).toBe(here);
  expect(lastInView([above, below], 700)).toBeNull();
});
