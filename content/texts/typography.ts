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

/** {@link typeset} on every string of a tree of texts. */
export function typesetAll<T>(tree: T): T {
  if (typeof tree === 'string') return typeset(tree) as T;
  if (Array.isArray(tree)) return tree.map((each) => typesetAll<unknown>(each)) as T;
  if (tree && typeof tree === 'object') {
    return Object.fromEntries(Object.entries(tree).map(([key, value]) => [key, typesetAll<unknown>(value)])) as T;
  }
  return tree;
}
