import { describe, expect, test } from '@jest/globals';
import type { Facts } from '../facts.ts';
import { readList } from '../list.ts';
import { collectMarks, readSources } from '../marks/marks.ts';
import { handWritten, writePage } from './pages.ts';
import { addressesOf } from '../repository.ts';
import { treeOf } from '../tree.ts';

const page = 'docs/requirements/closing.md';
const byHand = `# §2.A Closing

### F-104

Party

They may close.

### F-140

A kit is sent.
`;

function factsOf(files: Record<string, string>, more: Partial<Facts> = {}): Facts {
  const tree = treeOf(new Map(Object.entries({ [page]: byHand, ...files })));
  return {
    entries: readList(tree),
    marks: collectMarks(readSources(tree)),
    exceptions: [],
    addresses: new Map(),
    lists: {},
    ...more,
  };
}

const files = {
  'domain/close.ts': '// F-104',
  'web/app/routes/close.tsx': '// F-104',
  'web/server/closing.ts': '// F-104',
  'domain/close.spec.ts': "test('F-104 `a` closes', run);",
};

describe('a page of the list', () => {
  const facts = factsOf(files, {
    addresses: new Map([['web/app/routes/close.tsx', '/dossiers/:id/fermeture']]),
    exceptions: [{ number: 'F-140', without: ['page'], why: 'not applicable', reason: 'It is a mail.' }],
  });
  const written = writePage(page, byHand, facts);

  test('says under each number where it is kept, or why it is not', () => {
    expect(written).toBe(`# §2.A Closing

### F-104

Party

They may close.

- Rule: [domain/close.ts](../../domain/close.ts)
- Page: \`/dossiers/:id/fermeture\` ([web/app/routes/close.tsx](../../web/app/routes/close.tsx)), behind it [web/server/closing.ts](../../web/server/closing.ts)
- Tests:
  - [domain/close.spec.ts](../../domain/close.spec.ts): « F-104 \\\`a\\\` closes »

### F-140

A kit is sent.

- No page, not applicable: It is a mail.
`);
  });

  test('written again it is the same, and what people wrote is found again', () => {
    expect(writePage(page, written, facts)).toBe(written);
    expect(handWritten(page, written)).not.toMatch(/Rule|Tests|fermeture/);
    expect(writePage(page, handWritten(page, written), facts)).toBe(written);
  });

  test('a mark that goes takes its line along', () => {
    const { 'domain/close.spec.ts': _spec, ...fewer } = files;
    expect(writePage(page, written, factsOf(fewer))).not.toContain('Tests');
  });

  test('a choice list is written out in both languages; one that does not exist is refused', () => {
    const lists = { colours: [{ code: 'rouge', fr: 'Rouge', en: 'Red', parent: 'chaud' }] };
    const text = '## §9.2 Colours\n\n- List: `colours`\n';
    expect(writePage(page, text, { ...facts, lists })).toBe(`${text}  - \`chaud.rouge\` Rouge / Red\n`);
    expect(() => writePage(page, text, facts)).toThrow('no list colours');
  });

  test('the first page counts what each page has and gathers what is not there yet', () => {
    const home = 'docs/requirements/README.md';
    const exceptions: Facts['exceptions'] = [
      { number: 'F-140', without: ['rule', 'test'], why: 'not yet', reason: 'No kit.' },
    ];
    const text = writePage(home, '# Requirements\n', { ...facts, exceptions });
    expect(text).toContain('| §2.A | [closing.md](closing.md) | F-104 to F-140 | 2 | 1 | 1 | 1 |');
    expect(text).toContain('- [F-140](closing.md#f-140) (rule, test): No kit.');
    expect(writePage(home, text, { ...facts, exceptions })).toBe(text);
  });

  test('a number given twice is refused', () => {
    expect(() => factsOf({ 'docs/requirements/other.md': '### F-104\n' })).toThrow('F-104 stands in');
  });

  test('an address is that of the address book, by the module that answers', () => {
    const [close, autosave, absent] = [
      'dossier/closing/close.route.tsx',
      'dossier/autosave.route.ts',
      'dossier/none.route.tsx',
    ];
    const tree = treeOf(new Map([close, autosave, absent].map((file) => [`web/app/${file}`, ''])));
    expect([...addressesOf(tree)]).toEqual([
      [`web/app/${autosave}`, '/dossiers/:dossierId/brouillon'],
      [`web/app/${close}`, '/dossiers/:dossierId/fermeture'],
    ]);
  });
});
