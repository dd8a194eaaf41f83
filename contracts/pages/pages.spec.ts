import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { href, pages, pagesById, withQuery } from './index.ts';
import { pagesTable } from './table.ts';

const id = '3f0e2f57-9f6f-4d2e-9d0c-0a8a57d1a6c1';

test('a page’s address has its parameters, each written so that it stays one part of it', () => {
  expect(href(pages.dossier.propose, { dossierId: id })).toBe(`/dossiers/${id}/propositions/nouvelle`);
  expect(href(pages.accounts.activation, { token: 'a/b?c' })).toBe('/activation/a%2Fb%3Fc');
  expect(href(pages.public.home)).toBe('/');
});

test('what is asked of a page is written after its address, empty answers left out', () => {
  const list = href(pages.office.codes);
  expect(withQuery(list, { etat: null, apres: '' })).toBe('/office/codes');
  expect(withQuery(list, { etat: 'sent', apres: 'a b&c' })).toBe('/office/codes?etat=sent&apres=a%20b%26c');
});

test('the page docs/pages.md is up to date, for addresses that were given out stay: node scripts/pages-table.ts', () => {
  expect(readFileSync(new URL('../../docs/pages.md', import.meta.url), 'utf8')).toBe(pagesTable());
});

test('what an address names is an id, but the words of a step, of a theme of help, of a list of the Office and of a link', () => {
  const words = Object.values(pagesById).flatMap(({ path, ids }) =>
    [...path.matchAll(/:(\w+)/g)].map(([, name]) => name!).filter((name) => !ids.includes(name)),
  );
  expect([...new Set(words)].sort()).toEqual(['queue', 'screen', 'theme', 'token']);
});
