/** What a form held, secrets left out: names and values, so that it can be shown, or sent again. */
export type Typed = [name: string, value: string][];

/** True of a text that a person wrote: several words, or one long one. Ids, codes and marks are the page's own. */
export function isWritten([name, value]: Typed[number]): boolean {
  if (name === 'base') return false;
  return /\S\s+\S/.test(value.trim()) || (value.length > 8 && !/^[\w:.-]+$/.test(value));
}
