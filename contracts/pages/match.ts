import { pagesById } from './index.ts';

/** Addresses by their parts: what follows a part as it is written, what follows any part, and the page that ends here. */
type Node = { words: Map<string, Node>; any: Node | null; id: string | null };

const emptyNode = (): Node => ({ words: new Map(), any: null, id: null });

const tree = emptyNode();
for (const [id, { path }] of Object.entries(pagesById)) {
  // What is no page's address is answered by the framework.
  if (path.includes('*')) continue;
  let node = tree;
  for (const part of partsOf(path)) node = part.startsWith(':') ? (node.any ??= emptyNode()) : wordAfter(node, part);
  node.id ??= id;
}

/**
 * The page whose address this is, by its id: `dossier.propose`. Null for an address that is none of ours, or that is written otherwise (capital
 * letters, a slash at its end), which the framework may still understand.
 */
export function pageIdAt(path: string): string | null {
  return find(tree, partsOf(path), 0);
}

/** A word goes before a parameter, as in the framework's own ranking. */
function find(node: Node, parts: readonly string[], at: number): string | null {
  const part = parts[at];
  if (part === undefined) return node.id;
  const word = node.words.get(part);
  const found = word ? find(word, parts, at + 1) : null;
  if (found !== null || node.any === null || part === '') return found;
  return find(node.any, parts, at + 1);
}

function wordAfter(node: Node, word: string): Node {
  const known = node.words.get(word);
  if (known) return known;
  const made = emptyNode();
  node.words.set(word, made);
  return made;
}

function partsOf(path: string): string[] {
  return path === '/' ? [] : path.slice(1).split('/');
}
