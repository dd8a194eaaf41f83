import { describe, expect, test } from '@jest/globals';
import { bestFirst, inField, reasonsFor, suggestEach, type InField } from './suggestion.ts';

type Of = { id: string; language: string; field: InField; earlier: number; load: number; away: object | null };
const someone = (id: string, of: Partial<Of> = {}): Of => ({
  id,
  language: 'fr',
  field: 'any',
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

  test('a field that fits comes before none stated, and one that does not after; never before the language or an earlier dispute', () => {
    expect(
      order(
        someone('other', { field: 'other' }),
        someone('any'),
        someone('theirs', { field: 'theirs', load: 9 }),
        someone('theirs, knows', { field: 'theirs', earlier: 1 }),
        someone('theirs, english', { field: 'theirs', language: 'en' }),
      ),
    ).toEqual(['theirs', 'any', 'other', 'theirs, knows', 'theirs, english']);
    expect([inField([], 'qualite'), inField(['qualite'], 'qualite'), inField(['autre'], 'qualite')]).toEqual([
      'any',
      'theirs',
      'other',
    ]);
  });

  test('why the first one is first: what is true of them, and no more', () => {
    const why = (suggested: string | null, ...candidates: Of[]) => reasonsFor(suggested, candidates, 'fr');
    const fit = someone('fit', { field: 'theirs', load: 1 });
    expect(why('fit', fit, someone('busy', { load: 2 }), someone('away', { away: {} }))).toEqual([
      'there',
      'language',
      'noEarlier',
      'field',
      'leastLoad',
    ]);
    expect(why('fit', fit, someone('idle'), someone('alike', { field: 'theirs', load: 2 }))).toContain('leastOfAlike');
    // With as much under way as another they still have the least; of those who are alike, only who has less.
    expect(why('fit', fit, someone('as busy', { load: 1 }))).toContain('leastLoad');
    const tied = why('fit', fit, someone('idle'), someone('as busy', { field: 'theirs', load: 1 }));
    const unlike = why('fit', fit, someone('idle'), someone('busy', { field: 'any', load: 2 }));
    for (const reasons of [tied, unlike]) expect(reasons).toEqual(['there', 'language', 'noEarlier', 'field']);
    expect(why('only', someone('only', { language: 'en', earlier: 1, field: 'other', load: 4 }))).toEqual(['there']);
    expect(why(null, fit)).toEqual([]);
    expect(why('away', someone('away', { away: {} }))).toEqual([]);
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
    const who = (given: Parameters<typeof suggestEach<Of>>[0]) =>
      [...suggestEach(given)].map(([id, suggestion]) => [id, suggestion?.id]);
    expect(who(dossiers)).toEqual([
      ['a', 'one'],
      ['b', 'one'],
      ['c', 'english'],
    ]);
    const again = ['a', 'b', 'c', 'd'].map((id) => ({ id, language: 'fr', candidates }));
    expect(who(again).map(([, id]) => id)).toEqual(['one', 'one', 'two', 'one']);
    // What was just suggested to somebody counts in the reasons of the next one.
    expect(suggestEach(again).get('c')?.reasons).toEqual(['there', 'language', 'noEarlier', 'leastOfAlike']);
    expect(suggestEach([{ id: 'a', language: 'fr', candidates: [someone('away', { away: {} })] }]).get('a')).toBeNull();
  });
});
