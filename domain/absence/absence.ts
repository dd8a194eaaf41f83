import { dayMs } from '../calendar/civil.ts';

/** Days on which a mediator is away, the first and the last one included: civil days in Québec, `YYYY-MM-DD`. */
export type Absence = { firstDay: string; lastDay: string };

/** F-137, T-06: an absence of more than so many days is told the Office so many days ahead. */
export const absenceNotice = { longerThan: 7, ahead: 14 } as const;

/** How an absence was told: it is short enough to need no notice, it came in time, or it came late (and is taken all the same). */
export type Notice = 'notNeeded' | 'inTime' | 'late';

/** How many days an absence lasts. */
export function absenceDays({ firstDay, lastDay }: Absence): number {
  return daysBetween(firstDay, lastDay) + 1;
}

/** F-137, T-06: how an absence told on a day was told. */
export function noticeOf(absence: Absence, toldOn: string): Notice {
  if (absenceDays(absence) <= absenceNotice.longerThan) return 'notNeeded';
  return daysBetween(toldOn, absence.firstDay) >= absenceNotice.ahead ? 'inTime' : 'late';
}

/**
 * Whether an absence is a late one after its days were changed: one that was told in time stays so while its first day does not move, however its end
 * does.
 */
export function lateAfterChange(before: Absence & { late: boolean }, after: Absence, changedOn: string): boolean {
  const toldBefore = absenceDays(before) > absenceNotice.longerThan && before.firstDay === after.firstDay;
  return noticeOf(after, changedOn) === 'late' && !(toldBefore && !before.late);
}

/** Whether two absences share a day. */
export function absencesMeet(one: Absence, other: Absence): boolean {
  return one.firstDay <= other.lastDay && other.firstDay <= one.lastDay;
}

/**
 * The absence for which no new mediation is suggested to a mediator: one that has begun, or a long one that begins within the days of notice, since the
 * first weeks are when the parties need an answer. Null when there is none.
 */
export function absenceInTheWay<Each extends Absence>(absences: readonly Each[], today: string): Each | null {
  const found = absences.find(
    (each) =>
      each.lastDay >= today &&
      (each.firstDay <= today ||
        (absenceDays(each) > absenceNotice.longerThan && daysBetween(today, each.firstDay) <= absenceNotice.ahead)),
  );
  return found ?? null;
}

function daysBetween(from: string, until: string): number {
  return Math.round((Date.parse(until) - Date.parse(from)) / dayMs);
}
