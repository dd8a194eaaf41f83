/**
 * A short mark of what a draft says: the same words give the same mark, in the browser as on the server. A form sends the marks of the
 * texts that its page has seen, so that it replaces those and no other (FNV-1a, 64 bits; it hides nothing and proves nothing).
 */
export function draftMark(content: unknown): string {
  let hash = 0xcbf29ce484222325n;
  const text = inOrder(content);
  for (let index = 0; index < text.length; index += 1) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(text.charCodeAt(index))) * 0x100000001b3n);
  }
  return hash.toString(36);
}

/** The marks that a form's field `base` holds; none for a form that was shown before anything was saved. */
export function marksIn(base: unknown): string[] {
  return typeof base === 'string' ? base.split(' ').filter(Boolean).slice(0, maxMarks) : [];
}

/** Maximum number of marks of one form: a page that cannot reach the server tries again with the last ones. */
const maxMarks = 50;

/** JSON with the keys of every object in one order: a JSON column returns them in its own. */
export function inOrder(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inOrder).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${inOrder(inner)}`).join(',')}}`;
}
