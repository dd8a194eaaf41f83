import { createHmac, randomUUID } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { secretRing } from '#contracts/secrets/secret-ring.ts';
import { spelledCode } from '#domain/typed/codes.ts';
import { accessCode, compareCode, hashCode, invitationKey, keyOfInvitation } from './codes.ts';

const first = 'first-secret-of-a-spec-which-is-long-enough';
const second = 'second-secret-of-a-spec-which-is-long-enough';
const before = secretRing(first);
const rotated = secretRing(second, [first]);
const forgotten = secretRing(second);
const at = '2026-03-01T15:00:00.000Z';

test('F-051 an access code is three groups of four signs that nobody mistakes', () => {
  for (let n = 0; n < 500; n += 1) {
    expect(accessCode(before[0], randomUUID(), at)).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){2}[0-9A-HJKMNP-TV-Z]{4}$/);
  }
});

test('a new issue, another referral, another secret and another use each give another code', () => {
  const id = randomUUID();
  const codes = [
    accessCode(before[0], id, at),
    accessCode(before[0], id, '2026-03-01T15:00:00.001Z'),
    accessCode(before[0], randomUUID(), at),
    accessCode(rotated[0], id, at),
    invitationKey(before[0], id),
    invitationKey(before[0], `${id}:${at}`),
  ];
  expect(new Set(codes).size).toBe(codes.length);
  expect(accessCode(before[0], id, at)).toBe(codes[0]);
});

test('ASVS 6.5.2 a code is recognised however it is typed, no other is, and what is stored is slow and salted', async () => {
  const code = invitationKey(before[0], randomUUID());
  const stored = await hashCode(before, code);
  const typed = ` ${code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')} `;
  const other = code.replace(/.$/, (last) => (last === 'A' ? 'C' : 'A'));
  expect(await compareCode(before, typed, stored)).toBe('right');
  for (const wrong of [other, '']) expect(await compareCode(before, wrong, stored)).toBe('wrong');
  for (const one of [code, 'no code is this one']) expect(await compareCode(before, one, null)).toBe('wrong');
  expect(stored.subarray(4).toString()).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(stored.equals(await hashCode(before, code))).toBe(false);
});

test('ASVS 11.2.2 a code outlives the secret that it was stored under as long as that one is kept', async () => {
  const id = randomUUID();
  const code = invitationKey(before[0], id);
  const keyHash = await hashCode(before, code);
  expect(await compareCode(rotated, code, keyHash)).toBe('right');
  expect(await compareCode(rotated, 'AAAA-AAAA-AAAA', keyHash)).toBe('wrong');
  expect(keyOfInvitation(rotated, { id, keyHash })).toBe(code);
  expect(await compareCode(forgotten, code, keyHash)).toBe('forgotten');
  expect(keyOfInvitation(forgotten, { id, keyHash })).toBeNull();
});

test('ASVS 11.2.2 codes that were stored before secrets had names are known under the same secret, present or former', async () => {
  const id = randomUUID();
  const mac = (said: string) => createHmac('sha256', first).update(said).digest();
  const letters = Array.from(
    mac(`invitation-key:${id}`).subarray(0, 12),
    (byte) => '0123456789ABCDEFGHJKMNPQRSTVWXYZ'[byte % 32],
  );
  const code = letters.join('');
  const keyHash = mac(`code:${spelledCode(code)}`);
  for (const ring of [before, rotated]) {
    expect(await compareCode(ring, code, keyHash)).toBe('right');
    expect(await compareCode(ring, 'AAAA-AAAA-AAAA', keyHash)).toBe('wrong');
    expect(keyOfInvitation(ring, { id, keyHash })?.replaceAll('-', '')).toBe(code);
  }
  expect(await compareCode(forgotten, code, keyHash)).toBe('wrong');
  expect(keyOfInvitation(forgotten, { id, keyHash })).toBeNull();
});
