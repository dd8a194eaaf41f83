import { seenLine } from '../typed/clean.ts';

/** How a typed amount reads: its cents, or why it is not one sum. `ambiguous`: it is one of two sums, and a reader cannot tell which. */
export type AmountReading = { cents: number } | { problem: 'invalid' | 'ambiguous' };

const dollar = String.raw`(?:(?:CA|CAN|CAD|CDN|C) ?)?\$(?: ?(?:CA|CAN|CAD|CDN))?`;
const currency = String.raw`(?:${dollar}|CAD|dollars?)`;
const written = new RegExp(`^(?:(?:${dollar}|CAD) ?)?(\\d(?:.*\\d)?)(?: ?${currency})?$`, 'i');

/** Thousands are grouped by three with one mark throughout, which is not the one of the cents. */
const sums = [
  /^(\d+)(?:[.,](\d{1,2}))?$/,
  ...[' ', "'", '’'].map((mark) => new RegExp(`^([1-9]\\d{0,2}(?:${mark}\\d{3})+)(?:[.,](\\d{1,2}))?$`)),
  /^([1-9]\d{0,2}(?:,\d{3})+)(?:\.(\d{1,2}))?$/,
  /^([1-9]\d{0,2}(?:\.\d{3})+)(?:,(\d{1,2}))?$/,
];

/**
 * Reads an amount as people write it: « 1 234,56 $ », `$1,234.56`, `1234.5`, `CA$50`, `1’234.00`, with spaces of any kind around and between
 * thousands, and full-width digits. What could be two sums, or none, is never guessed:
 * - `12,345` is twelve thousand in English and twelve and a fraction in French: `ambiguous`;
 * - `1234 56`, `0,999`, `1,23,456`, `12.34.56`, `1e3`, a sign: `invalid`.
 */
export function readAmount(typed: string): AmountReading {
  const line = narrow(typed);
  const number = written.exec(line)?.[1];
  if (number === undefined) return { problem: 'invalid' };
  if (/^[1-9]\d{0,2}[.,]\d{3}$/.test(number)) return { problem: 'ambiguous' };
  for (const sum of sums) {
    const match = sum.exec(number);
    if (!match) continue;
    const whole = (match[1] ?? '').replaceAll(/\D/g, '');
    if (whole.length > 12) break;
    return { cents: Number(whole) * 100 + Number((match[2] ?? '').padEnd(2, '0')) };
  }
  return { problem: 'invalid' };
}

/** True when a text in an amount's place could be two sums. */
export function isAmbiguousAmount(typed: unknown): boolean {
  if (typeof typed !== 'string') return false;
  const reading = readAmount(typed);
  return 'problem' in reading && reading.problem === 'ambiguous';
}

/** Reads a percentage as people write it: `12,5 %`, `12.5%`, `50`. Null when it is not one number with at most two decimals. */
export function readPercent(typed: string): number | null {
  const number = /^(\d{1,3}(?:[.,]\d{1,2})?) ?%?$/.exec(narrow(typed))?.[1];
  return number === undefined ? null : Number(number.replace(',', '.'));
}

/** One line with single plain spaces, and the ASCII form of full-width digits, marks and dollar sign (U+FF04 to U+FF19). */
function narrow(typed: string): string {
  return seenLine(typed).replaceAll(/[\uff04\uff05\uff0c\uff0e\uff10-\uff19]/g, (mark) =>
    String.fromCharCode(mark.charCodeAt(0) - 0xfee0),
  );
}
