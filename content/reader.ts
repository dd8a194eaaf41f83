import { recordOf } from '#domain/known-values.ts';
import { choices, label, type ListName } from './lists/index.ts';
import {
  formatBytes,
  formatDate,
  formatDateTime,
  formatDay,
  formatMoment,
  formatMoney,
  formatMonth,
  formatNumber,
  formatShortDateTime,
  formatShortDay,
  formatTime,
} from './texts/format.ts';
import { formatPhone } from './texts/phone.ts';
import { languages, translator, type Language, type Translate } from './texts/index.ts';

/**
 * How the reader is addressed: their language, and in it the texts, the labels of codes, dates, sums. A presenter takes a reader and the facts, and
 * gives the words of a page. On the server only: a browser's own dates and sums may differ from ours.
 */
export type Reader = {
  language: Language;
  t: Translate;
  /** The label of a code of a list, or of the first of several lists that has it. */
  label(list: ListName | readonly ListName[], code: string): string;
  /** The choices of a list for a field; `parent` keeps those of one category. */
  choices(list: ListName, parent?: string): { code: string; label: string }[];
  /** A civil date, `YYYY-MM-DD`: « 12 mars 2026 ». */
  date(date: string): string;
  /** A month, `YYYY-MM`: « mars 2026 ». */
  month(month: string): string;
  /** An instant, ISO-8601 UTC: « jeudi 12 mars 2026 ». */
  day(instant: string): string;
  /** « jeudi 12 mars 2026, 23 h 59 (heure de l’Est) ». */
  dateTime(instant: string): string;
  /** « jeudi 12 mars 2026, 23 h 59 », where many stand together and the zone is said once. */
  moment(instant: string): string;
  /** « 12 mars 2026 ». */
  shortDay(instant: string): string;
  /** « 12 mars 2026, 23 h 59 », in tables of the Office. */
  shortDateTime(instant: string): string;
  /** « 23 h 59 (heure de l’Est) ». */
  time(instant: string): string;
  /** Cents: « 1 234,56 $ ». */
  money(cents: number): string;
  /** A whole number: « 4 000 ». */
  number(value: number): string;
  /** A telephone number, as it is stored: « 514 555-0199, poste 204 ». */
  phone(stored: string): string;
  /** Bytes: « 1,2 Mo ». */
  bytes(bytes: number): string;
};

/** The reader of each language, made once. */
const readers = recordOf(languages, createReader);

/** Who reads this language. */
export function readerOf(language: Language): Reader {
  return readers[language];
}

function createReader(language: Language): Reader {
  return {
    language,
    get t() {
      return translator(language);
    },
    label: (list, code) => label(list, code, language),
    choices: (list, parent) => choices(list, language, parent),
    date: (date) => formatDate(language, date),
    month: (month) => formatMonth(language, month),
    day: (instant) => formatDay(language, instant),
    dateTime: (instant) => formatDateTime(language, instant),
    moment: (instant) => formatMoment(language, instant),
    shortDay: (instant) => formatShortDay(language, instant),
    shortDateTime: (instant) => formatShortDateTime(language, instant),
    time: (instant) => formatTime(language, instant),
    money: (cents) => formatMoney(language, cents),
    number: (value) => formatNumber(language, value),
    phone: (stored) => formatPhone(language, stored),
    bytes: (bytes) => formatBytes(language, bytes),
  };
}
