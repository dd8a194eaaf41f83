import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { cleanLine, cleanText, keyboardLine, namesNothing, saysNothing, seenLine } from './clean.ts';
import { spelledCode, spelledNumber } from './codes.ts';
import { readDay } from './civil-date.ts';
import { readPostalCode } from './postal-code.ts';

/** What comes with a paste, a keyboard or a dictation and is not seen. */
const unseen = [
  ...['\u200b', '\u2060', '\ufeff', '\u00ad', '\u202a', '\u202c', '\u202e', '\u2066', '\u2069', '\u0000', '\u001b'],
  ...['\u180e', '\u2063', '\ufffc', '\u{e0041}', '\u034f', '\u3164', '\u007f', '\ufdd0'],
];
const anyUnseen = fc.array(fc.constantFrom(...unseen, '\u200c', '\u200d', '\u200e', '\u200f', '\u061c', '\ufe0f'), {
  maxLength: 3,
});
const anySpace = fc.constantFrom(...' \u00a0\u202f\u2009\u2007\u3000\u205f\u2800\t');
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc
    .array(
      fc.constantFrom(
        ...[...unseen, '\u200c', '\u200d', '\u200e', '\u061c', '\ufe0f', '\u2028', '\r', '\n', '\ud800', '\udc00'],
        ...[
          'e',
          '\u0301',
          '\u0345',
          'ب',
          '\u064b',
          'क',
          '\u094d',
          '👩',
          '🔧',
          '❤',
          '🏴',
          '\u{e0067}',
          '\u{e007f}',
          ' ',
        ],
      ),
    )
    .map((pieces) => pieces.join('')),
  // More marks on a letter than it can carry, with something between them that goes.
  fc
    .array(
      fc.oneof(
        fc.constantFrom('e', 'q', '\u00c5', 'か', 'क', '\u200c', '\u200d', '\u200e', '\ufe0f', '\u0345', '\u0f73'),
        fc
          .tuple(fc.constantFrom('\u0301', '\u0323', '\ufe0f', '\u3099'), fc.integer({ min: 25, max: 40 }))
          .map(([mark, times]) => mark.repeat(times)),
      ),
      { maxLength: 12 },
    )
    .map((pieces) => pieces.join('')),
);

/** A line with what is not seen between its characters, and other spaces. */
const disguised = (line: string) =>
  fc
    .array(fc.tuple(anyUnseen, anySpace), { minLength: line.length + 1, maxLength: line.length + 1 })
    .map((between) =>
      [...line, ''].map((one, at) => `${between[at]![0].join('')}${one === ' ' ? between[at]![1] : one}`).join(''),
    );

