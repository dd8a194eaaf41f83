import { describe, expect, test } from '@jest/globals';
import { mayDeclare, standInProblem, type StandIn } from './stand-in.ts';

const member = (id: string, role: 'respondent' | 'representative' = 'representative', merchantId = 'm1') => ({
  ...{ id, role, merchantId },
});
const members = [member('head', 'respondent'), member('ann'), member('bob'), member('eve', 'respondent', 'm2')];
type Days = [first: string, last: string];
const away = (userId: string, substituteId: string, days: Days = ['2026-07-01', '2026-07-10']): StandIn => ({
  ...{ userId, substituteId, merchantId: 'm1', firstDay: days[0], lastDay: days[1] },
});
const problem = (asked: StandIn, by: string, others: StandIn[] = []) =>
  standInProblem(asked, { by, members, others, today: '2026-07-05' });

describe('a colleague stands in for somebody who is away', () => {
  test('B-09 a person declares their own absence, and the respondent anybody’s of the company', () => {
    expect(problem(away('ann', 'bob'), 'ann')).toBeNull();
    expect(problem(away('ann', 'bob'), 'head')).toBeNull();
    expect(problem(away('ann', 'bob'), 'bob')).toBe('absence.not_yours');
    expect(problem(away('ann', 'bob'), 'eve')).toBe('absence.not_yours');
    expect(problem(away('gone', 'bob'), 'head')).toBe('absence.not_yours');
    expect(mayDeclare(undefined, away('ann', 'bob'))).toBe(false);
    expect(mayDeclare(member('eve', 'respondent', 'm2'), away('ann', 'bob'))).toBe(false);
  });

  test('B-09 the substitute is another member of the same company who is there on these days', () => {
    expect(problem(away('ann', 'ann'), 'ann')).toBe('absence.substitute');
    expect(problem(away('ann', 'eve'), 'ann')).toBe('absence.substitute');
    expect(problem(away('ann', 'bob'), 'ann', [away('bob', 'head', ['2026-07-10', '2026-07-12'])])).toBe(
      'absence.substitute_away',
    );
    expect(problem(away('ann', 'bob'), 'ann', [away('bob', 'head', ['2026-07-11', '2026-07-12'])])).toBeNull();
    expect(
      problem(away('ann', 'bob'), 'ann', [{ ...away('bob', 'eve', ['2026-07-01', '2026-07-12']), merchantId: 'm2' }]),
    ).toBeNull();
  });

  test('B-09 an absence is not over, and is told once', () => {
    expect(problem(away('ann', 'bob', ['2026-07-01', '2026-07-04']), 'ann')).toBe('absence.past');
    expect(problem(away('ann', 'bob', ['2026-07-01', '2026-07-05']), 'ann')).toBeNull();
    expect(problem(away('ann', 'bob'), 'ann', [away('ann', 'head', ['2026-07-10', '2026-07-20'])])).toBe(
      'absence.meets_declared',
    );
  });
});
