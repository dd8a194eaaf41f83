import { expect, test } from '@jest/globals';
import { fileOf } from './list-page.ts';

const limits = { count: async () => undefined } as never;
const nameOf = (answer: Response) => decodeURIComponent(answer.headers.get('content-disposition') ?? '');

test.each([
  [5_000, 'dossiers.csv', 5_000],
  [5_001, 'dossiers (1-5000).csv', 5_000],
])('B-11 the file of a list of %i rows is called « %s »', async (found, name, held) => {
  const read = async ({ limit }: { limit: number }) => Array.from({ length: Math.min(found, limit) }, (_, n) => n);
  let worded = 0;
  const words = (rows: number[]) => {
    worded = rows.length;
    return { fileName: 'dossiers.csv', text: rows.join('\n') };
  };
  expect(nameOf(await fileOf({ limits }, { id: 'reader' }, { read, words }))).toContain(name);
  expect(worded).toBe(held);
});
