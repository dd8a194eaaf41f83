import fc from 'fast-check';
import { civilDate, dayMs, dayNumber, dayNumberAt, instantAt, nthWeekday, wallClockAt, weekday } from './civil.ts';
import { limitAfter, morningAfter, morningBefore, sameTimeAfter } from './durations.ts';
import {
  referenceLimit,
  referenceMorning,
  referenceSameTime,
  referenceWallClock,
} from '../testing/calendar-reference.ts';

const from = Date.parse('2007-04-01T00:00:00.000Z');
const until = Date.parse('2100-12-31T23:59:59.999Z');
const hour = 3_600_000;

/** Instants of the years 2007 to 2100; every third one within two hours of a change of time, every ninth on a leap day. */
const instants = fc
  .oneof(
    { weight: 5, arbitrary: fc.integer({ min: from, max: until }) },
    {
      weight: 3,
      arbitrary: fc
        .tuple(fc.integer({ min: 2007, max: 2099 }), fc.boolean(), fc.integer({ min: -2 * hour, max: 2 * hour }))
        .map(([year, spring, shift]) =>
          spring
            ? nthWeekday(2, { weekday: 0, month: 3, year }) * dayMs + 7 * hour + shift
            : nthWeekday(1, { weekday: 0, month: 11, year }) * dayMs + 6 * hour + shift,
        )
        .filter((ms) => ms >= from),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.integer({ min: 502, max: 524 }), fc.integer({ min: 0, max: dayMs - 1 }))
        .map(([quarter, ms]) => dayNumber({ year: quarter * 4, month: 2, day: 29 }) * dayMs + ms),
    },
  )
  .map((ms) => new Date(ms).toISOString());

const days = fc.integer({ min: 0, max: 400 });
const runs = { numRuns: 3000 };

function written(instant: string): string {
  const { date, ms } = wallClockAt(instant);
  const day = `${date.year}-${String(date.month).padStart(2, '0')}-${String(date.day).padStart(2, '0')}`;
  return `${day}T${new Date(ms).toISOString().slice(11, 23)}`;
}

describe('civil time in Québec by arithmetic equals the reference, 2007 to 2100', () => {
  test('F-056 what the clock shows', () => {
    fc.assert(
      fc.property(instants, (instant) => {
        expect(written(instant)).toBe(referenceWallClock(instant));
      }),
      runs,
    );
  });

  test('F-056 F-103 F-142 a limit of N days', () => {
    fc.assert(
      fc.property(instants, days, (instant, n) => {
        expect(limitAfter(instant, { days: n })).toBe(referenceLimit(instant, n));
      }),
      runs,
    );
  });

  test('A-05 A-06 B-02 nine in the morning, N days after or before', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: 1, max: 400 }), (instant, n) => {
        expect(morningAfter(instant, { days: n })).toBe(referenceMorning(instant, n));
        // The reference knows the rules from before 2007, which no dossier can meet: stay on this side.
        const limit = referenceLimit(instant, n + 1);
        expect(morningBefore(limit, { days: n }, '2000-01-01T00:00:00.000Z')).toBe(referenceMorning(limit, -n));
      }),
      runs,
    );
  });

  test('F-105 the same time of day, N days later', () => {
    fc.assert(
      fc.property(instants, days, (instant, n) => {
        expect(sameTimeAfter(instant, { days: n })).toBe(referenceSameTime(instant, n));
      }),
      runs,
    );
  });

  test('F-056 reading the clock and setting it are inverse, but for the hour that comes twice', () => {
    fc.assert(
      fc.property(instants, (instant) => {
        const { date, ms } = wallClockAt(instant);
        const back = Date.parse(instant) - Date.parse(instantAt(dayNumber(date), ms));
        expect([0, hour]).toContain(back);
      }),
      runs,
    );
  });
});

describe('changes of time and leap days, by hand', () => {
  test('F-056 02:30 on 8 March 2026 does not exist: an hour later is meant', () => {
    expect(instantAt(dayNumber({ year: 2026, month: 3, day: 8 }), 2.5 * hour)).toBe('2026-03-08T07:30:00.000Z');
  });

  test('F-056 01:30 on 1 November 2026 comes twice: the first is meant', () => {
    expect(instantAt(dayNumber({ year: 2026, month: 11, day: 1 }), 1.5 * hour)).toBe('2026-11-01T05:30:00.000Z');
  });

  test('F-056 fourteen days across the end of summer time last an hour more, and end with the day all the same', () => {
    expect(limitAfter('2026-10-25T12:00:00.000Z', { days: 14 })).toBe('2026-11-09T04:59:59.999Z');
    expect(limitAfter('2026-10-12T12:00:00.000Z', { days: 14 })).toBe('2026-10-27T03:59:59.999Z');
  });

  test.each([
    ['2027-06-15T17:00:00.000Z', '2028-06-16T03:59:59.999Z'],
    ['2028-02-28T17:00:00.000Z', '2029-03-01T04:59:59.999Z'],
    ['2028-02-29T17:00:00.000Z', '2029-03-01T04:59:59.999Z'],
    ['2028-03-01T17:00:00.000Z', '2029-03-02T04:59:59.999Z'],
  ])(
    'F-142 a year after %s ends with the same day of the next, whether 29 February falls within or not',
    (from, end) => {
      expect(limitAfter(from, { years: 1 })).toBe(end);
    },
  );

  test('F-142 29 February has its number', () => {
    expect(civilDate(dayNumber({ year: 2028, month: 2, day: 29 }) + 1)).toEqual({ year: 2028, month: 3, day: 1 });
  });

  test('F-056 a day begins at midnight in Québec, not at midnight UTC', () => {
    expect(civilDate(dayNumberAt('2026-07-01T03:59:59.999Z'))).toEqual({ year: 2026, month: 6, day: 30 });
    expect(civilDate(dayNumberAt('2026-07-01T04:00:00.000Z'))).toEqual({ year: 2026, month: 7, day: 1 });
  });

  test('B-02 24 November 2026 is a Tuesday', () => {
    expect(weekday(dayNumber({ year: 2026, month: 11, day: 24 }))).toBe(2);
  });
});

describe('seconds', () => {
  test('B-02 are elapsed time, exact, in every kind of moment', () => {
    const start = '2026-03-08T06:59:30.000Z';
    const end = '2026-03-08T07:00:30.000Z';
    expect(limitAfter(start, { seconds: 60 })).toBe(end);
    expect(morningAfter(start, { seconds: 60 })).toBe(end);
    expect(sameTimeAfter(start, { seconds: 60 })).toBe(end);
    expect(morningBefore(end, { seconds: 20 }, start)).toBe('2026-03-08T07:00:10.000Z');
  });

  test('A-05 a warning that would fall before its limit was known is not given', () => {
    expect(morningBefore('2026-03-20T03:59:59.999Z', { days: 7 }, '2026-03-15T12:00:00.000Z')).toBeNull();
    expect(morningBefore('2026-03-08T07:00:30.000Z', { seconds: 60 }, '2026-03-08T07:00:00.000Z')).toBeNull();
  });
});
