import { describe, expect, test } from '@jest/globals';
import { eventually } from './eventually.ts';

/** A question with these answers, the last one for ever. */
function answers<T>(...given: T[]) {
  const asked = { times: 0 };
  const ask = (): T => given[Math.min(asked.times++, given.length - 1)]!;
  return { asked, ask };
}

describe('what comes eventually', () => {
  test('is returned as soon as it is something, zero and the empty text included', async () => {
    const { ask, asked } = answers<unknown>(null, undefined, false, 0, 'later');
    expect(await eventually(ask, { every: 1 })).toBe(0);
    expect(asked.times).toBe(4);
    expect(await eventually(() => '')).toBe('');
  });

  test('is asked for once when there is no time, and once more when the time is over', async () => {
    const { ask, asked } = answers(false);
    await expect(eventually(ask, { within: 0 })).rejects.toThrow('not within 0 ms');
    expect(asked.times).toBe(1);
    const late = answers(false, true);
    expect(await eventually(late.ask, { within: 5, every: 50 })).toBe(true);
  });

  test('fails with what was asked, or with what there was instead', async () => {
    const dossier = { status: 'draft' };
    const ask = () => dossier.status === 'closed';
    await expect(eventually(ask, { within: 0 })).rejects.toThrow("dossier.status === 'closed'");
    const failure = () => new Error(`still ${dossier.status}`);
    await expect(eventually(ask, { within: 0, failure })).rejects.toThrow('still draft');
  });

  test('an error of the question ends it at once', async () => {
    let asked = 0;
    const ask = () => {
      asked += 1;
      throw new Error('the server is gone');
    };
    await expect(eventually(ask)).rejects.toThrow('the server is gone');
    expect(asked).toBe(1);
  });
});
