/** A requirement's number, such as `F-105`. See docs/requirements/README.md for the letters. */
const number = '[FABMDT]-\\d{2,3}';

const oneNumber = new RegExp(`(?<![\\w-])${number}(?![\\w-])`, 'g');
const aRange = new RegExp(
  `(?<![\\w-])(${number})\\s*(?:…|\\.\\.+|–|—|-|to|à|through)\\s*(?:[FABMDT]-)?\\d{2,3}(?![\\w-])`,
  'g',
);
const aSection = /(?<![\w.])§\s?(\d+(?:\.(?:\d+|[A-I]\b))*)/g;

export type Found = { text: string; index: number };

const all = (pattern: RegExp, text: string): Found[] =>
  [...text.matchAll(pattern)].map((match) => ({ text: match[0], index: match.index }));

/** Every number that a text names. */
export const numbersIn = (text: string): Found[] => all(oneNumber, text);

/** Every « from … to … » of numbers: those in between cannot be searched for. */
export const rangesIn = (text: string): Found[] => all(aRange, text);

/** Every « §n » of a text; `text` is the number. */
export const sectionsIn = (text: string): Found[] =>
  [...text.matchAll(aSection)].map((match) => ({ text: match[1]!, index: match.index }));

/**
 * The document whose section is named at `index`: the word right before the sign where it is a document of ours, '' where there is no
 * name; null for documents that are not ours (« RFC 5321 §4.2.1 », « Fetch §3.2 »).
 */
export function documentBefore(text: string, index: number): string | null {
  const word = /([\w.-]+),? ?$/.exec(text.slice(Math.max(0, index - 40), index))?.[1] ?? '';
  const ours = /^(requirements|architecture|conventions|pitfalls|look|models|stack)(?:\.md)?$/i.exec(word)?.[1];
  if (ours) return ours.toLowerCase();
  return /^[A-Z\d]/.test(word) ? null : '';
}
