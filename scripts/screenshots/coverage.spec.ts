import { expect, test } from '@jest/globals';
import { pagesById } from '#contracts/pages/index.ts';
import { cellsToShow, exceptions, hasView, keyOf, notPictured, widths } from './coverage.ts';
import { phone, wide } from './person.ts';
import { readerOf, readers, readersOf } from './readers.ts';

const cells = cellsToShow();
const shown = new Set(cells.map(({ page }) => page));
const all = new Set(cells.map(keyOf));

test('a run of pictures must show every page of the address book but those that give a file, save, or lead on', () => {
  expect(shown.size).toBeGreaterThan(80);
  for (const id of ['public.home', 'public.notFound', 'accounts.activation', 'filing.screen', 'office.confirmPolicy']) {
    expect([id, shown.has(id)]).toEqual([id, true]);
  }
  for (const id of ['dossier.live', 'dossier.autosave', 'dossier.document', 'office.queueFile', 'accounts.signOut']) {
    expect([id, hasView(pagesById[id]!), shown.has(id)]).toEqual([id, false, false]);
  }
});

test('each page is shown to everyone who may open it, at both widths and in both languages', () => {
  expect(widths).toEqual([wide.width, phone.width]);
  const ofSummary = cells.filter(({ page, reader }) => page === 'dossier.summary' && reader === 'mediator');
  expect(ofSummary.map(keyOf).sort()).toEqual([
    'dossier.summary mediator 1280 en',
    'dossier.summary mediator 1280 fr',
    'dossier.summary mediator 390 en',
    'dossier.summary mediator 390 fr',
  ]);
  expect(readersOf('public.terms')).toEqual([...readers]);
  expect(readersOf('accounts.signIn')).toEqual(['visitor']);
  expect(readersOf('queue.list')).toEqual(['respondent', 'colleague']);
  expect(readersOf('dossier.notes')).toEqual(['mediator']);
  expect(readersOf('dossier.acceptProposal')).toEqual(expect.arrayContaining(['representative', 'colleague']));
  expect(readersOf('office.confirmPolicy')).toEqual(['officer']);
  expect(Object.keys(pagesById).filter((id) => readersOf(id).length === 0)).toEqual([]);
});

test('everyone of the demonstration is one of those for whom pages differ', () => {
  const keys = [null, 'claire', 'isabelle', 'boreal.repondant', 'boreal.rep', 'mediator', 'officer2'];
  expect(keys.map(readerOf)).toEqual([...readers]);
});

test('what no picture shows is named: the page, to whom, and what of it is missing', () => {
  expect(notPictured(all)).toEqual([]);
  const without = (gone: string) => new Set([...all].filter((key) => !key.startsWith(gone)));
  expect(notPictured(without('dossier.notes mediator 390 en'))).toEqual(['dossier.notes to the mediator (en 390)']);
  expect(notPictured(without('dossier.notes mediator'))).toEqual(['dossier.notes to the mediator']);
  const nothing = notPictured(new Set());
  expect(nothing).toHaveLength(new Set(cells.map(({ page, reader }) => page + reader)).size);
  expect(nothing.filter((line) => line.startsWith('public.refusal'))).toEqual([]);
});

test('an exception is a page with a view, for readers who may open it, and has its reason', () => {
  for (const [id, { readers: some, why }] of Object.entries(exceptions)) {
    expect([id, id in pagesById && hasView(pagesById[id]!)]).toEqual([id, true]);
    expect([id, some?.filter((reader) => !readersOf(id).includes(reader)) ?? []]).toEqual([id, []]);
    expect(why.length).toBeGreaterThan(20);
  }
});
