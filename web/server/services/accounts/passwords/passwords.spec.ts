import { expect, test } from '@jest/globals';
import { hashPassword, isStrong, passwordMatches } from './passwords.ts';

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
  expect(await passwordMatches(stored, 'tramway érable lanterne 42')).toBe(true);
  expect(await passwordMatches(stored, 'Tramway érable lanterne 42')).toBe(false);
  expect(await passwordMatches(null, 'no account has this password')).toBe(false);
});
