import { describe, expect, test } from '@jest/globals';
import { absenceDays, absenceInTheWay, absencesMeet, lateAfterChange, noticeOf } from './absence.ts';

const away = (firstDay: string, lastDay: string) => ({ firstDay, lastDay });

describe('what is told of an absence', () => {
  test.each([
    ['a week', { ...away('2026-07-01', '2026-07-07'), toldOn: '2026-06-30' }, 'notNeeded'],
    ['a day more, two weeks ahead', { ...away('2026-07-15', '2026-07-22'), toldOn: '2026-07-01' }, 'inTime'],
    ['a day more, a day too late', { ...away('2026-07-15', '2026-07-22'), toldOn: '2026-07-02' }, 'late'],
    ['over the change of time', { ...away('2026-11-01', '2026-11-07'), toldOn: '2026-10-31' }, 'notNeeded'],
    ['one that has begun', { ...away('2026-07-01', '2026-07-31'), toldOn: '2026-07-03' }, 'late'],
  ] as const)('F-137 T-06 more than a week is told two weeks ahead: %s', (_what, { toldOn, ...absence }, notice) => {
    expect(noticeOf(absence, toldOn)).toBe(notice);
  });

  test('F-137 an absence told in time stays so while its first day does not move', () => {
    const told = { ...away('2026-07-15', '2026-07-31'), late: false };
    expect(lateAfterChange(told, away('2026-07-15', '2026-08-15'), '2026-07-20')).toBe(false);
    expect(lateAfterChange(told, away('2026-07-10', '2026-07-31'), '2026-07-01')).toBe(true);
    expect(lateAfterChange({ ...told, late: true }, away('2026-07-15', '2026-08-15'), '2026-07-20')).toBe(true);
    const short = { ...away('2026-07-15', '2026-07-16'), late: false };
    expect(lateAfterChange(short, away('2026-07-15', '2026-07-31'), '2026-07-14')).toBe(true);
  });

  test('both ends are days of it', () => {
    expect(absenceDays(away('2026-03-06', '2026-03-10'))).toBe(5);
    expect(absencesMeet(away('2026-03-06', '2026-03-10'), away('2026-03-10', '2026-03-12'))).toBe(true);
    expect(absencesMeet(away('2026-03-06', '2026-03-10'), away('2026-03-11', '2026-03-12'))).toBe(false);
  });
});

test('F-137 no new mediation is suggested during an absence, nor in the two weeks before a long one', () => {
  const long = away('2026-07-15', '2026-07-31');
  const short = away('2026-07-15', '2026-07-16');
  const inTheWay = (absence: typeof long, today: string) => absenceInTheWay([absence], today) !== null;
  expect(['2026-06-30', '2026-07-01', '2026-07-31', '2026-08-01'].map((day) => inTheWay(long, day))).toEqual([
    false,
    true,
    true,
    false,
  ]);
  expect(['2026-07-14', '2026-07-15', '2026-07-16', '2026-07-17'].map((day) => inTheWay(short, day))).toEqual([
    false,
    true,
    true,
    false,
  ]);
});
