import { describe, expect, test } from '@jest/globals';
import { fileOf } from './list-page.ts';

const limits = { count: async () => undefined } as never;
type Row = { id: string; cursor: string };

/** A list of so many rows, read after positions, as the database reads it; `asked` are the pages that were read. */
function listOf(count: number) {
  const asked: { after: string | null; limit: number }[] = [];
  const read = async ({
    after,
    limit,
  }: {
    after: { at: string; id: string } | null;
    limit: number;
  }): Promise<Row[]> => {
    asked.push({ after: after?.id ?? null, limit });
    const from = after ? Number(after.id) + 1 : 0;
    const length = Math.max(0, Math.min(limit, count - from));
    return Array.from({ length }, (_, at) => ({ id: String(from + at), cursor: `at ${from + at}` }));
  };
  return { asked, read };
}

const words = (rows: Row[]) => ({
  fileName: 'dossiers.csv',
  columns: ['number'],
  rows: rows.map(({ id }) => [id]),
});

describe('the file of a list', () => {
  test.each([0, 1, 250, 251, 20_000])(
    'B-09 B-11 holds every one of its %i rows once, in their order, under the columns',
    async (count) => {
      const list = listOf(count);
      const answer = await fileOf({ limits }, { id: 'reader' }, { ...list, words });
      expect(answer.headers.get('content-disposition')).toContain('filename="dossiers.csv"');
      const lines = (await answer.text()).trimEnd().split('\r\n');
      expect(lines).toEqual(['"number"', ...Array.from({ length: count }, (_, at) => `"${at}"`)]);
      expect(Math.max(...list.asked.map(({ limit }) => limit))).toBeLessThanOrEqual(250);
    },
  );

  test('B-09 is read no further than it is taken, and not at all once nobody takes it', async () => {
    const list = listOf(20_000);
    const answer = await fileOf({ limits }, { id: 'reader' }, { ...list, words });
    const reader = answer.body!.getReader();
    await reader.read();
    await new Promise((resolve) => setTimeout(resolve, 20));
    // The page that waits to be taken, and those before.
    expect(list.asked.length).toBeLessThanOrEqual(3);
    await reader.cancel();
    const before = list.asked.length;
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(list.asked).toHaveLength(before);
  });

  test('B-11 a list that cannot be read is no file', async () => {
    const read = () => Promise.reject(new Error('away'));
    await expect(fileOf({ limits }, { id: 'reader' }, { read, words })).rejects.toThrow('away');
  });
});
