import { randomUUID } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { accessCode, codeMatches, hashCode, invitationKey } from './codes.ts';

const pepper = 'pepper-of-a-spec-which-is-long-enough';
const at = '2026-03-01T15:00:00.000Z';

test('F-051 an access code is three groups of four signs that nobody mistakes', () => {
  for (let n = 0; n < 500; n += 1) {
    expect(accessCode(pepper, randomUUID(), at)).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){2}[0-9A-HJKMNP-TV-Z]{4}$/);
  }
});

test('a new issue, another referral and another secret each give another code', () => {
  const id = randomUUID();
  const codes = [
    accessCode(pepper, id, at),
    accessCode(pepper, id, '2026-03-01T15:00:00.001Z'),
    accessCode(pepper, randomUUID(), at),
    accessCode(`${pepper}2`, id, at),
    invitationKey(pepper, id),
  ];
  expect(new Set(codes).size).toBe(codes.length);
  expect(accessCode(pepper, id, at)).toBe(codes[0]);
});

test('a code is recognised however it is typed, and no other is', () => {
  const code = invitationKey(pepper, randomUUID());
  const hash = hashCode(pepper, code);
  expect(
    codeMatches(pepper, ` ${code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')} `, hash),
  ).toBe(true);
  expect(
    codeMatches(
      pepper,
      code.replace(/.$/, (last) => (last === 'A' ? 'C' : 'A')),
      hash,
    ),
  ).toBe(false);
  expect(codeMatches(pepper, '', hash)).toBe(false);
  expect(codeMatches(`${pepper}2`, code, hash)).toBe(false);
});
