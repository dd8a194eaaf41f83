import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The files of the work tree, by their path from its root, with `/` between folders. */
export type Tree = {
  /** Every file, whatever it holds. */
  paths: ReadonlySet<string>;
  folders: ReadonlySet<string>;
  /** The text of each file that people write: source and Markdown. */
  texts: ReadonlyMap<string, string>;
};

/** Made or fetched by our commands, never written by hand. */
const made = new Set(['node_modules', 'build', '.git', '.data', 'coverage', 'screenshots']);
const written = /\.(?:[cm]?[jt]sx?|md)$/;

/** Reads the work tree: the files as they are now, committed or not. */
export function readTree(root: string): Tree {
  const files = new Map<string, string | null>();
  const visit = (folder: string): void => {
    for (const entry of readdirSync(path.join(root, folder), { withFileTypes: true })) {
      const name = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (made.has(entry.name) && (folder === '' || entry.name === 'node_modules')) continue;
      if (entry.isDirectory()) visit(name);
      else files.set(name, written.test(name) ? readFileSync(path.join(root, name), 'utf8') : null);
    }
  };
  visit('');
  return treeOf(files);
}

/** The tree of these files; null for the text of one that nobody writes by hand. */
export function treeOf(files: ReadonlyMap<string, string | null>): Tree {
  const texts = new Map<string, string>();
  const folders = new Set<string>();
  for (const [name, text] of files) {
    if (text !== null) texts.set(name, text);
    for (let folder = path.posix.dirname(name); folder !== '.'; folder = path.posix.dirname(folder))
      folders.add(folder);
  }
  return { paths: new Set(files.keys()), folders, texts };
}

export const isSpec = (file: string): boolean => /\.spec\.tsx?$/.test(file);
export const isSource = (file: string): boolean => /\.(?:[cm]?[jt]sx?)$/.test(file);
