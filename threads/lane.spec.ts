import { threadId } from 'node:worker_threads';
import { expect, test } from '@jest/globals';
import type * as tasks from './fixtures/tasks.ts';
import { createLane, type Lane } from './lane.ts';

async function withLane(
  limits: { milliseconds?: number; waiting?: number; each?: number },
  use: (lane: Lane<typeof tasks>) => Promise<void>,
): Promise<void> {
  const lane = createLane<typeof tasks>({
    file: new URL('./fixtures/tasks.ts', import.meta.url),
    atOnce: 1,
    waiting: 1,
    each: 2,
    milliseconds: 20_000,
    megabytes: 32,
    ...limits,
  });
  try {
    await use(lane);
  } finally {
    await lane.stop();
  }
}

test('a task runs in a thread, the same one for the next', async () => {
  await withLane({}, async (lane) => {
    const first = await lane.run('a', 'where', undefined as never);
    expect(first).not.toBe(threadId);
    expect(await lane.run('a', 'where', undefined as never)).toBe(first);
  });
});

test('one that takes too long is ended with its thread, and the next has another', async () => {
  await withLane({ milliseconds: 3_000 }, async (lane) => {
    await expect(lane.run('a', 'forEver', undefined as never)).rejects.toMatchObject({ code: 'platform.busy' });
    expect(await lane.run('a', 'where', undefined as never)).toBeGreaterThan(0);
  });
});

test('one that takes too much memory ends its thread and not the process', async () => {
  await withLane({}, async (lane) => {
    await expect(lane.run('a', 'hoard', undefined as never)).rejects.toMatchObject({ code: 'platform.busy' });
    expect(await lane.run('a', 'where', undefined as never)).toBeGreaterThan(0);
  });
});

test('a fault of a task is told as it is, and no more wait than may', async () => {
  await withLane({}, async (lane) => {
    const results = await Promise.allSettled([
      lane.run('a', 'fail', undefined as never),
      lane.run('b', 'where', undefined as never),
      lane.run('c', 'where', undefined as never),
    ]);
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'rejected']);
    expect(results[0]).toMatchObject({ reason: { message: 'a fault' } });
    expect(results[2]).toMatchObject({ reason: { code: 'platform.busy' } });
  });
});
