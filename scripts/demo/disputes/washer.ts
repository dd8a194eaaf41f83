import type { Story, Tell } from '../story.ts';

/** A draft just created: nothing is filled yet. */
export const washer: Tell = (): Story => ({
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
  acts: [],
});
