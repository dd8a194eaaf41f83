import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readNeq } from './neq.ts';

const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`));
const numbers = fc.tuple(fc.constantFrom('11', '22', '33', '88'), digits(8)).map((parts) => parts.join(''));
const separators = fc.constantFrom('', ' ', '\u00a0', '-', '–', '.');

test('F-014 a NEQ is read however it is grouped, and read again it is the same', () => {
  fc.assert(
    fc.property(
      numbers,
      fc.constantFrom('', 'NEQ ', 'neq : '),
      fc.array(separators, { minLength: 11, maxLength: 11 }),
      (neq, before, between) => {
        const typed = before + [...neq].map((digit, at) => `${at === 0 ? '' : between[at]}${digit}`).join('');
        expect(readNeq(typed)).toBe(neq);
        expect(readNeq(neq)).toBe(neq);
      },
    ),
  );
});

test('F-014 what has another length, another beginning or a letter is no NEQ', () => {
  for (let first = 0; first < 100; first += 1) {
    const beginning = String(first).padStart(2, '0');
    const isOne = ['11', '22', '33', '88'].includes(beginning);
    expect([beginning, readNeq(`${beginning}70000009`) !== null]).toEqual([beginning, isOne]);
  }
  fc.assert(
    fc.property(numbers, fc.nat({ max: 9 }), (neq, at) => {
      expect(readNeq(neq.slice(0, at) + neq.slice(at + 1))).toBeNull();
      expect(readNeq(`${neq}${at}`)).toBeNull();
      expect(readNeq(`${neq.slice(0, at)}x${neq.slice(at + 1)}`)).toBeNull();
    }),
  );
});
