import path from 'node:path';
import { lineOf, type Source } from '../marks/source.ts';
import type { Tree } from '../tree.ts';
import type { Finding, Piece } from './finding.ts';

const aName = /\{@link(?:code|plain)?\s+([^}|\s]+)[^}]*\}/g;

/** Names linked in comments that the file neither declares nor imports, and files linked there that do not exist. */
export function deadNames({ file, text }: Piece, { comments, code }: Source, tree: Tree): Finding[] {
  return comments.flatMap((comment) =>
    [...comment.text.matchAll(aName)].flatMap((match) => {
      const name = match[1]!;
      const known = name.startsWith('file://')
        ? tree.paths.has(path.posix.join(path.posix.dirname(file), name.slice('file://'.length)))
        : /^https?:/.test(name) || new RegExp(`(?<![\\w$])${rootOf(name)}(?![\\w$])`).test(code);
      return known ? [] : [{ kind: 'name', file, line: lineOf(text, comment.start + match.index), what: name }];
    }),
  );
}

const rootOf = (name: string): string => (/^[\w$]+/.exec(name)?.[0] ?? name).replaceAll('$', '\\$');