describe('what people type is cleaned in one place', () => {
  test('cleaning again changes nothing, whatever the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const clean of [cleanText, cleanLine, seenLine, keyboardLine]) {
          expect(clean(clean(text))).toBe(clean(text));
        }
      }),
      { numRuns: 3_000 },
    );
  });

  test('what cannot be seen goes, and what can be seen stays', () => {
    fc.assert(
      fc.property(fc.constantFrom('Zoé D’Amours', 'Nord-du-Québec', '514 555-0199', 'a1 b2'), (line) => {
        fc.assert(
          fc.property(disguised(line), (typed) => expect([typed, seenLine(typed)]).toEqual([typed, line])),
          { numRuns: 200 },
        );
      }),
      { numRuns: 4 },
    );
  });

  test.each(['👩‍🔧', '❤️‍🔥', '🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}', '5️⃣', 'می‌خواهم', 'क्‍ष', '葛󠄀'])(
    '%s needs what is not seen in it, and keeps it',
    (text) => {
      expect(cleanText(text)).toBe(text.normalize('NFC'));
      expect(cleanLine(text)).toBe(text.normalize('NFC'));
    },
  );

  test.each([
    ['a text marked from right to left keeps its marks', cleanLine('\u200fשלום (12)\u200f'), '\u200fשלום (12)\u200f'],
    ['a line of ours does not', cleanLine('\u200eClaire\u200e'), 'Claire'],
    ['joiners between letters of ours go', cleanText('Cl\u200daire\u200c'), 'Claire'],
    ['tags that make no flag go', cleanText('Bon\u{e0062}\u{e006f}jour'), 'Bonjour'],
    ['overrides, control characters and lone surrogates go', cleanText('a\u202eb\u0000c\r\nd\ud800'), 'abc\nd\ufffd'],
    ['lines end in one way', cleanText('a\r\nb\rc\u2028d\u2029e'), 'a\nb\nc\nd\ne'],
    ['accented letters have one form', cleanText('Zoe\u200b\u0301'), 'Zoé'],
    ['what selects a look goes from a letter of ours that has marks', cleanText('e\u200c\u0301\ufe0f'), 'é'],
    ['also before its accent', cleanText('e\ufe0f\u0301\ufe0f q\u0301\ufe0f'), 'é q\u0301'],
    ['hyphens of word processors are hyphens', cleanLine('Jean\u2011Pierre\u00a0\u00a0Roy '), 'Jean-Pierre Roy'],
    ['other dashes say what they say', cleanLine('Québec – Lévis — 2'), 'Québec – Lévis — 2'],
    ['codes are read as on a keyboard', keyboardLine('Ｇ６Ｖ–３Ｋ８ ’٣′'), "G6V-3K8 '3'"],
  ])('%s', (_what, cleaned, expected) => expect(cleaned).toBe(expected));

  test('digits of any writing are digits', () => {
    const digits = Array.from({ length: 0x1ffff }, (_, code) => String.fromCodePoint(code)).filter((one) =>
      /\p{Nd}/u.test(one),
    );
    expect(digits.length).toBeGreaterThan(500);
    expect(digits.map(keyboardLine).join('')).toBe('0123456789'.repeat(digits.length / 10));
  });

  test('thousands of marks on a letter are put in order in no time', () => {
    expect([...cleanText(`a${'\u0301\u0323'.repeat(50_000)}`)].length).toBeLessThan(40);
  });
});

describe('what says nothing is refused', () => {
  test('a text in which nothing is seen, however long', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...unseen, ' ', '\n', '\u00a0', '\u2800', '\u200d', '\ufe0f', '\u0301')),
        (pieces) => {
          expect(saysNothing(pieces.join(''))).toBe(true);
          expect(namesNothing(pieces.join(''))).toBe(true);
        },
      ),
    );
    for (const text of ['?', '👍', '.', 'a', '\u{1fadc}', '\u{1faea}'])
      expect([text, saysNothing(text)]).toEqual([text, false]);
  });

  test.each(['-', '…', ' . ', '—', '?!', "''", '\u0301'])('%j names nothing', (line) =>
    expect(namesNothing(line)).toBe(true),
  );
  test.each(['A', '7', 'É.', '李', '☕', '١', '12-B'])('%s names something', (line) =>
    expect(namesNothing(line)).toBe(false),
  );
});

describe('postal codes', () => {
  const code = fc
    .tuple(
      fc.constantFrom(...'ABCEGHJKLMNPRSTVXY'),
      fc.constantFrom(...'ABCEGHJKLMNPRSTVWXYZ'),
      fc.constantFrom(...'ABCEGHJKLMNPRSTVWXYZ'),
    )
    .chain(([one, two, three]) =>
      fc.array(fc.nat(9), { minLength: 3, maxLength: 3 }).map(([a, b, c]) => `${one}${a}${two} ${b}${three}${c}`),
    );

  test('a code is read however it is typed, and read again as itself', () => {
    fc.assert(
      fc.property(
        code.chain((one) => fc.tuple(fc.constant(one), disguised(one))),
        ([one, typed]) => {
          for (const way of [
            one,
            typed,
            one.toLowerCase(),
            one.replace(' ', '–'),
            one.replace(' ', ''),
            one.replaceAll('0', 'O'),
          ]) {
            expect([way, readPostalCode(way)]).toEqual([way, one]);
          }
        },
      ),
    );
  });

  test.each(['', 'D2X 1Y4', 'H2X 1Y', 'H2X 1Y44', '90210', 'H2O 1Y4', 'HHX 1Y4', 'H2X_1Y4'])('%j is none', (typed) =>
    expect(readPostalCode(typed)).toBeNull(),
  );
});

