import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { root } from '#scripts/system/paths.ts';
import { countLine, problemsOf, rowsOf, type Levels } from './table.ts';

const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const isThere = (file: string) => existsSync(path.join(root, file));
const folder = 'docs/security/asvs';
const levels = JSON.parse(read('scripts/asvs/levels.json')) as Levels;
const pages = readdirSync(path.join(root, folder)).map((page) => ({ page, text: read(`${folder}/${page}`) }));

test('every requirement of ASVS 5.0, levels 1 and 2, has one row, with its files and tests or its reason', () => {
  expect(Object.keys(levels).length).toBeGreaterThan(240);
  const rows = pages.flatMap(({ page, text }) => rowsOf(page, text));
  expect(problemsOf(rows, levels, isThere)).toEqual([]);
});

test('the index counts the rows of each page', () => {
  const index = read('docs/security/asvs.md');
  for (const { page, text } of pages) {
    const title = /^# (.*)$/m.exec(text)?.[1] ?? '';
    expect(index).toContain(countLine(title, page, rowsOf(page, text)));
  }
});

const row = (number: string, cells: string) => `| ${number} | 1 | asked | ${cells} |`;
const wrong = (...lines: string[]) =>
  problemsOf(rowsOf('p.md', lines.join('\n')), { 'V1.1.1': 1, 'V1.1.2': 2 }, (file) => !file.includes('gone'));
const good = row('V1.1.1', 'met | `a/b.ts` | `a/b.spec.ts`');
const second = row('V1.1.2', 'not met | nobody did it yet | –').replace('| 1 |', '| 2 |');

test('a row that is missing, twice, of another level, or of no requirement is told', () => {
  expect(wrong(good, second)).toEqual([]);
  expect(wrong(good)).toEqual(['V1.1.2 has 0 rows, and must have one']);
  expect(wrong(good, good, second)).toEqual(['V1.1.1 has 2 rows, and must have one']);
  expect(wrong(good, second.replace('| 2 |', '| 1 |'))).toEqual(['p.md: V1.1.2 is of level 2, not 1']);
  expect(wrong(good, second, good.replace('V1.1.1', 'V9.9.9'))).toEqual([
    'p.md: V9.9.9 is no requirement of levels 1 and 2',
  ]);
});

test.each<[string, string]>([
  ['met | does it | `a/b.spec.ts`', 'names no file that does it'],
  ['met | `a/b.ts` | –', 'names no test'],
  ['met | `a/b.ts` | `a/b.ts`', 'names no test'],
  ['met | `a/b.ts` | by reading: x', 'names no test'],
  ['met | `a/gone.ts` | `a/b.spec.ts`', 'names a/gone.ts, which is not there'],
  ['met | [gone.md](../gone.md) | `a/b.spec.ts`', 'names docs/security/gone.md, which is not there'],
  ['met | `a/b.ts` | `a/gone.spec.ts`', 'names a/gone.spec.ts, which is not there'],
  ['operator | the operator | –', 'names no file that tells the operator'],
  ['not met | no | –', 'gives no reason'],
  ['not applicable | – | –', 'gives no reason'],
  [
    'nearly | `a/b.ts` | `a/b.spec.ts`',
    'has the state « nearly », which is none of met, operator, not applicable, not met',
  ],
])('« %s » is told: %s', (cells, told) => {
  expect(wrong(row('V1.1.1', cells), second)).toEqual([`p.md: V1.1.1 ${told}`]);
});

test.each([
  'met | `a/b.ts` | by reading: nothing else calls it',
  'met | `Dockerfile` | `a/b.spec.tsx`',
  'met | [page.md](../page.md) | by reading: a page of words',
  'operator | as `deploy/README.md` says | –',
  'not applicable | no XPath is evaluated | –',
])('« %s » is a whole row', (cells) => {
  expect(wrong(row('V1.1.1', cells), second)).toEqual([]);
});
