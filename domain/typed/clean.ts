/*
 * What a clipboard, a keyboard or a dictation puts in a text and nobody sees. Every text that people write is cleaned here, in the browser and on the
 * server alike: what looks the same on a screen is the same text (Unicode TR36 §2.10.2, UAX 15, UAX 31 §2.3). Secrets are not: see secret.ts.
 */

/**
 * Shows nothing and is needed by no language: control characters other than tab and line feed, soft hyphens, fillers, zero-width spaces, overrides
 * and isolates that reorder a line (UAX 9), annotations, places of lost pictures, tags, code points that are no characters.
 */
const hidden = new RegExp(
  `[${[
    String.raw`\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b\u202a-\u202e`,
    String.raw`\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffc\ufdd0-\ufdef\ufffe\uffff`,
    String.raw`\u{1bca0}-\u{1bca3}\u{1d173}-\u{1d17a}\u{e0000}-\u{e00ff}\u{e01f0}-\u{e0fff}`,
  ].join('')}]`,
  'gu',
);

/** A flag made of tags (Unicode TR51 §C): the black flag, the tags that name a region, the closing one. */
const tagFlags = /\u{1f3f4}[\u{e0030}-\u{e007a}]{2,8}\u{e007f}/gu;

/** Marks of direction, which a line in a right-to-left language may need. */
const directions = /[\u061c\u200e\u200f]/g;
const joiners = /[\u200c\u200d]+/g;
const selectors = /[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/gu;

/** Letters of ours, with their marks, have one look: what selects another (Unicode §23.4) comes with a paste, and is not seen. */
const oneLook = /(?:^|[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\s])\p{M}+/gu;

/** What joiners join: emoji, and letters of other writings than ours, with their marks. */
const joined =
  /(?![\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])[\p{L}\p{Extended_Pictographic}\p{Emoji_Modifier}]\p{M}*$/u;
const joining =
  /^(?:(?![\ufe00-\ufe0f\u{e0100}-\u{e01ef}])\p{M}|(?![\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])[\p{L}\p{Extended_Pictographic}])/u;
/** The longest that a letter with its marks can be once {@link oneForm} is made, in UTF-16 units. */
const longestLetter = 64;

const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** Spaces of any width, and the pattern of Braille without dots, which looks like one. */
const spaces = /[\s\u2800]+/g;

/**
 * A text of several lines as it is stored: line ends as `\n`, unpaired surrogates replaced, nothing in it that is not seen, accented letters in one
 * form (NFC). Nothing else is touched. Cleaning it again changes nothing.
 */
export function cleanText(typed: string): string {
  const lines = typed.replaceAll(/\r\n?|[\u0085\u2028\u2029]/g, '\n').replaceAll(/\p{Cs}/gu, '\ufffd');
  return oneForm(withoutIdle(oneForm(withoutHidden(lines))));
}

/**
 * A line as it is stored: {@link cleanText}, its spaces of every kind single and plain, none at its ends, the hyphens of word processors as the
 * keyboard's, and marks of direction only where something is written from right to left.
 */
export function cleanLine(typed: string): string {
  const text = cleanText(typed);
  const directed = rightToLeft.test(text) ? text : text.replaceAll(directions, '');
  return oneForm(withoutIdle(directed.replaceAll(/[\u2010\u2011\ufe63\uff0d]/g, '-')))
    .replaceAll(spaces, ' ')
    .trim();
}

/**
 * One form of each accented letter (NFC). At most thirty marks stand on a letter, as no language needs (UAX 15, Stream-Safe Text Format): putting
 * thousands in order takes a time that grows with their square. They are counted once more when letters are taken apart, for an accented letter has
 * marks of its own.
 */
export function oneForm(text: string): string {
  return withFewMarks(withFewMarks(text).normalize('NFD')).normalize('NFC');
}

function withFewMarks(text: string): string {
  return text.replaceAll(/(\p{M}{30})\p{M}+/gu, '$1');
}

/** True for a text in which a reader sees nothing. */
export function saysNothing(text: string): boolean {
  return !/[^\s\p{M}\p{Cf}\u2800]/u.test(cleanText(text));
}

/** True for a line that names nothing: without a letter, a digit or a symbol. « - » and « … » are what people type to get past a field. */
export function namesNothing(line: string): boolean {
  return !/[\p{L}\p{N}\p{So}\p{Extended_Pictographic}]/u.test(cleanLine(line));
}

/** A line without anything that is not seen, marks and joiners of any writing included; its spaces single and plain. */
export function seenLine(typed: string): string {
  return cleanLine([directions, joiners, selectors].reduce((line, unseen) => line.replaceAll(unseen, ''), typed));
}

/**
 * What is typed where letters, digits and marks of the keyboard are expected (an address, a code, a number), as if it had been typed on one: full
 * width and styled characters in their plain form (NFKC), digits of any writing as 0 to 9, any dash as `-`, any apostrophe as `'`. For reading only:
 * never stored as what somebody wrote. Beyond a thousand characters nothing of the kind goes on.
 */
export function keyboardLine(typed: string): string {
  // An acute accent by itself would become a space with an accent.
  const line = seenLine(typed).slice(0, 1_000).replaceAll('\u00b4', "'").normalize('NFKC');
  return seenLine(line)
    .replaceAll(/[\p{Pd}\u2212\u30fc]/gu, '-')
    .replaceAll(/[\u2018-\u201b\u02b9\u02bc\u2032`]/g, "'")
    .replaceAll(/\p{Nd}/gu, plainDigit);
}

/** Digits of a writing stand one after the other from zero (Unicode §4.6), sometimes two sets in a row. */
function plainDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  let before = 0;
  while (before < 20 && /\p{Nd}/u.test(String.fromCodePoint(code - before - 1))) before += 1;
  return String(before % 10);
}

function withoutHidden(text: string): string {
  let cleaned = '';
  let from = 0;
  for (const flag of text.matchAll(tagFlags)) {
    cleaned += text.slice(from, flag.index).replaceAll(hidden, '') + flag[0];
    from = flag.index + flag[0].length;
  }
  return cleaned + text.slice(from).replaceAll(hidden, '');
}

/** Without the joiners that join nothing, and the selectors of a look that there is not. */
function withoutIdle(text: string): string {
  const jointed = text.replaceAll(joiners, (run, at: number) => {
    const before = text.slice(Math.max(0, at - longestLetter), at);
    const after = text.slice(at + run.length, at + run.length + 2);
    return run.length === 1 && joined.test(before) && joining.test(after) ? run : '';
  });
  return jointed.replaceAll(oneLook, (letter) => letter.replaceAll(selectors, ''));
}
