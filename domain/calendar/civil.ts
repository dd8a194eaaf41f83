/**
 * Civil time in America/Toronto by arithmetic: Québec's legal time since 2007 (UTC−5; UTC−4 from 02:00 on the second Sunday of
 * March to 02:00 on the first Sunday of November; Act respecting legal time, CQLR c. T-5.1). No `Intl`, no polyfill, no clock: the
 * rules of a dossier run inside the workflow sandbox and must answer the same for ever (docs/adr/0006). `domain/testing/calendar-reference.ts` is
 * the oracle that the tests compare with, for the years 2007 to 2100.
 */
export const dayMs = 86_400_000;
const hourMs = 3_600_000;

/** A day of the calendar. Months count from 1. */
export type CivilDate = { year: number; month: number; day: number };

/** A wall-clock reading: a day and the milliseconds since its midnight as the clock on the wall shows them. */
export type WallClock = { date: CivilDate; ms: number };

/** Days since 1970-01-01 of a civil date; months and days out of range roll over as in `Date.UTC`. */
export function dayNumber(date: CivilDate): number {
  return Math.floor(Date.UTC(date.year, date.month - 1, date.day) / dayMs);
}

/** Inverse of {@link dayNumber}. */
export function civilDate(number: number): CivilDate {
  const utc = new Date(number * dayMs);
  return { year: utc.getUTCFullYear(), month: utc.getUTCMonth() + 1, day: utc.getUTCDate() };
}

/** Day of the week, 0 for Sunday. 1970-01-01 was a Thursday. */
export function weekday(number: number): number {
  return (((number + 4) % 7) + 7) % 7;
}

/** Day number of the n-th given weekday of a month: the second Sunday of March is `nthWeekday(2, { weekday: 0, month: 3, year })`. */
export function nthWeekday(nth: number, of: { weekday: number; month: number; year: number }): number {
  const first = dayNumber({ year: of.year, month: of.month, day: 1 });
  return first + ((of.weekday - weekday(first) + 7) % 7) + (nth - 1) * 7;
}

/** The instants between which a year's clocks show summer time. */
type Summer = { from: number; until: number };

/** Each year once: every limit and every reading of the clock asks. */
const summers = new Map<number, Summer>();

function summerOf(year: number): Summer {
  let summer = summers.get(year);
  if (!summer) {
    summer = {
      from: nthWeekday(2, { weekday: 0, month: 3, year }) * dayMs + 7 * hourMs,
      until: nthWeekday(1, { weekday: 0, month: 11, year }) * dayMs + 6 * hourMs,
    };
    summers.set(year, summer);
  }
  return summer;
}

/** Milliseconds to add to UTC to read a clock in Québec at that instant. */
function offsetAt(epochMs: number): number {
  const { from, until } = summerOf(new Date(epochMs).getUTCFullYear());
  return epochMs >= from && epochMs < until ? -4 * hourMs : -5 * hourMs;
}

/** Milliseconds from 1970-01-01 00:00 to what a clock in Québec shows at an instant. */
function localAt(instant: string): number {
  const epochMs = Date.parse(instant);
  return epochMs + offsetAt(epochMs);
}

/** What a clock in Québec shows at an instant. */
export function wallClockAt(instant: string): WallClock {
  const local = localAt(instant);
  const number = Math.floor(local / dayMs);
  return { date: civilDate(number), ms: local - number * dayMs };
}

/** Day number, in Québec, of an instant. */
export function dayNumberAt(instant: string): number {
  return Math.floor(localAt(instant) / dayMs);
}

/**
 * The instant at which a clock in Québec shows `ms` after midnight on a day. A reading skipped in March is moved an hour later; of
 * one that comes twice in November the first is taken (the « compatible » rule of RFC 5545 and of TC39 Temporal).
 */
export function instantAt(number: number, ms: number): string {
  const local = number * dayMs + ms;
  const summer = local + 4 * hourMs;
  const winter = local + 5 * hourMs;
  // In the November hour both readings are true; the earlier instant is the summer one. In the March hour neither is.
  const epochMs = offsetAt(summer) === -4 * hourMs ? summer : winter;
  return new Date(epochMs).toISOString();
}
