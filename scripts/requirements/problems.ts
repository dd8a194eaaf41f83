import { lacks, references } from './check.ts';
import { exceptionsFile, idleExceptions } from './exceptions.ts';
import { isNumber, listPages } from './list.ts';
import { writePage } from './pages/pages.ts';
import type { Repository } from './repository.ts';

/** Everything that is wrong with the list, its pages and what refers to them, one sentence each. */
export function problemsOf(repository: Repository): string[] {
  const { tree, sources, entries, marks, exceptions } = repository;
  const numbers = new Set([...entries.keys()].filter(isNumber));
  return [
    ...lacks(entries, marks, exceptions).map(
      ({ number, aspect }) => `${number} has no ${aspect}, and no reason in ${exceptionsFile}`,
    ),
    ...idleExceptions(exceptions, marks, numbers).map((idle) => `${exceptionsFile}: ${idle}`),
    ...references(tree, sources, entries).map(
      ({ kind, file, line, what }) => `${file}:${line}: ${sayings[kind]}: ${what}`,
    ),
    ...[...listPages(tree)]
      .filter(([page, text]) => writePage(page, text, repository) !== text)
      .map(([page]) => `${page} is out of date: npm run requirements`),
  ];
}

const sayings = {
  range: 'a range hides the numbers in between, name each',
  number: 'no such number in docs/requirements',
  section: 'no such section',
  decision: 'no such record in docs/adr',
  link: 'the link leads nowhere',
  name: 'the file neither declares nor imports it',
  path: 'there is no such file or folder',
  merge: 'a conflict of a merge was left here',
} as const;
