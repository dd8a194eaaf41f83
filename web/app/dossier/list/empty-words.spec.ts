import { expect, test } from '@jest/globals';
import { readerOf } from '#content/reader.ts';
import type { DossierList } from '#web/server/services/dossier/list.ts';
import { presentList } from './present.server.ts';

const empty = { counts: { all: 0, yours: 0, open: 0, closed: 0 }, countsClosed: true, countLimit: 1000, rows: [] };
const list = (of: Pick<DossierList, 'kind' | 'view'>): DossierList => ({
  ...empty,
  ...of,
  companies: ['Meubles Boréal'],
  status: null,
  order: 'changed',
  next: null,
  first: true,
});
const said = (of: Pick<DossierList, 'kind' | 'view'>) => presentList(readerOf('fr'), list(of)).empty?.text;

test('F-086 a merchant’s people are promised mails of what they have in charge, and of nothing else', () => {
  expect(said({ kind: 'merchant', view: 'yours' })).toContain('dans un dossier que vous avez en charge');
  for (const kind of ['consumer', 'mediator'] as const) {
    expect(said({ kind, view: 'yours' })).toContain('Nous vous écrirons quand ce sera votre tour.');
  }
});

test('F-142 how long a closed dossier stays is not said where the Office may set it', () => {
  expect(said({ kind: 'consumer', view: 'closed' })).toContain('jusqu’à ce que son contenu soit effacé');
});
