import path from 'node:path';
import type { Tree } from '../tree.ts';
import type { Finding, PlacedPiece } from './finding.ts';

/** Words that may be a path: with a `/` inside, or with an ending like a file's. Not what follows a sign of an address or of a name in parts. */
const aPath = /(?<![\w@:/#.~$<>{}*…-])(?:\.{1,2}\/|#)?\w[\w.-]*(?:\/[\w.-]+)*/g;

const endings = ['', '.ts', '.tsx', '.route.ts', '.route.tsx', '.spec.ts', '.md', '.mjs', '.cjs', '.json'];
/** Made by our commands, by npm or by the person who runs the platform: not in the tree. */
const made = /^(?:node_modules|build|coverage|screenshots|web\/public|deploy\/compose\.env)(?:\/|$)/;

/**
 * Paths in a comment or a page that lead nowhere. Only what begins with a folder of the tree, or ends like a source file, is taken for a
 * path: « and/or » is none. A path may begin anywhere in the tree, as services/dossier/list.ts does.
 */
export function deadPaths({ file, text, line }: PlacedPiece, index: PathIndex): Finding[] {
  return [...text.matchAll(aPath)].flatMap((match): Finding[] => {
    const said = match[0].replace(/^#/, '').replace(/[./-]+$/, '');
    // A name in parts (« <area>/index.ts », « *.spec.ts ») cannot be looked up.
    const inParts = /^\/?[*<{…$]/.test(text.slice(match.index + match[0].length));
    if (inParts || made.test(said) || exists(said, file, index) || !isPath(said, index)) return [];
    return [{ kind: 'path', file, line: line(match.index), what: said }];
  });
}

/**
 * The tree with every ending of its paths (dossier/list.ts for web/server/services/dossier/list.ts), and its decisions by their
 * number alone (docs/adr/0004).
 */
export type PathIndex = {
  folders: ReadonlySet<string>;
  folderNames: ReadonlySet<string>;
  endings: ReadonlySet<string>;
  records: ReadonlySet<string>;
};

export function indexPaths({ paths, folders }: Tree): PathIndex {
  const all = new Set<string>();
  for (const known of [...paths, ...folders]) {
    const parts = known.split('/');
    for (let from = 0; from < parts.length; from++) all.add(parts.slice(from).join('/'));
  }
  const folderNames = new Set([...folders].map((folder) => folder.split('/').at(-1)!));
  const records = new Set([...paths].flatMap((file) => /^docs\/adr\/\d+(?=-)/.exec(file) ?? []));
  return { folders, folderNames, endings: all, records };
}

function exists(said: string, file: string, index: PathIndex): boolean {
  const target = said.startsWith('.') ? path.posix.join(path.posix.dirname(file), said) : said;
  return endings.some((ending) => index.endings.has(target + ending)) || index.records.has(target);
}

function isPath(said: string, { folders, folderNames }: PathIndex): boolean {
  const parts = said.split('/');
  if (/\.(?:tsx?|mjs|cjs|md)$/.test(said)) return true;
  return parts.length > 1 && (folders.has(parts[0]!) || (folderNames.has(parts[0]!) && parts.length > 2));
}
