/** Every string of a tree of texts by its path; namespaces and levels are joined by a dot. */
export function leaves(tree: object, path = ''): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    const here = path ? `${path}.${key}` : key;
    if (typeof value === 'string') found.set(here, value);
    else if (value && typeof value === 'object')
      for (const [inner, text] of leaves(value, here)) found.set(inner, text);
  }
  return found;
}

/** The `{{parameters}}` of a text, in order of name, each once. */
export function placeholders(text: string): string {
  const names = [...text.matchAll(/\{\{-?\s*(\w+)[^}]*\}\}/g)].map((match) => match[1]);
  return [...new Set(names)].sort().join(' ');
}

/** What is wrong with a text in any language. */
export function wrongInText(text: string): string[] {
  const wrong: string[] = [];
  if (text.trim() === '') wrong.push('empty');
  if (text !== text.trim()) wrong.push('space at an end');
  if (text.includes('!')) wrong.push('exclamation mark');
  if (/ {2}/.test(text)) wrong.push('two spaces');
  if (text.includes("'")) wrong.push('straight apostrophe');
  return wrong;
}

/** What is wrong with a French text once set: a colon or a guillemet without its no-break space, a breaking space before a mark. */
export function wrongInFrench(text: string): string[] {
  const wrong: string[] = [];
  if (/[^\u00a0\u202f\s\d]:(?!\/\/)(?=\s|$)/.test(text) || / :/.test(text))
    wrong.push('colon without a no-break space');
  if (/«(?![\u00a0\u202f])/.test(text) || /(?<![\u00a0\u202f])»/.test(text))
    wrong.push('guillemet without a no-break space');
  if (/ [;?]/.test(text)) wrong.push('breaking space before a mark');
  return wrong;
}
