import { describe, expect, test } from '@jest/globals';
import { collectMarks, readSources, type Marks } from './marks.ts';
import { documentBefore, numbersIn, rangesIn, sectionsIn } from './numbers.ts';
import { readSource } from './source.ts';
import { titlesOf } from './titles.ts';
import { treeOf } from '../tree.ts';

const titles = (text: string): string[] => titlesOf(readSource(text)).map((piece) => piece.text);
const marksIn = (files: Record<string, string>): Record<string, Marks> =>
  Object.fromEntries(collectMarks(readSources(treeOf(new Map(Object.entries(files))))));

describe('numbers in a text', () => {
  test('a number stands alone, with two or three figures', () => {
    expect(numbersIn('F-105 b), (A-01, B-02). AB-2611-050 F-1 xF-100').map(({ text }) => text)).toEqual([
      'F-105',
      'A-01',
      'B-02',
    ]);
  });

  test('a range is one however it is written; a list is none', () => {
    const written = ['F-131…F-134', 'F-090 to F-094', 'F-131–134', 'A-01 - A-03', 'F-001 à F-008', 'F-063...F-065'];
    expect(written.flatMap((text) => rangesIn(text).map((found) => found.text))).toEqual(written);
    expect(rangesIn('F-131, F-132 and F-134; F-105 b) A-01 to the end; F-014 at 10')).toEqual([]);
  });

  test('a section belongs to the document named before it, or to the requirements', () => {
    const of = (text: string): (string | null)[] => sectionsIn(text).map(({ index }) => documentBefore(text, index));
    expect(of('requirements §6, Architecture §4 (§9.4)')).toEqual(['requirements', 'architecture', '']);
    expect(of('RFC 5321 §4.2.1, Fetch §3.2, ISO 32000-1 §7.5.5, TR36 §2.10.2')).toEqual([null, null, null, null]);
    expect(sectionsIn('§2.A and §9.4, §6').map(({ text }) => text)).toEqual(['2.A', '9.4', '6']);
  });
});

describe('names of tests', () => {
  test('of a group, a test, a table and its rows', () => {
    const text = `
      describe('one', () => { test("two", run); it(\`three \${x}\`, run); });
      test.each([['a', 'b']])('four %s', run);
      test.each(rows.filter((row) => row.a))(
        'five',
        run);
      describe.each(kinds)('$name', run);
      const kinds = [{ name: 'six', open() {} }];
      test(title, run); other('seven', run); /x/.test('eight');
    `;
    expect(titles(text)).toEqual(['one', 'two', 'three …', 'four %s', 'five', '$name', 'six']);
  });
});

describe('marks', () => {
  test('a comment marks a rule or a page by its folder; a string, what tests are made with and another folder mark nothing', () => {
    const marks = marksIn({
      'domain/a.ts': '/** F-105 */',
      'content/b.ts': '// A-01, F-105\nconst c = "F-104";',
      'domain/fixtures/d.ts': '// F-103',
      'domain/testing/e.ts': '// F-103',
      'web/app/routes/e.tsx': '{/* F-105 */}',
      'scripts/f.ts': '// F-102',
      'db/g.ts': '// F-101',
      'worker/h.ts': '// F-100',
    });
    expect(marks).toEqual({
      'F-105': { rule: ['content/b.ts', 'domain/a.ts'], page: ['web/app/routes/e.tsx'], tests: [] },
      'A-01': { rule: ['content/b.ts'], page: [], tests: [] },
      'F-101': { rule: ['db/g.ts'], page: [], tests: [] },
    });
  });

  test('a test marks by its name and not by what is in it', () => {
    const marks = marksIn({
      'domain/a.spec.ts': "// F-104\ntest('F-105 one', () => use('F-103'));\ntest('F-105 two (A-01)', run);",
      'tests/b.spec.ts': "describe('the matrix (requirements §6), architecture §3', () => test('A-01', run));",
    });
    expect(marks).toEqual({
      'F-105': { rule: [], page: [], tests: [{ file: 'domain/a.spec.ts', titles: ['F-105 one', 'F-105 two (A-01)'] }] },
      'A-01': {
        rule: [],
        page: [],
        tests: [
          { file: 'domain/a.spec.ts', titles: ['F-105 two (A-01)'] },
          { file: 'tests/b.spec.ts', titles: ['A-01'] },
        ],
      },
      '§6': {
        rule: [],
        page: [],
        tests: [{ file: 'tests/b.spec.ts', titles: ['the matrix (requirements §6), architecture §3'] }],
      },
    });
  });
});
