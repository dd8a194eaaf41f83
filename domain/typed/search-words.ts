import { seenLine } from './clean.ts';

/** Letters that no decomposition takes apart, as `folded_text` of the database writes them. */
const letters: Record<string, string> = {
  ...{ œ: 'oe', æ: 'ae', ß: 'ss', þ: 'th', ø: 'o', đ: 'd', ł: 'l', ð: 'd', ı: 'i', ħ: 'h', ŧ: 't', ς: 'σ' },
};

const separators = /[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u2000-\u206f\u2e00-\u2e7f\u3000-\u303f]+/;

/** Fewest letters of which an index of groups of three finds any part; shorter words are looked for where a word begins. */
const wholeGroup = 3;
/** What one search may ask for. */
const maxWords = 12;

/**
 * The words of what a reader looks for, in small letters without accents, in any order: « Sacré-Cœur », `sacre coeur` and `COEUR SACRE` are the same
 * search. The database folds what it looks into likewise (`folded_text`).
 */
export function searchWords(typed: string): string[] {
  const plain = seenLine(typed)
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replaceAll(/[œæßþøđłðıħŧς]/g, (letter) => letters[letter] ?? letter);
  return [...new Set(plain.split(separators))].filter((word) => word !== '').slice(0, maxWords);
}

/** The pattern of `like` for a word, in a text of words that each follow a space. */
export function patternOf(word: string): string {
  return [...word].length < wholeGroup ? `% ${word}%` : `%${word}%`;
}
