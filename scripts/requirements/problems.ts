import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '#scripts/system/paths.ts';
import { lacks, references } from './check.ts';
import { exceptionsFile, idleExceptions } from './exceptions.ts';
import { isNumber, listPages } from './list.ts';
import { writePage } from './pages.ts';
import { nameOf } from './references/finding.ts';
import type { Repository } from './repository.ts';

/**
 * What is found and let pass until it is mended: the numbers and what they lack, and references by their names without lines. A new one
 * fails. The file goes when its last line does.
 */
export type Allowance = { lacks: Record<string, string[]>; references: string[] };

export const readAllowance = (): Allowance =>
  JSON.parse(readFileSync(path.join(root, 'scripts/requirements/allowance.json'), 'utf8')) as Allowance;

export type Problems = { failing: string[]; allowed: string[] };

/** Everything that is wrong with the list, its pages and what refers to them, a sentence each; `allowed` is let pass for now. */
export function problemsOf(repository: Repository, allowance: Allowance): Problems {
  const { tree, sources, entries, marks, exceptions } = repository;
  const numbers = new Set([...entries.keys()].filter(isNumber));
  const problems: Problems = { failing: [], allowed: [] };
  const report = (text: string, allowed: boolean): void =>
    void (allowed ? problems.allowed : problems.failing).push(text);

  for (const { number, aspect } of lacks(entries, marks, exceptions)) {
    report(
      `${number} has no ${aspect}, and no reason in ${exceptionsFile}`,
      allowance.lacks[number]?.includes(aspect) ?? false,
    );
  }
  for (const idle of idleExceptions(exceptions, marks, numbers)) report(`${exceptionsFile}: ${idle}`, false);
  for (const finding of references(tree, sources, entries)) {
    const { kind, file, line, what } = finding;
    report(`${file}:${line}: ${sayings[kind]}: ${what}`, allowance.references.includes(nameOf(finding)));
  }
  for (const [page, text] of listPages(tree)) {
    if (writePage(page, text, repository) !== text) report(`${page} is out of date: npm run requirements`, false);
  }
  return problems;
}

const sayings = {
  range: 'a range hides the numbers in between, name each',
  number: 'no such number in docs/requirements',
  section: 'no such section',
  decision: 'no such record in docs/adr',
  link: 'the link leads nowhere',
  name: 'the file neither declares nor imports it',
  path: 'there is no such file or folder',
} as const;
