import {
  acts,
  agreed,
  agreedInMediation,
  closedByConsumer,
  countered,
  inMediation,
  inNegotiation,
  mediationRequested,
  submitted,
} from '../../../testing/story.ts';
import { people } from '../../../testing/people.ts';
import { turn } from '../../turn.ts';

const { otherClerk, competitor, consumer, mediator, clerk, officer, respondent } = people;

describe('the merchant takes charge', () => {
  test('F-084 F-085 a member takes charge: the negotiation begins and the merchant is awaited', () => {
    const story = inNegotiation();
    expect(story.state).toMatchObject({ status: 'negotiation', handlerId: 'clerk-1' });
    expect(story.state.firstTakenChargeAt).toBe(story.now);
    expect(turn(story.state, story.now)).toMatchObject({ who: 'merchant', what: 'answerProposal', since: story.now });
  });

  test('F-081 the respondent may handle it', () => {
    const story = submitted().give(respondent, acts.takeCharge());
    expect(story.state.handlerId).toBe('respondent-1');
    expect(story.owed).toEqual(['consumerSide:charge-taken', 'user:respondent-1:charge-confirmed']);
  });

  test('F-086 the consumer’s side, who took charge and the respondent are told', () => {
    expect(inNegotiation().owed).toEqual([
      'consumerSide:charge-taken',
      'user:clerk-1:charge-confirmed',
      'respondent:charge-changed',
    ]);
  });

  test('F-087 A-21 another member takes over: the first is out, and everyone concerned is told', () => {
    for (const story of [inNegotiation(), mediationRequested(), inMediation()]) {
      const taken = story.give(otherClerk, acts.takeCharge('clerk-1'));
      expect(taken.state).toMatchObject({ handlerId: 'otherClerk-1', status: story.state.status });
      expect(taken.state.firstTakenChargeAt).toBe(story.state.firstTakenChargeAt);
      // The negotiation began with the first of them: the consumer is told of another person, not of a beginning.
      expect(taken.owed).toContain('consumerSide:charge-passed');
      expect(taken.owed).not.toContain('consumerSide:charge-taken');
      expect(taken.owed).toContain('user:clerk-1:charge-replaced');
      expect(taken.owed).toContain('user:otherClerk-1:charge-confirmed');
      expect(taken.owed).toContain('respondent:charge-changed');
      expect(taken.owed.includes('mediator:charge-passed-mediator')).toBe(story.state.status === 'mediation');
      expect(taken.refusal(clerk, acts.message())).toBe('dossier.not_in_charge');
      expect(taken.give(otherClerk, acts.message()).last[0]).toMatchObject({ type: 'messagePosted' });
    }
  });

  test('A-21 taking over must name the person one replaces; a stale name is refused with the right one', () => {
    const story = inNegotiation();
    expect(story.refusal(otherClerk, acts.takeCharge(null))).toBe('dossier.charge_changed');
    const moved = story.give(otherClerk, acts.takeCharge('clerk-1'));
    expect(moved.error(respondent, acts.takeCharge('clerk-1'))).toMatchObject({
      code: 'dossier.charge_changed',
      params: { handlerId: 'otherClerk-1' },
    });
    expect(submitted().refusal(clerk, acts.takeCharge('otherClerk-1'))).toBe('dossier.charge_changed');
    expect(story.refusal(clerk, acts.takeCharge('clerk-1'))).toBe('dossier.already_in_charge');
  });

  test('F-081 F-087 the respondent gives charge to a colleague, of a dossier that nobody has or instead of who has it', () => {
    const first = submitted().give(respondent, acts.giveCharge('clerk'));
    expect(first.state).toMatchObject({ handlerId: 'clerk-1', status: 'negotiation', firstTakenChargeAt: first.now });
    expect(first.owed).toEqual(['consumerSide:charge-taken', 'user:clerk-1:charge-given']);
    const moved = first.give(respondent, acts.giveCharge('otherClerk', 'clerk-1'));
    expect(moved.state).toMatchObject({ handlerId: 'otherClerk-1', firstTakenChargeAt: first.now });
    expect(moved.owed).toEqual([
      'consumerSide:charge-passed',
      'user:otherClerk-1:charge-given',
      'user:clerk-1:charge-replaced',
    ]);
    expect(moved.refusal(clerk, acts.message())).toBe('dossier.not_in_charge');
  });

  test('F-087 A-21 who has charge hands it over, and is not told of what they did; nobody else of the company does', () => {
    for (const story of [inNegotiation(), mediationRequested(), inMediation()]) {
      const given = story.give(clerk, acts.giveCharge('otherClerk', 'clerk-1'));
      expect(given.state).toMatchObject({ handlerId: 'otherClerk-1', status: story.state.status });
      expect(given.owed).toEqual([
        'consumerSide:charge-passed',
        'user:otherClerk-1:charge-given',
        'respondent:charge-changed',
        // Whoever mediates is to know who speaks for the merchant.
        ...(story.state.status === 'mediation' ? ['mediator:charge-passed-mediator'] : []),
      ]);
      expect(story.refusal(otherClerk, acts.giveCharge('respondent', 'clerk-1'))).toBe('dossier.not_in_charge');
    }
    expect(submitted().refusal(clerk, acts.giveCharge('otherClerk'))).toBe('dossier.not_in_charge');
    const story = inNegotiation();
    expect(story.refusal(respondent, acts.giveCharge('otherClerk'))).toBe('dossier.charge_changed');
    expect(story.refusal(respondent, acts.giveCharge('clerk', 'clerk-1'))).toBe('dossier.already_in_charge');
    expect(story.refusal(respondent, acts.giveCharge('consumer', 'clerk-1'))).toBe('actor.not_allowed');
    expect(story.refusal(respondent, { ...acts.giveCharge('clerk', 'clerk-1'), to: '' })).toBe('value.invalid');
    expect(story.refusal(competitor, acts.giveCharge('otherClerk', 'clerk-1'))).toBe('actor.not_a_party');
    expect(story.refusal(officer, acts.giveCharge('otherClerk', 'clerk-1'))).toBe('actor.not_allowed');
    expect(closedByConsumer().refusal(respondent, acts.giveCharge('otherClerk', 'clerk-1'))).toBe('dossier.closed');
  });

  test('F-103 F-087 after an agreement charge passes on while messages are open, so that somebody of the company answers; the agreement stays as it is', () => {
    for (const story of [agreed(), agreedInMediation()]) {
      const { proposals, closing, messagesOpenUntil } = story.state;
      const taken = story.give(respondent, acts.takeCharge('clerk-1'));
      const given = story.give(respondent, acts.giveCharge('otherClerk', 'clerk-1'));
      expect(taken.state.handlerId).toBe('respondent-1');
      for (const after of [taken, given])
        expect(after.state).toMatchObject({ status: 'closed', proposals, closing, messagesOpenUntil, awaiting: null });
      expect(taken.owed).toEqual([
        'consumerSide:charge-passed',
        'user:respondent-1:charge-confirmed-after',
        'user:clerk-1:charge-replaced',
      ]);
      expect(given.owed).toContain('user:otherClerk-1:charge-given-after');
      expect(taken.refusal(clerk, acts.message())).toBe('dossier.not_in_charge');
      expect(taken.give(respondent, acts.message()).owed).toEqual(['consumerSide:message-received']);
      expect(taken.give(consumer, acts.message()).owed).toEqual(['merchantSide:message-received']);
      expect(story.refusal(otherClerk, acts.takeCharge(null))).toBe('dossier.charge_changed');
      const last = messagesOpenUntil ?? '';
      const onTime = new Date(Date.parse(last) - 3_600_000).toISOString();
      expect(story.at(onTime).give(otherClerk, acts.takeCharge('clerk-1')).now).toBe(last);
      expect(story.at(last).refusal(otherClerk, acts.takeCharge('clerk-1'))).toBe('dossier.closed');
    }
  });

  test('F-015 only the merchant’s own people, and nobody who sits elsewhere in the dossier', () => {
    expect(submitted().refusal(competitor, acts.takeCharge())).toBe('actor.not_a_party');
    expect(submitted().refusal(consumer, acts.takeCharge())).toBe('actor.not_allowed');
    expect(submitted().refusal(officer, acts.takeCharge())).toBe('actor.not_allowed');
    const consumersAccount = { ...otherClerk, userId: 'consumer-1' };
    expect(submitted().refusal(consumersAccount, acts.takeCharge())).toBe('actor.not_allowed');
    expect(closedByConsumer().refusal(otherClerk, acts.takeCharge('clerk-1'))).toBe('dossier.closed');
  });

  test('A-23 before take-over every other act of the merchant is refused', () => {
    for (const by of [respondent, clerk]) {
      for (const act of [
        acts.accept('p1'),
        acts.propose('p2', 'p1'),
        acts.message(),
        acts.file(),
        acts.close,
        acts.requestMediation,
      ]) {
        expect(submitted().refusal(by, act)).toBe('dossier.not_in_charge');
      }
    }
  });

  test('F-083 A-07 any member refuses to negotiate, before take-over only, with a reason and a justification', () => {
    for (const by of [respondent, clerk]) {
      const story = submitted().give(by, acts.refuse);
      expect(story.last.map((event) => event.type)).toEqual(['negotiationRefused', 'dossierClosed']);
      expect(story.state).toMatchObject({
        status: 'closed',
        closing: { outcome: 'refused', reason: 'not_ours', justificationId: 'j1', by: by.role },
      });
      expect(story.owed).toEqual(['consumerSide:negotiation-refused', 'consumerSide:information-kit']);
    }
    expect(inNegotiation().refusal(clerk, acts.refuse)).toBe('dossier.already_taken_charge');
    expect(inNegotiation().refusal(otherClerk, acts.refuse)).toBe('dossier.already_taken_charge');
    expect(submitted().refusal(clerk, { ...acts.refuse, justificationId: '' })).toBe('value.invalid');
    expect(submitted().give(clerk, acts.refuse).refusal(respondent, acts.refuse)).toBe('dossier.closed');
  });

  test('A-06 a silent merchant is reminded on days 3, 7 and 14; on day 15 the Office and the consumer are told', () => {
    const story = submitted();
    expect(story.when('takeChargeReminder:1')).toBe('2026-03-05T14:00:00.000Z');
    expect(story.when('takeChargeReminder:2')).toBe('2026-03-09T13:00:00.000Z');
    expect(story.when('takeChargeReminder:3')).toBe('2026-03-16T13:00:00.000Z');
    expect(story.when('takeChargeAlert')).toBe('2026-03-17T13:00:00.000Z');
    expect(story.pass('takeChargeReminder:1').owed).toEqual(['respondent:take-charge-reminder']);
    expect(story.pass('takeChargeAlert').owed).toEqual([
      'office:merchant-silent-alert',
      'consumerSide:merchant-silent',
    ]);
  });

  test('A-06 the ladder ends with the take-over, and the consumer may close all the while', () => {
    expect(inNegotiation().when('takeChargeAlert')).toBeNull();
    const closed = submitted().pass('takeChargeAlert').give(consumer, acts.close);
    expect(closed.state.closing?.outcome).toBe('withdrawn');
    expect(closed.owed).toContain('consumerSide:information-kit');
  });

  test('A-22 while nobody is in charge the merchant’s side is told all the same: it resolves to the respondent', () => {
    expect(submitted().give(consumer, acts.message()).owed).toEqual(['merchantSide:message-received']);
    expect(submitted().give(consumer, acts.file()).owed).toEqual(['merchantSide:document-added']);
    expect(submitted().give(consumer, acts.edit('p1', 1)).owed).toEqual(['merchantSide:proposal-edited']);
    expect(submitted().give(consumer, acts.close).owed).toContain('merchantSide:dossier-closed');
  });

  test('F-136 B-11 the Office nudges a side of a dossier under way, and only the Office', () => {
    for (const story of [submitted(), countered(), inMediation()]) {
      expect(story.give(officer, acts.nudge()).owed).toEqual(['merchantSide:office-nudge']);
    }
    expect(inMediation().give(officer, acts.nudge('consumer')).owed).toEqual(['consumerSide:office-nudge']);
    expect(inMediation().refusal(mediator, acts.nudge())).toBe('actor.not_officer');
    expect(agreed().refusal(officer, acts.nudge())).toBe('dossier.closed');
  });

  test('F-005 the Office may do nothing on behalf of a party', () => {
    for (const act of [acts.accept('p2'), acts.propose('p3', 'p2'), acts.message(), acts.file(), acts.close]) {
      expect(countered().refusal(officer, act)).toBe('actor.not_allowed');
    }
  });
});
