import type { Language } from './index.ts';

/** The zone in which people here read dates. */
const timeZone = 'America/Toronto';

const locales = { fr: 'fr-CA', en: 'en-CA' } as const;

/** What the zone is called, in winter and in summer alike. */
const zoneNames = { fr: 'heure de l’Est', en: 'Eastern time' } as const;

/**
 * « jeudi 12 mars 2026, 23 h 59 (heure de l’Est) »; "Thursday, March 12, 2026, 11:59 p.m. (Eastern time)". `instant` is ISO-8601 UTC. The hour says
 * its zone: readers live in others too, in the Îles-de-la-Madeleine for one.
 */
export function formatDateTime(language: Language, instant: string): string {
  return `${formatDay(language, instant)}, ${formatTime(language, instant)}`;
}

/** « jeudi 12 mars 2026, 23 h 59 »; "Thursday, March 12, 2026, 11:59 p.m.": where many stand together and the zone is said once. */
export function formatMoment(language: Language, instant: string): string {
  return `${formatDay(language, instant)}, ${formatHour(language, instant)}`;
}

/** « jeudi 12 mars 2026 »; "Thursday, March 12, 2026", in Québec's time zone. */
export function formatDay(language: Language, instant: string): string {
  return sameWithin({ unit: 'hour', how: `${language} day` }, instant, () =>
    part(language, new Date(instant), { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone }),
  );
}

/** « 12 mars 2026, 23 h 59 »; "March 12, 2026, 11:59 p.m.": for tables of the Office, which is in this zone. */
export function formatShortDateTime(language: Language, instant: string): string {
  return `${formatShortDay(language, instant)}, ${formatHour(language, instant)}`;
}

/** « 12 mars 2026 »; "March 12, 2026", in Québec's time zone. */
export function formatShortDay(language: Language, instant: string): string {
  return sameWithin({ unit: 'hour', how: `${language} short day` }, instant, () =>
    part(language, new Date(instant), { day: 'numeric', month: 'long', year: 'numeric', timeZone }),
  );
}

/** « 23 h 59 (heure de l’Est) »; "11:59 p.m. (Eastern time)". */
export function formatTime(language: Language, instant: string): string {
  return `${formatHour(language, instant)} (${zoneNames[language]})`;
}

/** « 23 h 59 »; "11:59 p.m.", never broken over two lines. */
function formatHour(language: Language, instant: string): string {
  return sameWithin({ unit: 'minute', how: `${language} time` }, instant, () =>
    part(language, new Date(instant), { hour: 'numeric', minute: '2-digit', timeZone }).replaceAll(/\s/g, '\u00a0'),
  );
}

/** A civil date `YYYY-MM-DD`: « 12 mars 2026 »; "March 12, 2026". Returned as it is when it is no date. */
export function formatDate(language: Language, date: string): string {
  const instant = new Date(`${date}T00:00:00Z`);
  if (Number.isNaN(instant.getTime())) return date;
  return part(language, instant, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
}

/** A month `YYYY-MM`: « mars 2026 »; "March 2026". Returned as it is when it is none. */
export function formatMonth(language: Language, month: string): string {
  const instant = new Date(`${month}-01T00:00:00Z`);
  if (Number.isNaN(instant.getTime())) return month;
  return part(language, instant, { month: 'long', year: 'numeric', timeZone: 'UTC' });
}

/** Cents to « 1 234,56 $ »; "$1,234.56". */
export function formatMoney(language: Language, cents: number): string {
  const options = { style: 'currency', currency: 'CAD', currencyDisplay: 'narrowSymbol' } as const;
  return numbers(language, options).format(cents / 100);
}

/** A whole number: « 4 000 »; "4,000". */
export function formatNumber(language: Language, value: number): string {
  return numbers(language, { maximumFractionDigits: 0 }).format(value);
}

/** Bytes to « 1,2 Mo »; "1.2 MB" (powers of ten). */
export function formatBytes(language: Language, bytes: number): string {
  const units = language === 'fr' ? ['o', 'ko', 'Mo', 'Go'] : ['B', 'kB', 'MB', 'GB'];
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  const digits = unit === 0 || value >= 100 ? 0 : 1;
  const shown = numbers(language, { maximumFractionDigits: digits }).format(value);
  return `${shown}\u00a0${units[unit]}`;
}

function part(language: Language, instant: Date, options: Intl.DateTimeFormatOptions): string {
  const parts = dates(language, options).formatToParts(instant);
  return parts.map(({ type, value }) => (type === 'day' && language === 'fr' ? ordinalFirst(value) : value)).join('');
}

/** How much of an ISO-8601 instant says its hour, and its minute. */
const written = { hour: 13, minute: 16 };
const said = new Map<string, string>();
const mostSaid = 20_000;

/**
 * What is said of an instant, the same for all those of its hour or minute (the zone's offset is of whole hours), kept: a list says fifty dates,
 * often of the same days.
 */
function sameWithin(
  { unit, how }: { unit: keyof typeof written; how: string },
  instant: string,
  say: () => string,
): string {
  const key = `${how} ${instant.slice(0, written[unit])}`;
  const known = said.get(key);
  if (known !== undefined) return known;
  if (said.size >= mostSaid) said.clear();
  const text = say();
  said.set(key, text);
  return text;
}

/** « 1er mars », the one day that French writes as an ordinal. */
function ordinalFirst(day: string): string {
  return day === '1' ? '1er' : day;
}

/** Creating a format costs a hundred times what using it does, and a list uses one per row. */
const dates = memoized(
  (language, options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locales[language], options),
);
const numbers = memoized(
  (language, options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locales[language], options),
);

function memoized<Options, Format>(make: (language: Language, options: Options) => Format) {
  const made = new Map<string, Format>();
  return (language: Language, options: Options): Format => {
    const key = `${language} ${JSON.stringify(options)}`;
    const format = made.get(key) ?? make(language, options);
    made.set(key, format);
    return format;
  };
}
