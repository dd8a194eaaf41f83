import { expect, test } from '@jest/globals';
import { matchRoutes } from '@remix-run/react';
import { pagesById } from '#contracts/pages/index.ts';
import { pageIdAt } from '#contracts/pages/match.ts';

const routes = Object.entries(pagesById).map(([id, { path }]) => ({ id, path }));

/** The page that the framework would find, by its id. */
const asRouted = (path: string): string | undefined => matchRoutes(routes, path)?.at(-1)?.route.id;

const id = '3f0e2f57-9f6f-4d2e-9d0c-0a8a57d1a6c1';

test.each(Object.entries(pagesById).filter(([, { path }]) => !path.includes('*')))(
  'the address of %s is found as the framework finds it',
  (name, { path }) => {
    const address = path.replaceAll(/:\w+/g, id);
    expect(pageIdAt(address)).toBe(name);
    expect(asRouted(address)).toBe(name);
  },
);

test('a word of one address in the place of a parameter of another leads where the framework leads', () => {
  const words = new Set(
    Object.values(pagesById).flatMap(({ path }) => path.split('/').filter((part) => /^[\w-]+$/.test(part))),
  );
  for (const { path } of Object.values(pagesById)) {
    const last = /:\w+(?!.*:)/.exec(path);
    if (!last) continue;
    for (const word of words) {
      const address = path.replace(last[0], word).replaceAll(/:\w+/g, id);
      expect([address, pageIdAt(address)]).toEqual([address, asRouted(address)]);
    }
  }
});

test('what is no address of ours is left to the framework', () => {
  for (const path of ['/nulle-part', `/dossiers/${id}/`, '/Dossiers', '//', '/dossiers//documents', '/%zz', '']) {
    expect([path, pageIdAt(path)]).toEqual([path, null]);
  }
});