describe('days as people write them', () => {
  test.each([
    '2026-03-12',
    '2026/3/12',
    '2026.03.12',
    '20260312',
    '12 mars 2026',
    'le 12 mars 2026',
    'jeudi 12 mars 2026',
    'Le jeudi, 12 mars 2026.',
    '12-mars-2026',
    'March 12, 2026',
    'Thursday, March 12, 2026',
    'mar. 12 2026',
    '12th of March 2026',
    '12\u00a0MARS\u202f2026\u200b',
    '2026‑03‑12',
    '٢٠٢٦-٠٣-١٢',
  ])('%s is the twelfth of March', (typed) => expect(readDay(typed)).toBe('2026-03-12'));

  test.each([
    ['1er août 2026', '2026-08-01'],
    ['1 aout 2026', '2026-08-01'],
    ['25/03/2026', '2026-03-25'],
    ['03/25/2026', '2026-03-25'],
    ['3-3-2026', '2026-03-03'],
    ['29 févr. 2028', '2028-02-29'],
  ])('%s is %s', (typed, day) => expect(readDay(typed)).toBe(day));

  test.each([
    '',
    '05/03/2026',
    '12/03/26',
    '31 février 2026',
    '2026-13-01',
    '2026-02-30',
    '12 marz 2026',
    '2026312',
    'hier',
    '12/03-2026',
  ])('%j is not one day', (typed) => expect(readDay(typed)).toBeNull());

  test('each day is read as itself, in the words of both languages', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true }),
        (date) => {
          const iso = date.toISOString().slice(0, 10);
          for (const language of ['fr-CA', 'en-CA']) {
            for (const month of ['long', 'short'] as const) {
              const said = date.toLocaleDateString(language, {
                day: 'numeric',
                month,
                year: 'numeric',
                timeZone: 'UTC',
              });
              expect([said, readDay(said)]).toEqual([said, iso]);
            }
          }
        },
      ),
    );
  });
});

describe('codes and numbers that were copied or dictated', () => {
  test.each([
    '7KQM-4XPT-1R20',
    '7kqm 4xpt 1r20',
    '7KQM4XPT1R20',
    '7KQM–4XPT–IR2O',
    ' \u200b7kqm\u20114xpt\u2011lr2o.',
    '７ＫＱＭ－４ＸＰＴ－１Ｒ２０',
    'Code d’accès : 7KQM-4XPT-1R20',
    '7 K Q M 4 X P T 1 R 2 0',
  ])('%s is the code 7KQM4XPT1R20', (typed) => expect(spelledCode(typed)).toBe('7KQM4XPT1R20'));

  test.each(['7KQM-4XPT', '7KQM-4XPT-1R200', '', '7KQM-4XPT-1R2'])('%j is not', (typed) =>
    expect(spelledCode(typed)).not.toBe('7KQM4XPT1R20'),
  );

  test.each([
    '2026-000042',
    'R2026-000042',
    'r 2026 - 000042',
    'R2026000042',
    'No R2026–000042',
    'Dossier 2026\u2011000042',
    '2O26-OOOO42',
    '2026 000 042',
    '２０２６－００００４２',
  ])('%s is the number 2026-000042', (typed) => expect(spelledNumber(typed)).toBe('2026-000042'));
  test.each(['', 'R', '2026', '2026-0042', 'X2026000042', '2026-000042 et 2026-000043'])(
    '%j is no such number',
    (typed) => expect(spelledNumber(typed)).not.toBe('2026-000042'),
  );
  test('numbers after the millionth keep their digits', () =>
    expect(spelledNumber('R2026-1234567')).toBe('2026-1234567'));
});
