import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { formatMoney } from '#content/texts/format.ts';
import { checkProposal } from '#domain/agreement/check.ts';
import { isAmbiguousAmount } from '#domain/agreement/amounts.ts';
import { missingToSubmit } from '#domain/problem/missing-fields.ts';
import { isFormScreen, readScreen, shownValue, type ScreenField } from './filing-screens.ts';
import { moneyField, parseMoney, parsePercent } from './money.ts';
import { proposalValues, readProposal } from './proposal.ts';
import { wholeNumber } from './text.ts';

describe('amounts as people write them', () => {
  test.each([
    ['1 234,56 $', 123456],
    ['1,234.56', 123456],
    ['$50', 5000],
    ['0,5', 50],
    ['1.234.567', 123456700],
    ['12.5', 1250],
    ['1 234,56 $ CA', 123456],
    ['CA$1,234.56', 123456],
    ['$ 1 234,56', 123456],
    ['1 234.56 CAD', 123456],
    ['$1,234.56', 123456],
    ['$50 CAD', 5000],
    ['1\u00a0234,56\u00a0$', 123456],
    ['1\u202f234,56\u202f$', 123456],
    ['1\u2009234,56', 123456],
    ['1\u2007234,56\t$', 123456],
    ['1 234,56 $\u200b', 123456],
    ['\u202a1234,56\u202c', 123456],
    ['1’234.50', 123450],
    ["1'234'567", 123456700],
    ['\uff11\uff12\uff0e\uff15\uff10', 1250],
    ['12 dollars', 1200],
  ])('%j is read', (typed, cents) => expect(parseMoney(typed)).toBe(cents));

  test.each([
    ['nothing', ''],
    ['words', 'abc'],
    ['a sign', '-5'],
    ['a sign', '+5'],
    ['a sign', '\u22125'],
    ['four decimals', '1,2345'],
    ['groups of two', '12,34,5'],
    ['groups of two', '1,23,456'],
    ['a space for a comma', '1234 56'],
    ['a space for a comma', '99 99'],
    ['thousandths', '0,999'],
    ['thousandths', '1234,567'],
    ['thousandths', '1 234,567'],
    ['two decimal marks', '12.34.56'],
    ['mixed groups', '1 234,567.00'],
    ['an exponent', '1e3'],
    ['hexadecimal', '0x10'],
    ['digits of another script', '٣'],
    ['a superscript', '12²'],
    ['another currency', '50 US$'],
    ['another currency', '50 €'],
    ['two sums', '50 $ 60 $'],
    ['a mark between digits', '5$0'],
    ['an unfinished sum', '12,'],
    ['more than a billion dollars', '1234567890123'],
  ])('%s, %j, is no amount', (_kind, typed) => {
    expect(parseMoney(typed)).toBeNull();
    expect(isAmbiguousAmount(typed)).toBe(false);
  });

  test.each(['12,345', '12.345', '1,234', '999.000', '$12,345', '12,345 $'])(
    '%s is one of two sums: it is not guessed at, and the sentence says so (F-063, F-093)',
    (typed) => {
      expect(parseMoney(typed)).toBeNull();
      const content = readProposal({
        remedy: ['remboursement_partiel'],
        remboursement_partiel: { amount: typed, deadline: '2099-01-31' },
      });
      expect(checkProposal(content).map(({ code, field }) => [code, field])).toEqual([['amount.ambiguous', 'amount']]);
      const problem = readScreen('contract', { pricePaid: typed }, () => true);
      const missing = missingToSubmit({
        parties: {},
        problem: problem as never,
        proposal: { remedies: [], terms: '' },
        documents: [],
      });
      expect(missing.filter(({ field }) => field === 'pricePaid').map(({ code }) => code)).toEqual([
        'problem.pricePaidAmbiguous',
      ]);
    },
  );

  test.each(['1234 56', '0,999', '12,345', 'beaucoup'])(
    '%s stays as it was typed in what is kept, and is shown so again',
    (typed) => {
      const content = readProposal({ remedy: ['dommages'], dommages: { amount: typed } });
      for (const language of ['fr', 'en'] as const) {
        expect(proposalValues(content, language)).toMatchObject({ dommages: { amount: typed } });
        const kept = readScreen('contract', { pricePaid: typed }, () => true);
        expect(isFormScreen('contract')).toBe(true);
        expect(shownValue({ name: 'pricePaid', type: 'money' } as ScreenField, kept['pricePaid'], language)).toBe(
          typed,
        );
      }
    },
  );

  test('what a field shows is read back as the same cents, in both languages', () => {
    fc.assert(
      fc.property(cents, fc.constantFrom('fr' as const, 'en' as const), (sum, language) => {
        expect(parseMoney(moneyField(sum, language))).toBe(sum);
        expect(parseMoney(formatMoney(language, sum))).toBe(sum);
      }),
    );
  });

  test('a sum in any accepted style is read as that sum, and shown back as it in French and in English', () => {
    fc.assert(
      fc.property(cents, style, (sum, how) => {
        const typed = written(sum, how);
        // One group of thousands by a comma or a point, without cents, could be thousandths as well.
        if (/(^|\D)[1-9]\d{0,2}[.,]\d{3}$/.test(typed.replaceAll(/[^\d.,]/g, ''))) return;
        const read = parseMoney(typed);
        expect([typed, read]).toEqual([typed, sum]);
        for (const language of ['fr', 'en'] as const) expect(centsShown(formatMoney(language, read!))).toBe(sum);
      }),
      { numRuns: 2_000 },
    );
  });

  test('any string of digits, marks, spaces and signs is refused, or reads as the one sum it can be', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(..."0123456789012345678,, ..  \u00a0\u202f'’$-+"), { maxLength: 14 }),
        (marks) => {
          const typed = marks.join('');
          expect([typed, parseMoney(typed)]).toEqual([typed, onlySumOf(typed)]);
        },
      ),
      { numRuns: 40_000 },
    );
  });
});

