import { expect, test } from '@jest/globals';
import { standardPolicy, type Policy } from '../dossier/policy.ts';
import { changesOf, problemsOf, type TermName } from './terms.ts';

test('T-08 the standard policy is one that may be chosen', () => {
  expect(problemsOf(standardPolicy)).toEqual([]);
});

const wrong: [TermName, Partial<Policy>, string, Record<string, number>][] = [
  ['draft', { draft: { days: 91 } }, 'bounds', { least: 1, most: 90 }],
  ['draft', { draft: { businessDays: 14 } }, 'bounds', { least: 1, most: 90 }],
  ['draft', { draft: { days: Number.NaN } }, 'bounds', { least: 1, most: 90 }],
  ['draftReminders', { draftReminders: [] }, 'many', { most: 5 }],
  ['draftReminders', { draftReminders: [{ days: 3 }, { days: 7 }] }, 'down', {}],
  ['draftReminders', { draftReminders: [{ days: 14 }] }, 'withinDraft', { days: 14 }],
  ['takeChargeReminders', { takeChargeReminders: [{ days: 3 }, { days: 3 }] }, 'up', {}],
  ['takeChargeAlert', { takeChargeAlert: { days: 14 } }, 'afterReminders', { days: 14 }],
  ['turnAlert', { turnAlert: { businessDays: 14 } }, 'afterReminders', { days: 14 }],
  ['mediationWarning', { mediationWarning: { days: 75 } }, 'beforeTarget', { days: 75 }],
  ['messagesAfterAgreement', { messagesAfterAgreement: { days: 365 } }, 'withinRetention', {}],
  ['retention', { retention: { years: 11 } }, 'bounds', { least: 1, most: 10 }],
];
test.each(wrong)(
  'A-05 A-06 A-24 B-02 F-142 durations that do not go together are refused: %s %j',
  (...[term, change, problem, params]) => {
    expect(problemsOf({ ...standardPolicy, ...change })).toEqual([{ term, problem, params }]);
  },
);

test('T-08 what two policies differ in is named, whatever their versions are called', () => {
  expect(changesOf(standardPolicy, { ...standardPolicy, version: 'other' })).toEqual([]);
  const after: Policy = { ...standardPolicy, turnReminders: [{ businessDays: 4 }], retention: { years: 2 } };
  expect(changesOf(standardPolicy, after)).toEqual(['turnReminders', 'retention']);
});
