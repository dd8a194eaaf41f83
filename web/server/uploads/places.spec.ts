import { expect, test } from '@jest/globals';
import { createPlaces } from './places.ts';

test('two sendings of one side share its places, another side has its own, and what ends is forgotten', async () => {
  const places = createPlaces();
  let end = () => undefined as void;
  const waits = new Promise<void>((resolve) => (end = resolve));
  const first = places.with('a', 3, async (room) => {
    expect([room.take(), room.take()]).toEqual([true, true]);
    await waits;
    room.giveBack();
  });
  await places.with('a', 3, async (room) => {
    expect([room.take(), room.take()]).toEqual([true, false]);
    room.giveBack();
  });
  await places.with('b', 1, async (room) => expect(room.take()).toBe(true));
  end();
  await first;
  await places.with('a', 2, async (room) => expect(room.left).toBe(2));
});
