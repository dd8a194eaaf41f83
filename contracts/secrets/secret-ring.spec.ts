import { hkdfSync } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { isAmong, keyedHash, possibleHashes, secretId, secretRing, storedHash, unstamped } from './secret-ring.ts';
import { seal, unseal } from './sealed.ts';

const first = 'first-secret-of-a-spec-which-is-long-enough';
const second = 'second-secret-of-a-spec-which-is-long-enough';
const before = secretRing(first);
const rotated = secretRing(second, [first]);
const forgotten = secretRing(second);
const said = { said: 'row:123456', before: 'one-time:row:123456' };

test('ASVS 11.2.2 each use has a key of its own, derived as RFC 5869 says', () => {
  const key = Buffer.from(hkdfSync('sha256', first, '', 'parle-consommation cursor', 32));
  expect(before[0].key('cursor').export()).toEqual(key);
  const made = (['cursor', 'device', 'one-time-code'] as const).map((use) =>
    keyedHash(before[0], use, 'x').toString('hex'),
  );
  expect(new Set([...made, before[0].plainHash('x').toString('hex')]).size).toBe(4);
});

test('what is stored tells its secret, is found under a former one, and under none that is forgotten', () => {
  const stored = storedHash(before, 'one-time-code', said.said);
  expect(unstamped(rotated, stored)?.secret?.id).toBe(secretId(first));
  expect(isAmong(possibleHashes(rotated, 'one-time-code', said), stored)).toBe(true);
  expect(isAmong(possibleHashes(rotated, 'device', said), stored)).toBe(false);
  expect(isAmong(possibleHashes(rotated, 'one-time-code', { ...said, said: 'row:123457' }), stored)).toBe(false);
  expect(isAmong(possibleHashes(forgotten, 'one-time-code', said), stored)).toBe(false);
  expect(unstamped(forgotten, stored)?.secret).toBeNull();
});

test('what was stored under the bare secret, without its name, is found as long as that secret is known', () => {
  const stored = before[0].plainHash(said.before);
  expect(unstamped(rotated, stored)).toBeNull();
  expect(isAmong(possibleHashes(rotated, 'one-time-code', said), stored)).toBe(true);
  expect(isAmong(possibleHashes(forgotten, 'one-time-code', said), stored)).toBe(false);
});

test('ASVS 11.3.3 what is sealed opens under its secret, for what it was sealed for, unchanged, and otherwise not', () => {
  const about = { purpose: 'mail', about: 'a mail' } as const;
  const sealed = seal(before, 'code 123456', about);
  expect(sealed).not.toContain('123456');
  expect(sealed).not.toBe(seal(before, 'code 123456', about));
  expect([unseal(before, sealed, about), unseal(rotated, sealed, about)]).toEqual(['code 123456', 'code 123456']);
  const [id, body = ''] = sealed.split('.');
  const changed = Buffer.from(body, 'base64url');
  changed[14]! ^= 1;
  const tries = [
    unseal(forgotten, sealed, about),
    unseal(before, sealed, { ...about, about: 'another mail' }),
    unseal(before, sealed, { ...about, purpose: 'draft' }),
    unseal(before, `${id}.${changed.toString('base64url')}`, about),
    ...['', '.', `${id}.`, `${id}.AAAA`, body].map((text) => unseal(before, text, about)),
  ];
  expect(tries).toEqual(tries.map(() => null));
});
