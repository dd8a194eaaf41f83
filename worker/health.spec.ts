import { expect, test } from '@jest/globals';
import { startHealth } from './health.ts';

test('the worker tells how it is on the interface that it was given, and on no other', async () => {
  const { port, close } = await startHealth({ host: '127.0.0.1', port: 0 }, () => true);
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/ready`, { headers: { connection: 'close' } });
    expect([answer.status, answer.headers.get('x-content-type-options')]).toEqual([200, 'nosniff']);
    await expect(fetch(`http://127.0.0.2:${port}/ready`)).rejects.toThrow('fetch failed');
  } finally {
    await close();
  }
});
