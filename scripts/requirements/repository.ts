import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as categories from '#content/lists/categories.ts';
import * as closing from '#content/lists/closing.ts';
import { problemNature } from '#content/lists/problem-nature.ts';
import * as problem from '#content/lists/problem.ts';
import { remedies } from '#content/lists/remedies.ts';
import { root } from '#scripts/system/paths.ts';
import routes from '#web/app/routes.ts';
import type { RouteEntry } from '#web/app/routes/route.ts';
import { exceptionsFile, readExceptions } from './exceptions.ts';
import type { Facts } from './facts.ts';
import { readList } from './list.ts';
import { collectMarks, readSources, type Sources } from './marks.ts';
import { readTree, type Tree } from './tree.ts';

export type Repository = Facts & { tree: Tree; sources: Sources };

/** The work tree as it is now, and all that the pages of the list are made from. */
export function readRepository(): Repository {
  const tree = readTree(root);
  const sources = readSources(tree);
  return {
    tree,
    sources,
    entries: readList(tree),
    marks: collectMarks(sources),
    exceptions: readExceptions(readFileSync(path.join(root, exceptionsFile), 'utf8')),
    addresses: addressesOf(routes),
    lists: { ...categories, ...closing, ...problem, problemNature, remedies },
  };
}

/** Address of each route by its file, from the root of the work tree. */
export function addressesOf(entries: readonly RouteEntry[], above = ''): Map<string, string> {
  return new Map(
    entries.flatMap(({ path: part, file, children }) => {
      const address = part ? `${above}/${part}` : above || '/';
      return [[`web/app/${file}`, address] as const, ...addressesOf(children ?? [], part ? address : above)];
    }),
  );
}
