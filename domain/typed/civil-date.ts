import { keyboardLine } from './clean.ts';

/** Names of the months, whole and short, in French and in English, without accents. */
const months = [
  'janvier january janv jan',
  'fevrier february fevr fev feb',
  'mars march mar',
  'avril april avr apr',
  'mai may',
  'juin june jun',
  'juillet july juill juil jul',
  'aout august aug',
  'septembre september sept sep',
  'octobre october oct',
  'novembre november nov',
  'decembre december dec',
].map((names) => names.split(' '));

const weekday =
  /^(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|monday|tuesday|wednesday|thursday|friday|saturday|sunday),? /;

const yearFirst = /^(?<year>\d{4})(?<mark>[-/. ]?)(?<month>\d\d?)\k<mark>(?<day>\d\d?)$/;
const dayFirst = /^(?<day>\d\d?)(?:er|e|st|nd|rd|th)?[- ](?:of )?(?<month>[a-z]+)\.?,?[- ](?<year>\d{4})$/;
const monthFirst = /^(?<month>[a-z]+)\.?[- ](?<day>\d\d?)(?:st|nd|rd|th)?,?[- ](?<year>\d{4})$/;
const numbers = /^(\d\d?)([-/. ])(\d\d?)\2(\d{4})$/;

/**
 * Reads a day as people write it in Québec, in French or in English: `2026-03-12`, `2026/3/12`, « 12 mars 2026 », « le 1er mars 2026 », `March 12, 2026`,
 * `25/03/2026`. A year has four digits, and what could be two days is never guessed: `05/03/2026` is the fifth of March or the third of May.
 *
 * @returns `YYYY-MM-DD`; null when it is not one day that exists.
 */
export function readDay(typed: string): string | null {
  const line = keyboardLine(typed).toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '');
  const said = line.replace(/^le /, '').replace(weekday, '').replace(/^le /, '').replace(/\.$/, '');
  const groups = (yearFirst.exec(said) ?? dayFirst.exec(said) ?? monthFirst.exec(said))?.groups;
  if (groups) {
    // Without marks between them, only eight digits are a day.
    if (groups['mark'] === '' && said.length !== 8) return null;
    return dayOf(groups['year'] ?? '', groups['month'] ?? '', groups['day'] ?? '');
  }
  const [, one = '', , other = '', year = ''] = numbers.exec(said) ?? [];
  const readings = new Set([dayOf(year, other, one), dayOf(year, one, other)].filter((day) => day !== null));
  const [only = null] = readings;
  return readings.size === 1 ? only : null;
}

/** True for a day that exists, written `YYYY-MM-DD`, from 1900 to 2199. */
export function isCivilDate(value: unknown): value is string {
  if (typeof value !== 'string') return false;
  const match = /^(19|20|21)(\d\d)-(\d\d)-(\d\d)$/.exec(value);
  if (!match) return false;
  const year = Number(`${match[1]}${match[2]}`);
  const month = Number(match[3]);
  const day = Number(match[4]);
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return day >= 1 && day <= (lengths[month - 1] ?? 0);
}

/** `month` in digits or by its name. */
function dayOf(year: string, month: string, day: string): string | null {
  const named = months.findIndex((names) => names.includes(month)) + 1;
  const date = [year, (named > 0 ? String(named) : month).padStart(2, '0'), day.padStart(2, '0')].join('-');
  return isCivilDate(date) ? date : null;
}
