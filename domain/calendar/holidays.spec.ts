import fc from 'fast-check';
import { civilDate, dayNumber, weekday } from './civil.ts';
import { limitAfter, morningAfter, sameTimeAfter } from './durations.ts';
import { easterSunday, holidaysOf, isBusinessDay, shiftBusinessDays } from './holidays.ts';

function iso(number: number): string {
  const { year, month, day } = civilDate(number);
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function day(text: string): number {
  const [year = 0, month = 0, date = 0] = text.split('-').map(Number);
  return dayNumber({ year, month, day: date });
}

describe('Québec’s holidays', () => {
  test('B-02 of 2026', () => {
    expect(holidaysOf(2026).map(iso)).toEqual([
      '2026-01-01',
      '2026-01-02',
      '2026-04-03',
      '2026-04-06',
      '2026-05-18',
      '2026-06-24',
      '2026-07-01',
      '2026-09-07',
      '2026-10-12',
      '2026-12-24',
      '2026-12-25',
      '2026-12-26',
      '2026-12-31',
    ]);
  });

  test('B-02 Easter, as the church printed it', () => {
    const printed = ['2008-03-23', '2011-04-24', '2019-04-21', '2024-03-31', '2025-04-20', '2026-04-05', '2038-04-25'];
    expect(printed.map((date) => iso(easterSunday(Number(date.slice(0, 4)))))).toEqual(printed);
  });

  test('B-02 24 June and 1 July pass to the Monday when they fall on a Sunday', () => {
    expect(holidaysOf(2029).map(iso)).toEqual(expect.arrayContaining(['2029-06-25', '2029-07-02']));
    expect(holidaysOf(2028).map(iso)).toEqual(expect.arrayContaining(['2028-06-24', '2028-07-01']));
  });

  test('B-02 the Journée nationale des patriotes is the Monday before 25 May, never that day itself', () => {
    // 25 May 2026 and 2037 are Mondays.
    expect(holidaysOf(2026).map(iso)).toContain('2026-05-18');
    expect(holidaysOf(2037).map(iso)).toContain('2037-05-18');
    expect(holidaysOf(2027).map(iso)).toContain('2027-05-24');
  });

  test('B-02 each year to 2100 has its thirteen, the moveable ones on their weekdays', () => {
    for (let year = 2007; year <= 2100; year += 1) {
      const holidays = holidaysOf(year);
      expect(new Set(holidays).size).toBe(13);
      const [, , friday, monday, patriots, june, july, labour, thanks] = holidays.map(weekday);
      expect([friday, monday, patriots, labour, thanks]).toEqual([5, 1, 1, 1, 1]);
      expect(june).not.toBe(0);
      expect(july).not.toBe(0);
    }
  });
});

describe('business days', () => {
  test('B-02 neither a weekend nor a holiday', () => {
    const days = ['2026-11-24', '2026-11-28', '2026-11-29', '2026-12-25', '2026-12-28', '2026-06-24'];
    expect(days.map((text) => isBusinessDay(day(text)))).toEqual([true, false, false, false, true, false]);
  });

  test('B-02 the fifth business day before Christmas, over the holidays', () => {
    // Monday 21 December: 22, 23, 28, 29, 30.
    expect(iso(shiftBusinessDays(day('2026-12-21'), 5))).toBe('2026-12-30');
    expect(iso(shiftBusinessDays(day('2026-12-30'), 1))).toBe('2027-01-04');
    expect(iso(shiftBusinessDays(day('2027-01-04'), -1))).toBe('2026-12-30');
  });

  test('B-02 limits and mornings count them too', () => {
    expect(morningAfter('2026-12-21T15:00:00.000Z', { businessDays: 5 })).toBe('2026-12-30T14:00:00.000Z');
    expect(limitAfter('2026-12-21T15:00:00.000Z', { businessDays: 5 })).toBe('2026-12-31T04:59:59.999Z');
    expect(sameTimeAfter('2026-12-21T15:00:00.000Z', { businessDays: 5 })).toBe('2026-12-30T15:00:00.000Z');
  });

  test('B-02 the n-th one is a business day, with exactly n of them on the way', () => {
    const numbers = fc.integer({ min: day('2007-01-01'), max: day('2100-01-01') });
    fc.assert(
      fc.property(numbers, fc.integer({ min: 1, max: 40 }), (number, n) => {
        const reached = shiftBusinessDays(number, n);
        const between = Array.from({ length: reached - number }, (_, index) => number + 1 + index);
        expect(isBusinessDay(reached)).toBe(true);
        expect(between.filter(isBusinessDay)).toHaveLength(n);
        expect(shiftBusinessDays(number, 0)).toBe(number);
      }),
      { numRuns: 1000 },
    );
  });
});
