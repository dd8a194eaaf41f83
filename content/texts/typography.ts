const noBreak = '\u00a0';

/**
 * French spaces as Québec's language office sets them: no-break before « : », inside « », before % and $; a semicolon, a
 * question mark take none. Writers type plain spaces; every French text passes here once.
 */
export function typeset(text: string): string {
  return text
    .replace(/« /g, `«${noBreak}`)
    .replace(/ (?=[»:%$](?:[\s.,;)»]|$))/g, noBreak)
    .replace(/(?<=\d) (?=\d{3}(?!\d))/g, noBreak);
}

/** A tree of texts, each string of it changed. */
export function eachText<T>(tree: T, change: (text: string) => string): T {
  return changed(tree, change) as T;
}

function changed(tree: unknown, change: (text: string) => string): unknown {
  if (typeof tree === 'string') return change(tree);
  if (Array.isArray(tree)) return tree.map((each) => changed(each, change));
  if (tree === null || typeof tree !== 'object') return tree;
  return Object.fromEntries(Object.entries(tree).map(([key, value]) => [key, changed(value, change)]));
}

/** {@link typeset} on every string of a tree of texts. */
export function typesetAll<T>(tree: T): T {
  return eachText(tree, typeset);
}
