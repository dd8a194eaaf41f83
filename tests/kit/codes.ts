import { lists } from '#content/lists/index.ts';
import english from '#content/texts/en/index.ts';
import french from '#content/texts/fr/index.ts';
import { mailTexts } from '#content/mail/texts.ts';
import { platformErrorCodes } from '#contracts/errors.ts';
import { remedyFields } from '#domain/agreement/remedies.ts';
import { domainErrorCodes } from '#domain/dossier/errors.ts';
import { eventTypes } from '#domain/visibility/index.ts';

type Language = 'fr' | 'en';

/** A word as codes are written too: letters, digits and `_`, parts joined by dots or colons. */
const word = /[\p{L}\p{N}_]+(?:[.:][\p{L}\p{N}_]+)*/gu;

function wordsOf(tree: unknown, found: Set<string>): Set<string> {
  if (typeof tree === 'string') for (const [each] of tree.matchAll(word)) found.add(each);
  else if (typeof tree === 'object' && tree !== null) for (const each of Object.values(tree)) wordsOf(each, found);
  return found;
}

function codes(): string[] {
  const listed = Object.values(lists).flatMap((items) => items.map(({ code }) => code));
  const fields = Object.values(remedyFields).flatMap((each) => each.map(({ name }) => name));
  return [...listed, ...fields, ...eventTypes, ...domainErrorCodes, ...platformErrorCodes];
}

/** Codes that are a word of no text of a language: wherever one stands on a page, it stands for a word. */
const telling: Record<Language, ReadonlySet<string>> = {
  fr: tellingIn('fr', french),
  en: tellingIn('en', english),
};

function tellingIn(language: Language, texts: unknown): Set<string> {
  const words = wordsOf(texts, new Set());
  wordsOf(mailTexts[language], words);
  for (const items of Object.values(lists)) for (const item of items) wordsOf(item[language], words);
  const capital = (each: string): string => each.charAt(0).toUpperCase() + each.slice(1);
  return new Set(codes().filter((code) => !words.has(code) && !words.has(capital(code))));
}

/** What is no word: keys of texts, ids, holes that were not filled. */
const raw = [
  /\b[a-z]+:[a-zA-Z]+(?:\.[\w-]+)+/g,
  /\b[a-z]+[a-zA-Z]*(?:\.[a-z]+[a-zA-Z]*){2,}\b/g,
  /\b[a-z]+(?:_[a-z]+)+\b/g,
  /\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}\b/g,
  /\{\{[^}]*\}\}|\[object \w+\]|\bundefined\b|\bNaN\b/g,
];

/** Codes, keys and ids where words are due. Addresses of mail and of pages are none. */
export function codesIn(text: string, language: Language): string[] {
  const said = text.replaceAll(/\bhttps?:\/\/\S+|\S+@\S+/g, ' ');
  const found = raw.flatMap((each) => said.match(each) ?? []);
  for (const [each] of said.matchAll(word)) if (telling[language].has(each)) found.push(each);
  return [...new Set(found)];
}
