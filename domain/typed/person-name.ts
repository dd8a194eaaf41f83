/** A person's names, of which one may be empty: some people have a single name. */
export type PersonName = { firstName: string; lastName: string };

/** First and last name, as pages, mails and documents write them. */
export function fullName({ firstName, lastName }: PersonName): string {
  return [firstName, lastName].filter(Boolean).join(' ');
}

/** What to call a person when greeting them by one name. */
export function calledName({ firstName, lastName }: PersonName): string {
  return firstName || lastName;
}

/**
 * What a name is written with: letters and marks of any writing (with what joins them), spaces, apostrophes, hyphens, dots; the colon and the seven of
 * languages that write a sound with them, between two letters (Tekaronhió:ken, Sḵwx̱wú7mesh). Nothing that would make a name an address, a number or a
 * sentence of somebody else's in what the platform writes.
 */
const nameShape = /^(?:[\p{L}\p{M}\u061c\u200c-\u200f '’‘ʼ`´՚׳״·・.-]|(?<=\p{L}\p{M}*)[:7](?=\p{L}))*$/u;

/** A dot with a word after it, as in an address: after initials comes a space. */
const dottedWord = /\.(?=\p{L}\p{M}*\p{L})/gu;

/** True for a cleaned line that can be a name; an empty one can. */
export function isNameShaped(line: string): boolean {
  return nameShape.test(line);
}

/** A name as it is stored: « J.R.R.Tolkien » has a space before its last word, and so nothing is left that a mail program would make a link of. */
export function spelledName(line: string): string {
  return line.replaceAll(dottedWord, '. ');
}
