import { civilDate, dayNumber, dayNumberAt, instantAt } from '../calendar/civil.ts';
import type { Instant } from '../calendar/instant.ts';

/** Whole months, both included: `YYYY-MM`, of Québec. */
export type Period = { from: string; to: string };

/** The longest period, in months. */
export const mostMonths = 36;

const shape = /^\d{4}-(0[1-9]|1[0-2])$/;

/** The month of an instant and those before it, newest first. */
export function monthsUpTo(now: Instant, count: number): string[] {
  const { year, month } = civilDate(dayNumberAt(now));
  return Array.from({ length: count }, (_, back) => named(year * 12 + month - 1 - back));
}

/**
 * The period that is asked for, put in order and cut at {@link mostMonths} before its end; the last twelve months for what is no month, or still to come.
 */
export function periodOf(asked: { from: string | null; to: string | null }, now: Instant): Period {
  const [latest = ''] = monthsUpTo(now, 1);
  const read = (month: string | null) => (month !== null && shape.test(month) && month <= latest ? month : null);
  const [one, other] = [read(asked.from), read(asked.to)];
  const to = [other ?? latest, one ?? ''].sort().at(-1) ?? latest;
  const from = [one ?? named(indexOf(to) - 11), other ?? to].sort()[0] ?? to;
  return { from: [from, named(indexOf(to) - mostMonths + 1)].sort()[1] ?? from, to };
}

/** From the first instant of a period to that which follows it. */
export function boundsOf({ from, to }: Period): { from: Instant; until: Instant } {
  return { from: startOf(indexOf(from)), until: startOf(indexOf(to) + 1) };
}

const indexOf = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;
const named = (index: number): string => `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
const startOf = (index: number): Instant =>
  instantAt(dayNumber({ year: Math.floor(index / 12), month: (index % 12) + 1, day: 1 }), 0);
