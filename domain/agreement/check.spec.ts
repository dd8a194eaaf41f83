import { describe, expect, test } from '@jest/globals';
import { checkProposal } from './check.ts';
import { incompatiblePairs } from './remedies.ts';
import type { Remedy, RemedyCode } from './types.ts';

const day = '2031-05-01';

/** Each remedy of the tests with what it asks for. */
const filled: Partial<Record<RemedyCode, Remedy['values']>> = {
  echange: { equivalence: 'identical', deadline: day },
  remboursement_total: { amount: 120_00, deadline: day },
  excuses: {},
  livraison: { deadline: day },
  autre: { description: 'Un abonnement d’un an.' },
};

const check = (...codes: RemedyCode[]) =>
  checkProposal({ remedies: codes.map((code) => ({ code, values: filled[code] ?? {} })), terms: '' });

describe('the solutions of a proposal', () => {
  test('A-15 F-063 one or several; none is refused', () => {
    expect(check('excuses')).toEqual([]);
    expect(check('excuses', 'livraison', 'autre')).toEqual([]);
    expect(check()).toMatchObject([{ code: 'remedies.none', blocking: true }]);
  });

  test('A-15 a pair that can hardly go together is flagged, and stops nobody', () => {
    expect(incompatiblePairs).toContainEqual(['remboursement_total', 'echange']);
    expect(check('echange', 'excuses', 'remboursement_total')).toEqual([
      { code: 'remedies.incompatible', remedy: 'remboursement_total', field: null, other: 'echange', blocking: false },
    ]);
  });

  test('F-126 F-127 each asks for its own fields: a delivery for its latest date, another form of compensation for its description', () => {
    const asked = (code: RemedyCode) => checkProposal({ remedies: [{ code, values: {} }], terms: '' });
    expect(asked('livraison')).toMatchObject([{ code: 'field.missing', field: 'deadline', blocking: true }]);
    expect(asked('autre')).toMatchObject([{ code: 'field.missing', field: 'description', blocking: true }]);
    expect(check('livraison', 'autre')).toEqual([]);
  });
});
