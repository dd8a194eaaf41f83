import {
  acts,
  agreed,
  agreedInMediation,
  closedByConsumer,
  countered,
  failed,
  inDraft,
  inMediation,
  inNegotiation,
  mediationRequested,
  mediatorProposed,
  refused,
  represented,
  submitted,
} from '../../testing/story.ts';
import { people } from '../../testing/people.ts';

const { otherClerk, consumer, mediator, clerk, officer, otherMediator, friend, respondent } = people;

describe('messages', () => {
  test('F-040 F-098 the parties write to each other from the submission on; the other side is told', () => {
    expect(inDraft().refusal(consumer, acts.message())).toBe('dossier.not_submitted');
    expect(submitted().give(consumer, acts.message()).owed).toEqual(['merchantSide:message-received']);
    expect(countered().give(clerk, acts.message()).owed).toEqual(['consumerSide:message-received']);
    expect(mediationRequested().give(consumer, acts.message()).last).toHaveLength(1);
  });

  test('A-32 the parties’ thread stays open in mediation; the mediator has no part in it (F-123)', () => {
    const story = inMediation().give(consumer, acts.message());
    expect(story.owed).toEqual(['merchantSide:message-received']);
    expect(inMediation().refusal(mediator, acts.message())).toBe('message.no_thread_access');
  });

  test('F-039 F-112 F-124 the three talk in the mediation room; each is told of the others’ words', () => {
    expect(inMediation().give(mediator, acts.message('mediationRoom')).owed).toEqual([
      'consumerSide:message-received',
      'merchantSide:message-received',
    ]);
    expect(inMediation().give(clerk, acts.message('mediationRoom')).owed).toEqual([
      'consumerSide:message-received',
      'mediator:message-received',
    ]);
    expect(mediationRequested().refusal(clerk, acts.message('mediationRoom'))).toBe('dossier.not_in_mediation');
  });

  test('F-113 each party talks with the mediator alone; nobody else is told or let in', () => {
    expect(inMediation().give(consumer, acts.message('consumerCaucus')).owed).toEqual(['mediator:message-received']);
    expect(inMediation().give(mediator, acts.message('consumerCaucus')).owed).toEqual([
      'consumerSide:message-received',
    ]);
    expect(inMediation().give(mediator, acts.message('merchantCaucus')).owed).toEqual([
      'merchantSide:message-received',
    ]);
    expect(inMediation().refusal(consumer, acts.message('merchantCaucus'))).toBe('message.no_thread_access');
    expect(inMediation().refusal(clerk, acts.message('consumerCaucus'))).toBe('message.no_thread_access');
    expect(inMediation().refusal(otherMediator, acts.message('consumerCaucus'))).toBe('actor.not_mediator');
    expect(inMediation().refusal(officer, acts.message('mediationRoom'))).toBe('actor.not_allowed');
  });

  test('F-087 only the member in charge writes for the merchant', () => {
    for (const by of [respondent, otherClerk]) {
      expect(inNegotiation().refusal(by, acts.message())).toBe('dossier.not_in_charge');
    }
  });

  test('F-103 T-04 after an agreement the parties write for 90 days more, in their thread only', () => {
    for (const story of [agreed(), agreedInMediation()]) {
      expect(story.state.messagesOpenUntil).toBe('2026-06-01T03:59:59.999Z');
      expect(story.give(consumer, acts.message()).owed).toEqual(['merchantSide:message-received']);
      expect(story.give(clerk, acts.message()).owed).toEqual(['consumerSide:message-received']);
      expect(story.refusal(consumer, acts.message('mediationRoom'))).toBe('message.closed');
      expect(story.at('2026-06-01T02:59:59.999Z').give(consumer, acts.message()).last).toHaveLength(1);
      expect(story.at('2026-06-01T03:00:00.000Z').refusal(consumer, acts.message())).toBe('message.closed');
    }
    expect(agreedInMediation().refusal(mediator, acts.message('consumerCaucus'))).toBe('message.closed');
  });

  test('F-103 the end of the 90 days is told to both sides, once', () => {
    const story = agreed().pass('messagesClose');
    expect(story.owed).toEqual(['consumerSide:messages-closed', 'merchantSide:messages-closed']);
    expect(story.when('messagesClose')).toBeNull();
    expect(story.refusal(clerk, acts.message())).toBe('message.closed');
  });

  test('A-25 closed without agreement, all is read-only at once', () => {
    for (const story of [closedByConsumer(), failed()]) {
      expect(story.refusal(consumer, acts.message())).toBe('message.closed');
      expect(story.refusal(clerk, acts.message())).toBe('message.closed');
      expect([story.state.messagesOpenUntil, story.when('messagesClose')]).toEqual([null, null]);
    }
    expect(refused().refusal(consumer, acts.message())).toBe('message.closed');
    expect(failed().refusal(mediator, acts.message('mediationRoom'))).toBe('message.closed');
  });

  test('A-02 a party shares chosen messages of the negotiation with the mediator; the other side knows it', () => {
    expect(inMediation().give(consumer, acts.share).owed).toEqual([
      'mediator:messages-shared',
      'merchantSide:messages-shared-notice',
    ]);
    expect(inMediation().give(clerk, acts.share).owed).toContain('consumerSide:messages-shared-notice');
    expect(inMediation().refusal(mediator, acts.share)).toBe('actor.not_allowed');
    expect(mediationRequested().refusal(consumer, acts.share)).toBe('dossier.not_in_mediation');
    for (const count of [0, -1, 1.5, Number.NaN]) {
      expect(inMediation().refusal(consumer, { ...acts.share, count })).toBe('value.invalid');
    }
  });

  test('F-071 the representative writes in the consumer’s stead', () => {
    const story = represented(mediatorProposed());
    expect(story.give(friend, acts.message('consumerCaucus')).owed).toEqual([
      'mediator:message-received',
      'consumer:represented-update',
    ]);
    expect(story.refusal(consumer, acts.message('mediationRoom'))).toBe('actor.represented');
  });
});
