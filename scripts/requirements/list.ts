import type { Tree } from './tree.ts';

export const folder = 'docs/requirements';

/** A heading of the list: a requirement's number, or a section as `§9.4`. */
export type Entry = { key: string; page: string; anchor: string };

/** What a line is, when it is a heading of the list. */
export function headingOf(line: string): { key: string; anchor: string } | null {
  const title = /^#{1,3} (.+)$/.exec(line)?.[1];
  const key = title && /^(?:[FABMDT]-\d{2,3}$|§\d+(?:\.(?:\d+|[A-I]))?(?= ))/.exec(title)?.[0];
  return title && key ? { key, anchor: anchorOf(title) } : null;
}

/** The pages of the list, by their path. */
export const listPages = (tree: Tree): [string, string][] =>
  [...tree.texts]
    .filter(([file]) => file.startsWith(`${folder}/`) && file.endsWith('.md'))
    .sort(([a], [b]) => (a < b ? -1 : 1));

/** Every number and section of the list with its place, in the order of the pages. @throws Error when one stands twice. */
export function readList(tree: Tree): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  for (const [page, text] of listPages(tree)) {
    for (const found of text.split('\n').map(headingOf)) {
      if (!found) continue;
      const former = entries.get(found.key);
      if (former) throw new Error(`${found.key} stands in ${former.page} and in ${page}`);
      entries.set(found.key, { ...found, page });
    }
  }
  return entries;
}

export const isNumber = (key: string): boolean => /^[FABMDT]-/.test(key);

/** The anchor that a forge gives to a heading: lower case, spaces as hyphens, signs left out. */
export const anchorOf = (title: string): string =>
  title
    .trim()
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(/\s/g, '-');
