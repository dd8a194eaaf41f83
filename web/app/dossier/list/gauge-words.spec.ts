import { expect, test } from '@jest/globals';
import { readerOf } from '#content/reader.ts';
import type { DossierList, Gauge, ListedDossier } from '#web/server/services/dossier/list.ts';
import { presentList } from './present.server.ts';

const target = '2026-03-12T12:00:00.000Z';
const row = (gauge: Gauge): ListedDossier => ({
  ...{ id: '', number: '2026-0001', title: 'Sofa', status: 'mediation', outcome: null, turn: 'both', unread: 0 },
  ...{
    changedAt: target,
    over: false,
    parties: [],
    charge: null,
    yours: false,
    toDeclare: false,
    draftExpiresAt: null,
  },
  gauge,
});
const desk = (rows: ListedDossier[]): DossierList => ({
  ...{
    kind: 'mediator',
    companies: [],
    view: 'open',
    status: null,
    order: 'desk',
    countsClosed: false,
    countLimit: 1000,
  },
  ...{ counts: { all: 1, yours: 0, open: 1, closed: 0 }, next: null, first: true, rows },
});

/** What the desk shows so many days before the target date of 75 days: whether the bar is amber, and in words. */
function shown(left: number, language: 'fr' | 'en' = 'fr') {
  const total = 75;
  const gauge = { startedAt: target, target, total, left, day: total - left, warning: 15 };
  const { value, high, note } = presentList(readerOf(language), desk([row(gauge)])).rows[0]!.gauge!;
  // HTML §4.10.14: past `high` the bar has another colour.
  return { amber: value > high, note: note?.replaceAll(/[\u00a0\u202f]/g, ' ') ?? null };
}

test('A-24 F-135 the bar is amber from the day on which the words say that the target date is near, fifteen days before', () => {
  expect(shown(16)).toEqual({ amber: false, note: null });
  expect(shown(15)).toEqual({ amber: true, note: 'Plus que 15 jours' });
  expect(shown(15, 'en').note).toBe('Only 15 days left');
  expect(shown(0)).toEqual({ amber: true, note: 'La date visée est aujourd’hui' });
  expect(shown(-1)).toEqual({ amber: true, note: 'La date visée est passée' });
});
