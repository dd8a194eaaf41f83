import path from 'node:path';
import { reasonFor } from '../exceptions.ts';
import type { Facts } from '../facts.ts';
import { folder, headingOf } from '../list.ts';
import { has, type Aspect } from '../marks/marks.ts';
import { home, state, stateTitle } from './state.ts';

const writtenLine = /^(?:- (?:Rule|Page|Tests):|- No (?:rule|page|test), |  - )/;
const listLine = /^- List: `(\w+)`$/;

/** What people wrote of a page of the list, line by line: the lines that {@link writePage} adds are left empty. */
export function handWritten(page: string, text: string): string {
  const lines = text.split('\n');
  if (page !== home) return lines.map((line) => (writtenLine.test(line) ? '' : line)).join('\n');
  const end = lines.indexOf(stateTitle);
  return (end === -1 ? lines : lines.slice(0, end)).join('\n');
}

/** A page of the list with its lines regenerated. @throws Error for a choice list that does not exist. */
export function writePage(page: string, text: string, facts: Facts): string {
  const own = tidy(handWritten(page, text));
  if (page === home) return tidy(`${own}\n${state(facts)}`);
  const sections = own.split(/^(?=#{1,3} )/m).map((section) => {
    const key = headingOf(section.split('\n', 1)[0]!)?.key;
    const body = section
      .trimEnd()
      .split('\n')
      .flatMap((line) => [line, ...choicesUnder(line, facts)]);
    const under = key && facts.entries.has(key) ? marksOf(key, facts) : [];
    return [...body, '', ...under, ''].join('\n');
  });
  return tidy(sections.join('\n'));
}

const tidy = (text: string): string => `${text.replaceAll(/\n{3,}/g, '\n\n').trimEnd()}\n`;

function choicesUnder(line: string, { lists }: Facts): string[] {
  const name = listLine.exec(line)?.[1];
  if (!name) return [];
  const items = lists[name];
  if (!items) throw new Error(`There is no list ${name} in content/lists.`);
  return items.map(({ code, fr, en, parent }) => `  - \`${parent ? `${parent}.` : ''}${code}\` ${fr} / ${en}`);
}

/** The lines under a heading: rule, page and tests, or why there is none. A section of the list needs no reason. */
function marksOf(key: string, facts: Facts): string[] {
  const marks = facts.marks.get(key) ?? { rule: [], page: [], tests: [] };
  const line = (aspect: Aspect, lines: () => string[]): string[] => {
    if (has(marks, aspect)) return lines();
    const exception = reasonFor(facts.exceptions, key, aspect);
    return exception ? [`- No ${aspect}, ${exception.why}: ${exception.reason}`] : [];
  };
  return [
    ...line('rule', () => [`- Rule: ${marks.rule.map(link).join(', ')}`]),
    ...line('page', () => [`- Page: ${pageLinks(marks.page, facts)}`]),
    ...line('test', () => [
      '- Tests:',
      ...marks.tests.map(
        ({ file, titles }) => `  - ${link(file)}: ${titles.map((title) => `« ${plain(title)} »`).join(', ')}`,
      ),
    ]),
  ];
}

/** Routes first, with their addresses; then what stands behind them. */
function pageLinks(files: readonly string[], { addresses }: Facts): string {
  const routes = files.filter((file) => addresses.has(file));
  const behind = files.filter((file) => !addresses.has(file));
  return [
    ...routes.map((file) => `\`${addresses.get(file)}\` (${link(file)})`),
    ...behind.map((file, index) => (index === 0 && routes.length > 0 ? `behind it ${link(file)}` : link(file))),
  ].join(', ');
}

const link = (file: string): string => `[${file}](${path.posix.relative(folder, file)})`;

/** Text that Markdown leaves as it is. */
const plain = (text: string): string => text.replaceAll(/[\\`*_<>[\]]/g, '\\$&').replaceAll(/\s+/g, ' ');
