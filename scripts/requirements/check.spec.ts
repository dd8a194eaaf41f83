import { describe, expect, test } from '@jest/globals';
import { lacks, references } from './check.ts';
import { idleExceptions, readExceptions, type Exception } from './exceptions.ts';
import { readList } from './list.ts';
import { collectMarks, readSources } from './marks/marks.ts';
import { treeOf } from './tree.ts';

const list = { 'docs/requirements/list.md': '# §6 Who sees what\n\n### F-104\n\n### F-105\n' };

function read(files: Record<string, string>) {
  const tree = treeOf(new Map(Object.entries({ ...list, ...files })));
  const sources = readSources(tree);
  return { tree, sources, entries: readList(tree), marks: collectMarks(sources) };
}

const whole = {
  'domain/a.ts': '// F-104 F-105',
  'web/app/a.tsx': '// F-104 F-105',
  'domain/a.spec.ts': "test('F-104', run); test('F-105', run);",
};

describe('what a number lacks', () => {
  test('nothing, with a rule, a page and a test; its test, when the test loses its number', () => {
    const full = read(whole);
    expect(lacks(full.entries, full.marks, [])).toEqual([]);
    const less = read({ ...whole, 'domain/a.spec.ts': "test('F-104', run); test('without', run);" });
    expect(lacks(less.entries, less.marks, [])).toEqual([{ number: 'F-105', aspect: 'test' }]);
  });

  test('a reason excuses what it names, and nothing else', () => {
    const { entries, marks } = read({ 'domain/a.ts': '// F-104', 'web/app/a.tsx': '// F-104 F-105' });
    const exceptions: Exception[] = [
      { number: 'F-105', without: ['rule'], why: 'not applicable', reason: 'It is advice.' },
    ];
    expect(lacks(entries, marks, exceptions)).toEqual([
      { number: 'F-104', aspect: 'test' },
      { number: 'F-105', aspect: 'test' },
    ]);
  });

  test('a reason that nothing needs is told: not in the list, there after all, given twice', () => {
    const { marks } = read(whole);
    const numbers = new Set(['F-104', 'F-105', 'F-106']);
    const reason = { why: 'not yet', reason: 'Not built.' } as const;
    const idle = idleExceptions(
      [
        { number: 'F-999', without: ['rule'], ...reason },
        { number: 'F-105', without: ['page'], ...reason },
        { number: 'F-106', without: ['rule', 'test'], ...reason },
        { number: 'F-106', without: ['test'], ...reason },
      ],
      marks,
      numbers,
    );
    expect(idle).toEqual([
      'F-999 is not in the list',
      'F-105 has a page: its reason is needed no more',
      'F-106 is excused twice from having a test',
    ]);
  });

  test('a reason is a sentence, of one of two kinds', () => {
    const one = { number: 'F-105', without: ['rule'], why: 'not yet', reason: 'Not built.' };
    expect(readExceptions(JSON.stringify([one]))).toEqual([one]);
    for (const wrong of [{ reason: 'later' }, { why: 'never' }, { without: [] }, { more: 1 }]) {
      expect(() => readExceptions(JSON.stringify([{ ...one, ...wrong }]))).toThrow();
    }
  });
});

describe('what points nowhere', () => {
  const found = (files: Record<string, string>): string[] => {
    const { tree, sources, entries } = read(files);
    return references(tree, sources, entries).map(({ kind, file, line, what }) => `${kind} ${file}:${line} ${what}`);
  };

  test('numbers that the list does not have and ranges, in comments, names of tests and pages; not in strings', () => {
    expect(
      found({
        'web/a.ts': "const a = 'F-999';\n// F-105, F-999",
        'web/a.spec.ts': "\n\ntest('F-104…F-105 all', () => use('F-104…F-105'));",
        'docs/b.md': 'One\nF-104 to F-105',
      }),
    ).toEqual(['number web/a.ts:2 F-999', 'range web/a.spec.ts:3 F-104…F-105', 'range docs/b.md:2 F-104 to F-105']);
  });

  test('lines that are written on the pages of the list are not read: they repeat names of tests', () => {
    const text = `${list['docs/requirements/list.md']}\n- Tests:\n  - [a](../gone.ts): « F-104…F-105 »\n`;
    expect(found({ 'docs/requirements/list.md': text })).toEqual([]);
  });

  test('a conflict that a merge has left, in whatever is written by hand or not', () => {
    const files = {
      'docs/requirements/list.md': `${list['docs/requirements/list.md']}\n${'<'.repeat(7)} HEAD\n`,
      'web/a.ts': 'a <<<<<<< b\n',
    };
    const { tree, sources, entries } = read(files);
    expect(references(tree, sources, entries)).toEqual([
      { kind: 'merge', file: 'docs/requirements/list.md', line: 7, what: `${'<'.repeat(7)} HEAD` },
    ]);
  });

  test('sections without a heading and decisions without a record', () => {
    const docs = {
      'docs/architecture.md': '## §4 The journal\n\nSee §4, §6 and §7.\n',
      'docs/adr/0003-content.md': '# 3. Content',
    };
    expect(
      found({ ...docs, 'web/a.ts': '// architecture §4, §6, ADR 3, RFC 9110 §15.5.10\n// architecture §5, ADR 4' }),
    ).toEqual([
      'section web/a.ts:2 architecture §5',
      'decision web/a.ts:2 ADR 4',
      'section docs/architecture.md:3 requirements §7',
    ]);
  });

  test('links to files and headings, but for those in code and to other sites', () => {
    const text = [
      '[a](b.md) [b](b.md#the-end-of--it-) [c](https://example.org/x.md) `[d](none)` [top](#top)',
      '# Top',
      '[e](none.md) [f](b.md#none) ![g](none.png) [h](../docs/)',
    ].join('\n');
    expect(found({ 'docs/a.md': text, 'docs/b.md': '## The end, of « it »\n' })).toEqual([
      'link docs/a.md:3 none.md',
      'link docs/a.md:3 b.md#none',
      'link docs/a.md:3 none.png',
    ]);
  });

  test('names that a file neither declares nor imports', () => {
    const link = (name: string): string => `{@${'link'} ${name}}`;
    const text = `/** ${link('Lane.call')} ${link('gone')} ${link('file://./b.ts')} ${link('file://./c.ts')} */\nconst a: Lane = 'gone'; // gone`;
    expect(found({ 'web/a.ts': text, 'web/b.ts': '' })).toEqual([
      'name web/a.ts:1 gone',
      'name web/a.ts:1 file://./c.ts',
    ]);
  });

  test('paths that no file has, from the root or from any folder on; nothing that is only like one', () => {
    const tree = { 'web/server/services/list.ts': '', 'docs/adr/0003-content.md': '' };
    const good =
      '// web/server/services/list.ts, services/list.ts, list.ts, #web/server/services/, docs/adr/0003, and/or, web/*.ts, text/html, /web/none';
    expect(found({ ...tree, 'web/a.ts': good })).toEqual([]);
    const wrong = '// web/server/none.ts, services/list/none, none.md, ./none.ts, docs/none';
    expect(found({ ...tree, 'web/a.ts': wrong })).toEqual([
      'path web/a.ts:1 web/server/none.ts',
      'path web/a.ts:1 services/list/none',
      'path web/a.ts:1 none.md',
      'path web/a.ts:1 ./none.ts',
      'path web/a.ts:1 docs/none',
    ]);
  });
});
