/** What a form brought back by its page's action holds, for a page that can no longer show the form. */
export function typedWords(answer: unknown): string[] {
  if (answer === null || typeof answer !== 'object' || !('data' in answer)) return [];
  const { data } = answer;
  if (data === null || typeof data !== 'object' || !('values' in data) || !('formKey' in data)) return [];
  return wordsIn(data.values);
}

/** Texts that a person wrote: several words, or one long one. Ids, codes and marks are the page's own. */
function wordsIn(value: unknown, name = ''): string[] {
  if (typeof value === 'string') return isWritten(value) && name !== 'base' ? [value] : [];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) => wordsIn(inner, Array.isArray(value) ? name : key));
}

const isWritten = (text: string): boolean =>
  /\S\s+\S/.test(text.trim()) || (text.length > 8 && !/^[\w:.-]+$/.test(text));
