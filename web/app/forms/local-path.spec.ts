import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { localPath } from './local-path.ts';

const ours = 'https://parle.example';

test.each([
  '/.//evil.example',
  '/x/..//evil.example',
  '/%2e//evil.example',
  '/./\\evil.example',
  '//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
])('%p leads nowhere else, and is not kept', (value) => {
  expect(localPath(value, '/ici')).toBe('/ici');
});

/** Pieces of which an address that leaves the site is made. */
const piece = fc.constantFrom(
  ...[
    '/',
    '//',
    '\\',
    '.',
    '..',
    '%2e',
    '%2E%2e',
    '%2f',
    '%5c',
    '@',
    ':',
    '?',
    '#',
    ';',
    '\t',
    '\n',
    '\r',
    ' ',
    '\u0000',
  ],
  ...['evil.example', 'https:', 'javascript:', 'dossiers', 'é', '／', '。'],
);
const hostile = fc.oneof(
  fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join('')),
  fc.array(piece, { maxLength: 12 }).map((pieces) => `/${pieces.join('')}`),
  fc.string({ unit: 'binary' }),
);

test('whatever is given, a browser stays on the site, also when it is read twice (ASVS 3.7.2)', () => {
  fc.assert(
    fc.property(hostile, (value) => {
      const once = localPath(value, '/ici');
      for (const path of [once, localPath(once, '/ici')]) {
        expect(new URL(path, `${ours}/profil`).origin).toBe(ours);
        expect(path).toMatch(/^\/(?![/\\])/);
      }
      expect(localPath(once, '/ici')).toBe(once);
    }),
    { numRuns: 5_000 },
  );
});
