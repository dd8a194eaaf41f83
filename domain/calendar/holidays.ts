import { civilDate, dayNumber, nthWeekday, weekday } from './civil.ts';

/**
 * Day number of Easter Sunday in the Gregorian calendar (Meeus, Jones and Butcher's algorithm).
 */
export function easterSunday(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  const day = ((h + l - 7 * m + 114) % 31) + 1;
  return dayNumber({ year, month, day });
}

/** A fixed holiday that is observed on the Monday when it falls on a Sunday. */
function fixedOrMonday(year: number, month: number, day: number): number {
  const number = dayNumber({ year, month, day });
  return weekday(number) === 0 ? number + 1 : number;
}

/**
 * Day numbers of a year's holidays in Québec: days on which nobody is expected to work on a dossier, so no reminder falls on them.
 *
 * - Act respecting labour standards, s. 60: 1 January, Good Friday **or** Easter Monday (both are observed here, as the public service and article
 *   82 of the Code of Civil Procedure do), the Monday before 25 May (Journée nationale des patriotes), 1 July (2 July when the 1st is a Sunday),
 *   Labour Day, the second Monday of October, 25 December.
 * - National Holiday Act, s. 2 and 5: 24 June, 25 June when the 24th is a Sunday.
 * - Code of Civil Procedure, art. 82 and 83: also 2 January and 26 December.
 * - Public service: also 24 and 31 December. When one of these falls on a weekend the government moves it by decree; such moves are not guessed: at
 *   worst a reminder comes on a day when offices are closed.
 */
export function holidaysOf(year: number): readonly number[] {
  let holidays = known.get(year);
  if (!holidays) known.set(year, (holidays = holidaysIn(year)));
  return holidays;
}

/** Each year once: a rule that counts business days asks for every day. */
const known = new Map<number, readonly number[]>();

function holidaysIn(year: number): number[] {
  const easter = easterSunday(year);
  const may25 = dayNumber({ year, month: 5, day: 25 });
  const mondayBeforeMay25 = may25 - ((weekday(may25) + 6) % 7 || 7);
  return [
    dayNumber({ year, month: 1, day: 1 }),
    dayNumber({ year, month: 1, day: 2 }),
    easter - 2,
    easter + 1,
    mondayBeforeMay25,
    fixedOrMonday(year, 6, 24),
    fixedOrMonday(year, 7, 1),
    nthWeekday(1, { weekday: 1, month: 9, year }),
    nthWeekday(2, { weekday: 1, month: 10, year }),
    dayNumber({ year, month: 12, day: 24 }),
    dayNumber({ year, month: 12, day: 25 }),
    dayNumber({ year, month: 12, day: 26 }),
    dayNumber({ year, month: 12, day: 31 }),
  ];
}

/** Whether people work on that day: neither a weekend nor one of {@link holidaysOf}. */
export function isBusinessDay(number: number): boolean {
  const day = weekday(number);
  return day !== 0 && day !== 6 && !holidaysOf(civilDate(number).year).includes(number);
}

/** Day number of the n-th business day strictly after (n > 0) or before (n < 0) a day; the day itself for 0. */
export function shiftBusinessDays(number: number, n: number): number {
  const step = n < 0 ? -1 : 1;
  let left = Math.abs(n);
  let day = number;
  while (left > 0) {
    day += step;
    if (isBusinessDay(day)) left -= 1;
  }
  return day;
}