describe('other numbers that are typed', () => {
  test.each([
    ['12,5 %', 12.5],
    ['12.5%', 12.5],
    ['50', 50],
    ['\u202f50\u00a0%\u200b', 50],
  ])('%j is a percentage', (typed, percent) => expect(parsePercent(typed)).toBe(percent));

  test.each(['douze', '1 2', '1,250', '5%0', '-5', '1e2', '50 % 60 %'])('%j is none', (typed) =>
    expect(parsePercent(typed)).toBeNull(),
  );

  test.each(['', ' ', '0x10', '1e3', '1.0', '-1', '100001', '١'])('%j is no version of a form', (typed) =>
    expect(wholeNumber(0, 100_000).safeParse(typed).success).toBe(false),
  );
});

const cents = fc.oneof(fc.integer({ min: 0, max: 200_000 }), fc.integer({ min: 0, max: 100_000_000 }));
const style = fc.record({
  group: fc.constantFrom('', ' ', '\u00a0', '\u202f', '\u2009', '\u2007', ',', '.', "'", '’'),
  decimal: fc.constantFrom(',', '.'),
  bareWhole: fc.boolean(),
  before: fc.constantFrom('', '$', '$ ', 'CA$', 'CAD ', '\u200b', ' \t'),
  after: fc.constantFrom('', '$', ' $', '\u00a0$', ' $ CA', ' CAD', '\u200b', ' $\u200b'),
});
type Style = typeof style extends fc.Arbitrary<infer Value> ? Value : never;

function written(sum: number, { group, decimal, bareWhole, before, after }: Style): string {
  const whole = String(Math.trunc(sum / 100)).replaceAll(/\B(?=(\d{3})+$)/g, group);
  // The same mark for thousands and for cents is nobody's style.
  const mark = group === decimal ? (decimal === ',' ? '.' : ',') : decimal;
  const rest = sum % 100;
  const decimals = rest === 0 && bareWhole ? '' : `${mark}${String(rest).padStart(2, '0')}`;
  return `${before}${whole}${decimals}${after}`;
}

/** Cents of an amount as pages show it, by its last two digits: they always show cents. */
const centsShown = (shown: string): number => Number(shown.replaceAll(/\D/g, ''));

/**
 * An independent reading: the sums whose writing in some style gives the very string. A last group of three digits may also be
 * thousandths, which makes it two readings, or none that is a sum of cents.
 */
function onlySumOf(typed: string): number | null {
  const line = typed.replaceAll(/\s+/g, ' ').trim();
  const bare = /^(?:\$ ?)?(.*?)(?: ?\$)?$/.exec(line)?.[1] ?? '';
  const digits = bare.replaceAll(/\D/g, '');
  if (digits === '') return null;
  const readings = new Set<number>();
  for (const places of [0, 1, 2, 3]) {
    if (digits.length <= places || digits.length - places > 12) continue;
    const whole = digits.slice(0, digits.length - places);
    const fraction = digits.slice(digits.length - places);
    for (const group of ['', ' ', ',', '.', "'", '’']) {
      if (group !== '' && (whole.length < 4 || whole.startsWith('0'))) continue;
      const wholeWritten = whole.replaceAll(/\B(?=(\d{3})+$)/g, group);
      for (const decimal of [',', '.']) {
        if (places > 0 && group === decimal) continue;
        if ((places > 0 ? `${wholeWritten}${decimal}${fraction}` : wholeWritten) !== bare) continue;
        readings.add((Number(whole) * 1000 + Number(fraction.padEnd(3, '0'))) / 10 + (places === 3 ? 0.05 : 0));
      }
    }
  }
  const [only] = readings;
  return readings.size === 1 && only !== undefined && Number.isInteger(only) ? only : null;
}
