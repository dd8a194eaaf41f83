import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { opaqueSecret } from '#domain/typed/secret.ts';
import { hash } from '@node-rs/argon2';
import { checkPassword, hashPassword, isStrong } from './passwords.ts';

test.each([
  'motdepasse123',
  'azertyuiop12',
  'parleconsommation',
  'Élise-Tremblay',
  'aaaaaaaaaaaaaaaa',
  'password1234',
  // However long, what repeats adds nothing.
  '1234567890'.repeat(10),
  '1121997'.repeat(15),
  'motdepasse '.repeat(20),
  'a'.repeat(256),
])('ASVS 6.2.4 « %s » is too easy to guess', async (password) => {
  expect(await isStrong(password, ['elise.tremblay@exemple.ca', 'Élise', 'Tremblay'], 'ici')).toBe(false);
});

test.each([
  'tramway érable lanterne 42',
  'zq8v-kk2m-1xtp',
  'quatre mots sans aucun rapport',
  // Beyond what is estimated at once, at the end or in front.
  `${'a'.repeat(100)}zq8v-kk2m-1xtp`,
  `zq8v-kk2m-1xtp${'a'.repeat(100)}`,
  'cerisier balcon nuage '.repeat(4),
])('ASVS 6.2.5 6.2.9 « %s » is let through, whatever its characters and its length', async (password) => {
  expect(await isStrong(password, [], 'ici')).toBe(true);
});

test('a password matches its own hash only, and nothing matches an account without one', async () => {
  const stored = await hashPassword('tramway érable lanterne 42');
  expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await checkPassword(stored, 'tramway érable lanterne 42')).toEqual({ right: true, renew: false });
  for (const other of ['Tramway érable lanterne 42', 'tramway érable lanterne 42 ', 'tramway erable lanterne 42']) {
    expect(await checkPassword(stored, other)).toEqual({ right: false, renew: false });
  }
  expect(await checkPassword(null, 'no account has this password')).toEqual({ right: false, renew: false });
});

const typedOnTwoDevices = ['tramway érable lanterne ❤️', 'tramway e\u0301rable\u00a0lanterne ❤'] as const;

test('a password typed on two devices is one password, whichever it was chosen on', async () => {
  for (const [chosen, typed] of [typedOnTwoDevices, [...typedOnTwoDevices].reverse()]) {
    expect(await checkPassword(await hashPassword(chosen!), typed!)).toEqual({ right: true, renew: false });
  }
});

test('a hash made of what one device sent keeps working there, and is renewed for all', async () => {
  const former = await hash(typedOnTwoDevices[1]);
  expect(await checkPassword(former, typedOnTwoDevices[1])).toEqual({ right: true, renew: true });
  expect(await checkPassword(former, typedOnTwoDevices[0])).toEqual({ right: false, renew: false });
});

test('the one form of a password is the form of itself, and keeps all that is seen', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme-ascii' }), (any, plain) => {
      const form = opaqueSecret(any);
      expect(opaqueSecret(form)).toBe(form);
      expect(opaqueSecret(any.normalize('NFD'))).toBe(form);
      expect(opaqueSecret(plain)).toBe(plain);
    }),
  );
});
