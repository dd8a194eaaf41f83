import { describe, expect, test } from '@jest/globals';
import type { Thread } from '#domain/access/index.ts';
import { people, type Place } from '#domain/testing/people.ts';
import {
  acts,
  agreed,
  agreedInMediation,
  closedByConsumer,
  inMediation,
  inNegotiation,
  mediatorNamed,
  refused,
  represented,
  submitted,
  type Story,
} from '#domain/testing/story.ts';
import { openedBy } from '#web/server/services/dossier/fixtures/opened.ts';
import { noteOf, withoutThreads } from './messages.ts';

const note = (story: Story, place: Exclude<Place, 'system'>, thread: Thread) => {
  const opened = openedBy(story, place);
  return noteOf(opened, thread, opened.canWriteThread(thread))?.key ?? null;
};

describe('why somebody does not write in a conversation', () => {
  test('F-113 in the private talks, that nobody leads the mediation, when that is why', () => {
    const recused = inMediation().give(people.mediator, acts.recuse);
    for (const story of [recused, mediatorNamed()]) {
      expect(note(story, 'consumer', 'consumerCaucus')).toBe('unled');
      expect(note(story, 'clerk', 'merchantCaucus')).toBe('unled');
      expect(note(represented(story), 'consumer', 'consumerCaucus')).toBe('unled');
      expect(note(story, 'consumer', 'mediationRoom')).toBeNull();
    }
    expect(note(inMediation(), 'consumer', 'consumerCaucus')).toBeNull();
    expect(note(represented(inMediation()), 'consumer', 'consumerCaucus')).toBe('represented');
  });

  test('F-103 A-25 after an agreement nobody is said to write where nobody does', () => {
    const story = agreedInMediation();
    for (const thread of ['mediationRoom', 'consumerCaucus'] as const) {
      expect(note(story, 'consumer', thread)).toBe('closed');
      expect(note(story, 'mediator', thread)).toBe('closed');
    }
    expect(note(story, 'respondent', 'mediationRoom')).toBe('closed');
    expect(note(story, 'respondent', 'negotiation')).toBe('readOnly');
    expect(note(agreed(), 'consumer', 'negotiation')).toBe('openUntil');
    expect(note(closedByConsumer(), 'respondent', 'negotiation')).toBe('closed');
  });

  test('A-22 a respondent whose colleague has left the company is told to take charge', () => {
    expect(note(submitted(), 'respondent', 'negotiation')).toBe('takeChargeFirst');
    const opened = openedBy(inNegotiation(), 'respondent', { handler: null });
    expect(noteOf(opened, 'negotiation', false)).toEqual({ key: 'takeChargeFirst' });
    expect(note(inNegotiation(), 'respondent', 'negotiation')).toBe('readOnly');
  });

  test('F-103 A-22 after an agreement too, for as long as messages are open; then that it is closed', () => {
    const left = openedBy(agreed(), 'respondent', { handler: null });
    expect(noteOf(left, 'negotiation', false)).toEqual({ key: 'takeChargeFirst' });
    const over = openedBy(agreed().pass('messagesClose'), 'respondent', { handler: null });
    expect(noteOf(over, 'negotiation', false)).toEqual({ key: 'closed' });
    expect(withoutThreads(openedBy(agreed(), 'otherClerk', { handler: null }))).toBe('notHeld');
    expect(withoutThreads(openedBy(agreed(), 'otherClerk'))).toBe('none');
    expect(withoutThreads(openedBy(agreed().pass('messagesClose'), 'otherClerk'))).toBe('noneOver');
  });

  test('A-23 a colleague who reads none is told why as it is: not taken yet, taken, left, over', () => {
    const why = (story: Story, row = {}) => withoutThreads(openedBy(story, 'otherClerk', row));
    expect(why(submitted())).toBe('notTaken');
    expect(why(inNegotiation())).toBe('none');
    expect(why(inNegotiation(), { handler: null })).toBe('notHeld');
    expect(why(refused())).toBe('noneOver');
    expect(why(closedByConsumer())).toBe('noneOver');
  });
});
