import { describe, expect, test } from '@jest/globals';
import type { ProposalContent } from '../agreement/types.ts';
import { advised, missingToSubmit, steps, stepStates, type FilledDossier } from './missing-fields.ts';

const today = '2026-03-02';

/** Everything that a submission needs, and no more. */
const filled: FilledDossier = {
  parties: {
    confirmed: true,
    merchantConfirmed: true,
    phone: '450 555-0142',
    addressLine: '12, rue des Lilas',
    city: 'Laval',
    postalCode: 'H7A 1B2',
  },
  problem: {
    category: 'meubles',
    item: 'Un lit',
    contractDate: '2026-01-15',
    pricePaid: 120_000,
    nature: ['retard', 'defectueux'],
  },
  proposal: { remedies: [{ code: 'excuses', values: {} }], terms: '' } satisfies ProposalContent,
  documents: [],
};

/** `step field code` of what is missing once these answers are changed. */
function missing(change: Partial<FilledDossier>): string[] {
  const { parties, problem, proposal, documents } = { ...filled, ...change };
  return missingToSubmit({ parties, problem, proposal, documents }, today).map(
    ({ step, field, code }) => `${step} ${field} ${code}`,
  );
}

describe('what a submission needs', () => {
  test('F-003 F-057 five steps, of which problem, proposal and documents are the substance; the review waits for the others', () => {
    expect(steps).toEqual(['parties', 'problem', 'proposal', 'documents', 'review']);
    const nothing: FilledDossier = {
      parties: {},
      problem: {},
      proposal: { remedies: [], terms: '' },
      documents: [],
    };
    expect(stepStates(nothing, today)).toEqual({
      parties: 'todo',
      problem: 'todo',
      proposal: 'todo',
      documents: 'optional',
      review: 'blocked',
    });
    const documents = [{ id: 'd1', kind: 'facture' }];
    expect(stepStates({ ...filled, documents }, today)).toEqual({
      parties: 'done',
      problem: 'done',
      proposal: 'done',
      documents: 'done',
      review: 'todo',
    });
  });

  test('F-058 the consumer confirms their own contact details and the merchant’s', () => {
    const { parties } = filled;
    expect(missing({})).toEqual([]);
    expect(missing({ parties: { ...parties, confirmed: false } })).toEqual(['parties confirmed parties.confirmed']);
    expect(missing({ parties: { ...parties, merchantConfirmed: false } })).toEqual([
      'parties merchantConfirmed parties.merchantConfirmed',
    ]);
    expect(missing({ parties: { ...parties, addressLine: ' ', phone: '' } })).toEqual([
      'parties addressLine parties.addressLine',
      'parties phone parties.phone',
    ]);
  });

  test('F-059 the good or service, when it was bought and for how much', () => {
    expect(missing({ problem: { nature: ['retard'] } })).toEqual([
      'problem category problem.category',
      'problem item problem.item',
      'problem contractDate problem.contractDate',
      'problem pricePaid problem.pricePaid',
    ]);
    expect(missing({ problem: { ...filled.problem, contractDate: '2026-03-03' } })).toEqual([
      'problem contractDate problem.contractDateFuture',
    ]);
  });

  test('F-061 one nature of the problem or several; « other » says which', () => {
    const { nature: _, ...without } = filled.problem;
    expect(missing({ problem: without })).toEqual(['problem nature problem.nature']);
    expect(missing({ problem: { ...without, nature: ['retard'] } })).toEqual([]);
    expect(missing({ problem: { ...without, nature: ['retard', 'autre'] } })).toEqual([
      'problem natureOther problem.natureOther',
    ]);
  });

  test('F-060 F-062 what was tried before and free text are advised, never asked', () => {
    expect(advised(filled)).toEqual(['priorSteps', 'details', 'documents', 'terms']);
    expect(missing({})).toEqual([]);
    const problem = { ...filled.problem, priorSteps: [{ means: 'telephone' }], details: 'Il grince.' };
    expect(advised({ ...filled, problem })).toEqual(['documents', 'terms']);
    expect(missing({ problem: { ...problem, priorSteps: [{ means: '', date: '2026-02-30' }] } })).toEqual([
      'problem priorSteps[0].means problem.priorStepMeans',
      'problem priorSteps[0].date problem.dateInvalid',
    ]);
  });
});
