import { Temporal } from 'temporal-polyfill';

/**
 * The same questions as domain/calendar/civil.ts, asked of TC39 Temporal and the time-zone database. It is the oracle of the property tests and never runs
 * inside a workflow (too heavy for the sandbox, and a time-zone update would change the past of a running dossier).
 */
const zone = 'America/Toronto';

/** Reading of the clock in Québec, as `yyyy-mm-ddThh:mm:ss.sss`. */
export function referenceWallClock(instant: string): string {
  return Temporal.Instant.from(instant)
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString({ fractionalSecondDigits: 3 });
}

function toIso(moment: Temporal.ZonedDateTime): string {
  return new Date(moment.epochMilliseconds).toISOString();
}

/** `limitAfter` (domain/calendar/durations.ts) of days, by the reference. */
export function referenceLimit(from: string, after: number | { years: number }): string {
  const length = typeof after === 'number' ? { days: after } : after;
  const date = Temporal.Instant.from(from).toZonedDateTimeISO(zone).toPlainDate().add(length);
  return toIso(date.toPlainDateTime('23:59:59.999').toZonedDateTime(zone));
}

/** 09:00 of the day `days` after (or before, when negative), by the reference. */
export function referenceMorning(from: string, days: number): string {
  const date = Temporal.Instant.from(from).toZonedDateTimeISO(zone).toPlainDate().add({ days });
  return toIso(date.toPlainDateTime('09:00').toZonedDateTime(zone));
}

/** Same reading of the clock `days` later, by the reference. */
export function referenceSameTime(from: string, days: number): string {
  const local = Temporal.Instant.from(from).toZonedDateTimeISO(zone).toPlainDateTime().add({ days });
  return toIso(local.toZonedDateTime(zone, { disambiguation: 'compatible' }));
}
