import { expect, test } from '@jest/globals';
import { inMediation, inNegotiation } from '../testing/story.ts';
import { differences, viewOf } from './view.ts';

const later = '2027-01-01T00:00:00.000Z';

test('B-11 a view of the same state is the same, whenever it was made', () => {
  const { state } = inMediation();
  expect(differences(viewOf(state, state.createdAt), viewOf(state, later))).toEqual([]);
});

test('B-11 what differs is named: how far, whose turn, what is waited for', () => {
  const { state } = inNegotiation();
  const journal = viewOf(state, later);
  expect(differences(journal, { ...journal, seq: 1 })).toEqual(['seq']);
  expect(differences(journal, { ...journal, turn: { ...journal.turn, who: 'office' } })).toEqual(['turn']);
  expect(differences(journal, { ...journal, deadlines: journal.deadlines.slice(1) })).toEqual(['deadlines']);
  expect(differences(journal, viewOf(inMediation().state, later))).toEqual(['seq', 'turn', 'deadlines']);
});
