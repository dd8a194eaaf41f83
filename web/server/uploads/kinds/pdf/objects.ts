import type { Lexer } from './lexer.ts';
import { type Token } from './lexer.ts';

export type PdfValue =
  Token | { kind: 'array'; items: PdfValue[] } | { kind: 'dictionary'; entries: PdfDictionary } | PdfReference;
export type PdfDictionary = Map<string, PdfValue>;
type PdfReference = { kind: 'reference'; number: number; generation: number };

/** What was read of one object, up to its stream or its end. */
export type PdfObject = {
  number: number;
  generation: number;
  value: PdfValue | null;
  /** Where the bytes of its stream begin; null when it has none. */
  streamAt: number | null;
  /** How far it was read. */
  end: number;
};

const ends = new Set(['endobj', 'obj', 'stream', 'endstream', 'xref', 'trailer', 'startxref']);

/** Tokens that one object may have: the largest tables of real documents have a tenth of it. */
const maxTokens = 300_000;

/**
 * Reads the object at a place, its number already read.
 *
 * @param onName told every name of the object, also where its syntax is broken.
 */
export function readObject(
  lexer: Lexer,
  onName: (name: string) => void,
): Pick<PdfObject, 'value' | 'streamAt' | 'end'> {
  const tokens: Token[] = [];
  let last = '';
  for (let token = lexer.next(); token; token = lexer.next()) {
    if (token.kind === 'word' && ends.has(token.text)) {
      last = token.text;
      break;
    }
    if (token.kind === 'name') onName(token.text);
    if (tokens.length < maxTokens) tokens.push(token);
  }
  return { value: valueOf(tokens), streamAt: last === 'stream' ? afterLineEnd(lexer) : null, end: lexer.at };
}

/** The bytes of a stream begin after the end of the line of its keyword (ISO 32000-1 §7.3.8.1). */
function afterLineEnd({ bytes, at }: Lexer): number {
  if (bytes[at] === 13 && bytes[at + 1] === 10) return at + 2;
  return bytes[at] === 10 || bytes[at] === 13 ? at + 1 : at;
}

const maxDepth = 100;

/** The first value of some tokens; null when there is none, or it does not end. */
function valueOf(tokens: readonly Token[]): PdfValue | null {
  let at = 0;
  function value(depth: number): PdfValue | null {
    const token = tokens[at];
    if (!token || depth > maxDepth) return null;
    at += 1;
    if (token.kind === 'number') return reference(token) ?? token;
    if (token.kind !== 'word') return token;
    if (token.text === '[') return { kind: 'array', items: until(']', depth) };
    if (token.text === '<<') return { kind: 'dictionary', entries: pairs(until('>>', depth)) };
    return token;
  }
  function until(end: string, depth: number): PdfValue[] {
    const items: PdfValue[] = [];
    for (let token = tokens[at]; token; token = tokens[at]) {
      if (token.kind === 'word' && token.text === end) {
        at += 1;
        break;
      }
      const item = value(depth + 1);
      if (item === null) break;
      items.push(item);
    }
    return items;
  }
  function reference(first: { value: number }): PdfReference | null {
    const [second, third] = [tokens[at], tokens[at + 1]];
    if (second?.kind !== 'number' || third?.kind !== 'word' || third.text !== 'R') return null;
    at += 2;
    return { kind: 'reference', number: first.value, generation: second.value };
  }
  return value(0);
}

function pairs(items: readonly PdfValue[]): PdfDictionary {
  const entries: PdfDictionary = new Map();
  for (let at = 0; at + 1 < items.length; at += 2) {
    const [key, value] = [items[at], items[at + 1]];
    if (key?.kind === 'name' && value) entries.set(key.text, value);
  }
  return entries;
}

export const dictionaryOf = (value: PdfValue | null | undefined): PdfDictionary | null =>
  value?.kind === 'dictionary' ? value.entries : null;
export const numberOf = (value: PdfValue | null | undefined): number | null =>
  value?.kind === 'number' ? value.value : null;
export const nameOf = (value: PdfValue | null | undefined): string | null =>
  value?.kind === 'name' ? value.text : null;
export const bytesOf = (value: PdfValue | null | undefined): Buffer | null =>
  value?.kind === 'string' ? value.bytes : null;
