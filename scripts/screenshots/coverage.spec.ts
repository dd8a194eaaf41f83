import { expect, test } from '@jest/globals';
import { pagesById } from '#contracts/pages/index.ts';
import { exceptions, hasView, notPictured, pagesToShow } from './coverage.ts';

test('a run of pictures must show every page of the address book but those that give a file, save, or lead on', () => {
  const shown = new Set(pagesToShow());
  expect(shown.size).toBeGreaterThan(80);
  for (const id of ['public.home', 'public.notFound', 'accounts.activation', 'filing.screen', 'office.confirmPolicy']) {
    expect([id, shown.has(id)]).toEqual([id, true]);
  }
  for (const id of ['dossier.live', 'dossier.autosave', 'dossier.document', 'office.queueFile', 'accounts.signOut']) {
    expect([id, hasView(pagesById[id]!), shown.has(id)]).toEqual([id, false, false]);
  }
});

test('a page that no picture shows is named, and one that is an exception is not', () => {
  const all = pagesToShow();
  expect(notPictured(new Set(all))).toEqual([]);
  const [first, ...others] = all;
  expect(notPictured(new Set(others))).toEqual([first]);
  expect(notPictured(new Set()).filter((id) => id in exceptions)).toEqual([]);
});

test('an exception is a page with a view, and has its reason', () => {
  for (const [id, reason] of Object.entries(exceptions)) {
    expect([id, id in pagesById && hasView(pagesById[id]!)]).toEqual([id, true]);
    expect(reason.length).toBeGreaterThan(20);
  }
});
