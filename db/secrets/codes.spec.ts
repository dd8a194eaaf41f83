import { randomUUID } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { accessCodeOf, codeHash, codeMatches, validationKeyOf } from './codes.ts';

const pepper = 'pepper-of-a-spec-which-is-long-enough';
const at = '2026-03-01T15:00:00.000Z';

test('F-051 an access code is three groups of four signs that nobody mistakes', () => {
  for (let n = 0; n < 500; n += 1) {
    expect(accessCodeOf(pepper, randomUUID(), at)).toMatch(/^([ACDEFGHJKMNPQRTWXY34679]{4}-){2}[ACDEFGHJKMNPQRTWXY34679]{4}$/);
  }
});

test('a new issue, another referral and another secret each give another code', () => {
  const id = randomUUID();
  const codes = [
    accessCodeOf(pepper, id, at),
    accessCodeOf(pepper, id, '2026-03-01T15:00:00.001Z'),
    accessCodeOf(pepper, randomUUID(), at),
    accessCodeOf(`${pepper}2`, id, at),
    validationKeyOf(pepper, id),
  ];
  expect(new Set(codes).size).toBe(codes.length);
  expect(accessCodeOf(pepper, id, at)).toBe(codes[0]);
});

test('a code is recognised however it is typed, and no other is', () => {
  const code = validationKeyOf(pepper, randomUUID());
  const hash = codeHash(pepper, code);
  expect(codeMatches(pepper, ` ${code.toLowerCase().replaceAll('-', ' ')} `, hash)).toBe(true);
  expect(codeMatches(pepper, code.replace(/.$/, (last) => (last === 'A' ? 'C' : 'A')), hash)).toBe(false);
  expect(codeMatches(pepper, '', hash)).toBe(false);
  expect(codeMatches(`${pepper}2`, code, hash)).toBe(false);
});
