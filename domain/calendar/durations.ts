import { civilDate, dayMs, dayNumber, dayNumberAt, instantAt, wallClockAt } from './civil.ts';
import { shiftBusinessDays } from './holidays.ts';

/**
 * A length of time in a policy. `years`, `days` and `businessDays` are civil, in America/Toronto: a year ends on the same day of the month, on the
 * last of February for its 29th; `seconds` is elapsed time, meant for tests and demonstrations.
 */
export type Duration = { years: number } | { days: number } | { businessDays: number } | { seconds: number };

/** A duration as people are told it, in days; one of seconds counts as the days that it has begun. */
export function wholeDays(duration: Duration): number {
  if ('days' in duration) return duration.days;
  if ('years' in duration) return duration.years * 365;
  return 'seconds' in duration ? Math.ceil(duration.seconds / 86_400) : duration.businessDays;
}

/** Reminders and alerts come at nine in the morning, Québec time: inside working hours, before the day is planned. */
const morningMs = 9 * 3_600_000;

function addSeconds(instant: string, seconds: number): string {
  return new Date(Date.parse(instant) + seconds * 1000).toISOString();
}

/** Day number reached by going `sign` times a civil duration away from the civil day of an instant. */
function dayAway(instant: string, duration: Exclude<Duration, { seconds: number }>, sign: 1 | -1): number {
  const from = dayNumberAt(instant);
  if ('years' in duration) return yearsAway(from, sign * duration.years);
  return 'days' in duration ? from + sign * duration.days : shiftBusinessDays(from, sign * duration.businessDays);
}

/** The same day of the month some years away; the last day of February where that year has no 29th. */
function yearsAway(from: number, years: number): number {
  const { year, month, day } = civilDate(from);
  const there = dayNumber({ year: year + years, month, day });
  return civilDate(there).month === month ? there : there - 1;
}

/**
 * Last moment of a limit that people must keep (F-056, F-103, F-142, A-05, A-08, A-19, A-24): 23:59:59.999 in Québec on the N-th civil
 * day after the day of `from`: the first day is not counted, the last one is, whole (as article 83 of the Code of Civil Procedure counts;
 * unlike there, a limit that ends on a Saturday or a holiday is not extended, the platform being open every day). Business days likewise; `seconds` are elapsed time, exact.
 *
 * @example limitAfter('2026-11-01T15:00:00.000Z', { days: 14 }) // '2026-11-16T04:59:59.999Z'
 */
export function limitAfter(from: string, duration: Duration): string {
  if ('seconds' in duration) return addSeconds(from, duration.seconds);
  return instantAt(dayAway(from, duration, 1), dayMs - 1);
}

/**
 * When a reminder or an alert falls (A-05, A-06, B-02): 09:00 in Québec on the N-th civil or business day after the day of `from`.
 * `seconds` are exact.
 */
export function morningAfter(from: string, duration: Duration): string {
  if ('seconds' in duration) return addSeconds(from, duration.seconds);
  return instantAt(dayAway(from, duration, 1), morningMs);
}

/**
 * When a warning before a limit falls: 09:00 in Québec N days before the day of `limit`; `seconds` are exact. Null when that
 * is not after `since`, the moment from which the limit was known: nobody is reminded in the past.
 */
export function morningBefore(limit: string, duration: Duration, since: string): string | null {
  const at =
    'seconds' in duration ? addSeconds(limit, -duration.seconds) : instantAt(dayAway(limit, duration, -1), morningMs);
  return at > since && at < limit ? at : null;
}

/**
 * When « at least N days » have gone by (F-105 b): the same reading of the clock N civil days later, never sooner than 24-hour days by more
 * than a change of time explains. `seconds` are exact.
 */
export function sameTimeAfter(from: string, duration: Duration): string {
  if ('seconds' in duration) return addSeconds(from, duration.seconds);
  return instantAt(dayAway(from, duration, 1), wallClockAt(from).ms);
}
