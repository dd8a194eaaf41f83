import { expect, test } from '@jest/globals';
import { createTurns } from './turns.ts';

/** Works that end when told to, and the order in which they began. */
function works() {
  const began: string[] = [];
  const ends = new Map<string, () => void>();
  const work = (name: string) => () =>
    new Promise<string>((resolve) => {
      began.push(name);
      ends.set(name, () => resolve(name));
    });
  // A turn passes on in promises.
  const passed = () => new Promise((resolve) => setImmediate(resolve));
  const end = async (name: string) => {
    await passed();
    ends.get(name)?.();
    await passed();
  };
  return { began, work, end };
}

test('turns go round by person: who asks for much waits behind their own', async () => {
  const { began, work, end } = works();
  const turns = createTurns({ atOnce: 1, waiting: 10, each: 10 });
  const asked = ['a1', 'a2', 'a3', 'b1', 'c1', 'b2'].map((name) => turns.run(name[0] ?? '', work(name)));
  for (const name of ['a1', 'a2', 'b1', 'c1', 'a3', 'b2']) await end(name);
  expect(began).toEqual(['a1', 'a2', 'b1', 'c1', 'a3', 'b2']);
  expect(await Promise.all(asked)).toEqual(['a1', 'a2', 'a3', 'b1', 'c1', 'b2']);
});

test('never more at once than allowed, and a work that fails gives its turn on', async () => {
  const { began, work, end } = works();
  const turns = createTurns({ atOnce: 2, waiting: 10, each: 10 });
  const failing = turns.run('a', () => Promise.reject(new Error('no')));
  const asked = ['b', 'c', 'd'].map((name) => turns.run(name, work(name)));
  await expect(failing).rejects.toThrow('no');
  await end('');
  expect(began).toEqual(['b', 'c']);
  await end('b');
  expect(began).toEqual(['b', 'c', 'd']);
  await end('c');
  await end('d');
  await Promise.all(asked);
});

test('past the length of the queue, or what one person may have, it is refused without having begun', async () => {
  const { began, work, end } = works();
  const turns = createTurns({ atOnce: 1, waiting: 2, each: 2, eachCode: 'file.sending' });
  const asked = [turns.run('a', work('a1')), turns.run('a', work('a2'))];
  await expect(turns.run('a', work('a3'))).rejects.toMatchObject({ code: 'file.sending' });
  asked.push(turns.run('b', work('b1')));
  await expect(turns.run('c', work('c1'))).rejects.toMatchObject({ code: 'platform.busy' });
  for (const name of ['a1', 'a2', 'b1']) await end(name);
  await Promise.all(asked);
  expect(began).toEqual(['a1', 'a2', 'b1']);
  // What ended is forgotten: there is room again.
  const again = turns.run('a', work('a4'));
  await end('a4');
  expect(await again).toBe('a4');
});
