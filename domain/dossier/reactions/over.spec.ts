import { people } from '../../testing/people.ts';
import {
  acts,
  countered,
  expired,
  inDraft,
  inMediation,
  inNegotiation,
  mediatorProposed,
  submitted,
  type Story,
} from '../../testing/story.ts';
import type { DossierEvent } from '../events.ts';
import { isOver } from './over.ts';

const { consumer, clerk, friend, mediator, officer } = people;

/** Whether what the last act of `told` would be told of is over, just then and once `meanwhile` is done. */
function overBefore(told: Story, meanwhile: Story): boolean[] {
  const [event] = told.last as [DossierEvent];
  return [told, meanwhile].map(({ state }) => isOver(event, state));
}

describe('a mail that leaves late asks for nothing that is done already', () => {
  test.each([
    ['A-06', submitted().pass('takeChargeReminder:1'), (at: Story) => at.give(clerk, acts.takeCharge())],
    ['A-06', submitted().pass('takeChargeAlert'), (at: Story) => at.give(consumer, acts.close)],
    ['A-05', inDraft().pass('draftReminder:1'), (at: Story) => at.give(consumer, acts.submit)],
    ['B-02', countered().pass('turnReminder:1'), (at: Story) => at.give(consumer, acts.propose('p3', 'p2'))],
    ['B-02', countered().pass('turnAlert'), (at: Story) => at.give(consumer, acts.accept('p2'))],
    ['F-105', inNegotiation().pass('mediationAvailable'), (at: Story) => at.give(clerk, acts.requestMediation)],
    [
      'A-24',
      inMediation().pass('mediationTarget'),
      (at: Story) => at.give(mediator, acts.report('2027-03-02T15:00:00.000Z')),
    ],
    [
      'F-116',
      mediatorProposed().give(consumer, acts.askForRevision('p3')).pass('mediatorReminder:1'),
      (at: Story) => at.give(mediator, acts.edit('p3', 1)),
    ],
    ['A-19', inDraft().give(consumer, acts.invite), (at: Story) => at.give(consumer, acts.dismiss)],
    ['F-073', inDraft().give(consumer, acts.invite), (at: Story) => at.give(friend, acts.join)],
    ['A-05', expired(), (at: Story) => at.give(officer, acts.extend('2027-03-02T15:00:00.000Z'))],
  ] as const)('%s %#', (_, told, meanwhile) => {
    expect(overBefore(told, meanwhile(told))).toEqual([false, true]);
  });

  test('A-05 of two extensions the second alone is told once both are given', () => {
    const first = expired().give(officer, acts.extend('2027-03-02T15:00:00.000Z'));
    expect(overBefore(first, first.give(officer, acts.extend('2027-04-02T15:00:00.000Z')))).toEqual([false, true]);
  });

  test('F-144 what was done is told however late', () => {
    const message = inNegotiation().give(consumer, acts.message());
    expect(overBefore(message, message.give(clerk, acts.close))).toEqual([false, false]);
  });
});
