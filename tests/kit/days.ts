import { todayInQuebec } from '#domain/calendar/civil-day.ts';

/**
 * A day of the calendar in Québec, so many from today (negative: before), as YYYY-MM-DD. Neither the database's day nor the one of an
 * instant in UTC: from seven or eight in the evening in Québec these are tomorrow.
 */
export function dayFromToday(days = 0): string {
  const today = Date.parse(`${todayInQuebec(new Date().toISOString())}T12:00:00Z`);
  return new Date(today + days * 86_400_000).toISOString().slice(0, 10);
}
