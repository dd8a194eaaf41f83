import { documentBefore, numbersIn, sectionsIn } from './numbers.ts';
import { readSource, type Source } from './source.ts';
import { titlesOf } from './titles.ts';
import { isSource, isSpec, type Tree } from '../tree.ts';

/** Where a requirement is implemented, by its marks: files in alphabetical order, tests in the order of their file. */
export type Marks = {
  rule: string[];
  page: string[];
  tests: { file: string; titles: string[] }[];
};

export type Aspect = 'rule' | 'page' | 'test';
export const aspects: readonly Aspect[] = ['rule', 'page', 'test'];

/** Whether something bears the number under this aspect. */
export const has = (marks: Marks, aspect: Aspect): boolean =>
  (aspect === 'test' ? marks.tests : marks[aspect]).length > 0;

const ruleFolders = /^(?:domain|contracts(?!\/pages)|workflows|activities|content|db)\//;
const pageFolders = /^(?:web\/(?:app|server)|contracts\/pages)\//;
/** What tests are made with keeps no rule. */
const testTools = /\/fixtures\/|^domain\/testing\//;

export type Sources = ReadonlyMap<string, Source>;

/** Every source file of the tree, read once. */
export const readSources = (tree: Tree): Sources =>
  new Map([...tree.texts].filter(([file]) => isSource(file)).map(([file, text]) => [file, readSource(text)]));

/**
 * Collects the marks: a number, or `§n` for a section, in a comment of product code (a rule under domain/, contracts/, workflows/,
 * activities/, content/ and db/; a page under web/ and contracts/pages/), and in a test's name.
 */
export function collectMarks(sources: Sources): Map<string, Marks> {
  const marks = new Map<string, Marks>();
  const of = (key: string): Marks => {
    const known = marks.get(key) ?? { rule: [], page: [], tests: [] };
    marks.set(key, known);
    return known;
  };
  for (const [file, source] of [...sources].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (isSpec(file)) {
      for (const { text } of titlesOf(source)) {
        for (const key of keysIn(text)) {
          const { tests } = of(key);
          const here = tests.find((entry) => entry.file === file);
          if (!here) tests.push({ file, titles: [text] });
          else if (!here.titles.includes(text)) here.titles.push(text);
        }
      }
      continue;
    }
    if (testTools.test(file)) continue;
    const aspect = ruleFolders.test(file) ? 'rule' : pageFolders.test(file) ? 'page' : null;
    if (!aspect) continue;
    for (const key of new Set(source.comments.flatMap(({ text }) => keysIn(text)))) of(key)[aspect].push(file);
  }
  return marks;
}

/** Numbers and sections of a text, each once. */
const keysIn = (text: string): string[] => [
  ...new Set([...numbersIn(text).map((found) => found.text), ...requirementSections(text)]),
];

/** « §6 » alone, or « requirements §6 »: a section of another document is not ours. */
function requirementSections(text: string): string[] {
  return sectionsIn(text)
    .filter(({ index }) => ['requirements', ''].includes(documentBefore(text, index) ?? 'another'))
    .map(({ text: section }) => `§${section}`);
}
