/**
 * Writes the pages of docs/requirements: under each number its rule, page and tests, found by their marks. Then reports what is wrong with the list
 * and with everything that refers to a place in the repository. `--check` writes nothing.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { isNumber, listPages } from '#scripts/requirements/list.ts';
import { aspects, has } from '#scripts/requirements/marks/marks.ts';
import { writePage } from '#scripts/requirements/pages/pages.ts';
import { problemsOf } from '#scripts/requirements/problems.ts';
import { readRepository } from '#scripts/requirements/repository.ts';
import { root } from '#scripts/system/paths.ts';

const flags = new Set(process.argv.slice(2));
let repository = readRepository();

if (!flags.has('--check')) {
  for (const [page, text] of listPages(repository.tree)) {
    const written = writePage(page, text, repository);
    if (written !== text) writeFileSync(path.join(root, page), written);
  }
  repository = readRepository();
}

const problems = problemsOf(repository);
const numbers = [...repository.entries.keys()].filter(isNumber);
const counts = aspects.map((aspect) => {
  const marked = numbers.filter((number) => repository.marks.has(number) && has(repository.marks.get(number)!, aspect));
  return `${marked.length} with a ${aspect}`;
});
process.stdout.write(
  [...problems, `${numbers.length} requirements: ${counts.join(', ')}; ${problems.length} problems`, ''].join('\n'),
);
process.exitCode = problems.length > 0 ? 1 : 0;
