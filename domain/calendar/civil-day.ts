import { civilDate, dayMs, dayNumberAt, instantAt } from './civil.ts';

/** The civil day in Québec at an instant, `YYYY-MM-DD`. */
export function todayInQuebec(instant: string): string {
  return dayInQuebec(instant, 0);
}

/** The civil day in Québec so many days after the one of an instant (negative: before), `YYYY-MM-DD`. */
export function dayInQuebec(instant: string, days: number): string {
  const { year, month, day } = civilDate(dayNumberAt(instant) + days);
  return [year, String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
}

/** Last instant of a civil day in Québec; null when there is no such day. */
export function endOfDay(date: string): string | null {
  const utc = Date.parse(`${date}T00:00:00Z`);
  // eslint-disable-next-line no-restricted-syntax -- told from itself: no instant is asked for its day.
  if (Number.isNaN(utc) || new Date(utc).toISOString().slice(0, 10) !== date) return null;
  return instantAt(Math.floor(utc / dayMs), dayMs - 1);
}
