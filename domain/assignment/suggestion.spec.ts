import { describe, expect, test } from '@jest/globals';
import { bestFirst, suggestEach } from './suggestion.ts';

type Of = { id: string; language: string; earlier: number; load: number; away: object | null };
const someone = (id: string, of: Partial<Of> = {}): Of => ({
  id,
  language: 'fr',
  earlier: 0,
  load: 0,
  away: null,
  ...of,
});
const order = (...candidates: Of[]) => bestFirst(candidates, 'fr').map(({ id }) => id);

describe('B-11 who is suggested for a mediation', () => {
  test('the language, then whoever never dealt with the merchant, then the lightest load', () => {
    expect(
      order(
        someone('english', { language: 'en' }),
        someone('knows', { earlier: 1 }),
        someone('busy', { load: 3 }),
        someone('free', { load: 1 }),
      ),
    ).toEqual(['free', 'busy', 'knows', 'english']);
  });

  test('F-137 a person who is away comes last and is suggested for nothing, also when nobody else is there', () => {
    expect(order(someone('away', { away: {} }), someone('english', { language: 'en', load: 9 }))).toEqual([
      'english',
      'away',
    ]);
    expect(bestFirst([someone('away', { away: {} })], 'fr').map(({ suggested }) => suggested)).toEqual([false]);
  });

  test('F-121 several dossiers are shared out, each in its language', () => {
    const candidates = [
      someone('one', { load: 1 }),
      someone('two', { load: 2 }),
      someone('english', { language: 'en' }),
    ];
    const dossiers = ['a', 'b', 'c'].map((id) => ({ id, language: id === 'c' ? 'en' : 'fr', candidates }));
    expect([...suggestEach(dossiers)]).toEqual([
      ['a', 'one'],
      ['b', 'one'],
      ['c', 'english'],
    ]);
    const again = ['a', 'b', 'c', 'd'].map((id) => ({ id, language: 'fr', candidates }));
    expect([...suggestEach(again).values()]).toEqual(['one', 'one', 'two', 'one']);
    expect(suggestEach([{ id: 'a', language: 'fr', candidates: [someone('away', { away: {} })] }]).get('a')).toBeNull();
  });
});
