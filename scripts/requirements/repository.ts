import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pagesById } from '#contracts/pages/index.ts';
import * as categories from '#content/lists/categories.ts';
import * as closing from '#content/lists/closing.ts';
import { problemNature } from '#content/lists/problem-nature.ts';
import * as problem from '#content/lists/problem.ts';
import { remedies } from '#content/lists/remedies.ts';
import { root } from '#scripts/system/paths.ts';
import { exceptionsFile, readExceptions } from './exceptions.ts';
import type { Facts } from './facts.ts';
import { readList } from './list.ts';
import { collectMarks, readSources, type Sources } from './marks/marks.ts';
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
    addresses: addressesOf(tree),
    lists: { ...categories, ...closing, ...problem, problemNature, remedies },
  };
}

/** Address of each route by its file, from the root of the work tree. */
export function addressesOf(tree: Tree): Map<string, string> {
  return new Map(
    Object.values(pagesById).flatMap(({ module, path: address }) =>
      ['tsx', 'ts'].flatMap((extension) => {
        const file = `web/app/${module}.route.${extension}`;
        return tree.texts.has(file) ? [[file, address] as const] : [];
      }),
    ),
  );
}
