import type { Dispute, Tell } from '../dispute.ts';

/** A draft just created: nothing is filled yet. */
export const washer: Tell = (): Dispute => ({
  key: 'washer',
  language: 'en',
  consumer: 'thomas',
  merchant: 'nordet',
  problemKind: 'qualite',
  parties: {},
  problem: {},
  proposal: { remedies: [], terms: '' },
  files: [],
  submits: false,
  steps: [],
});
