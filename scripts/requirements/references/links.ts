import path from 'node:path';
import { anchorOf } from '../list.ts';
import { lineOf } from '../marks/source.ts';
import type { Tree } from '../tree.ts';
import type { Finding } from './finding.ts';

const aLink = /(?<!!)\[(?:[^\]\\]|\\.)*\]\(([^)\s]+)\)|!\[[^\]]*\]\(([^)\s]+)\)/g;

/** Links of a Markdown page to files and headings that are not there. Links to other sites are left alone. */
export function deadLinks(file: string, text: string, tree: Tree): Finding[] {
  const prose = withoutCode(text);
  return [...prose.matchAll(aLink)].flatMap((match) => {
    const target = match[1] ?? match[2]!;
    if (/^[a-z]+:/i.test(target)) return [];
    const [address = '', anchor] = target.split('#');
    const to = address === '' ? file : path.posix.join(path.posix.dirname(file), decodeURI(address)).replace(/\/$/, '');
    const there = to === '.' || tree.paths.has(to) || tree.folders.has(to);
    const page = tree.texts.get(to);
    const known = !anchor || page === undefined || headings(page).includes(anchor);
    return there && known ? [] : [{ kind: 'link', file, line: lineOf(text, match.index), what: target }];
  });
}

const headings = (text: string): string[] =>
  [...withoutFences(text).matchAll(/^#{1,6} (.+)$/gm)].map((match) =>
    anchorOf(match[1]!.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')),
  );

const blank = (text: string): string => text.replaceAll(/[^\n]/g, ' ');
const withoutFences = (text: string): string => text.replaceAll(/^```[^]*?^```/gm, blank);

const withoutCode = (text: string): string => withoutFences(text).replaceAll(/`[^`\n]*`/g, blank);

/** The page with the targets of its links blanked out, at its length. */
export const withoutTargets = (text: string): string => text.replaceAll(/(?<=\]\()[^)\s]+(?=\))/g, blank);
