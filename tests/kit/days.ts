import { dayInQuebec } from '#domain/calendar/civil-day.ts';

/**
 * A day of the calendar in Québec, so many from today (negative: before), as YYYY-MM-DD. Neither the database's day nor the one of an
 * instant in UTC: from seven or eight in the evening in Québec these are tomorrow.
 */
export const dayFromToday = (days = 0): string => dayInQuebec(new Date().toISOString(), days);
