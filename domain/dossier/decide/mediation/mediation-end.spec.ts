import {
  acts,
  failed,
  inMediation,
  mediationRequested,
  mediatorNamed,
  mediatorProposed,
} from '../../../testing/story.ts';
import { people } from '../../../testing/people.ts';
import { turn } from '../../turn.ts';

const { consumer, mediator, clerk, officer, otherMediator, friend } = people;

describe('the end of a mediation without agreement', () => {
  test('A-08 a party leaves, which the mediator and the other side are told of; it is not closed yet', () => {
    for (const by of [consumer, clerk]) {
      const story = mediatorProposed().give(by, acts.leave);
      const other = by === consumer ? 'merchantSide' : 'consumerSide';
      expect(story.owed).toEqual(['mediator:mediation-withdrawal', `${other}:mediation-withdrawal-notice`]);
      expect(turn(story.state, story.now)).toMatchObject({ who: 'mediator', what: 'closeAfterWithdrawal' });
      expect(story.refusal(by === consumer ? clerk : consumer, acts.leave)).toBe('mediation.already_withdrawn');
    }
    expect(mediationRequested().refusal(consumer, acts.leave)).toBe('dossier.not_in_mediation');
  });

  test('A-08 A-12 who leaves takes back the acceptance too: the other’s cannot bind them any more', () => {
    const story = mediatorProposed().give(consumer, acts.accept('p3')).give(consumer, acts.leave);
    expect(story.last.map((event) => event.type)).toEqual(['acceptanceWithdrawn', 'mediationWithdrawn']);
    expect(story.give(clerk, acts.accept('p3')).state.status).toBe('mediation');
  });

  test('A-08 an idle mediator: after ten days the system closes, with the attestation and the kit', () => {
    const story = mediatorProposed().give(clerk, acts.leave);
    expect(story.when('withdrawalClose')).toBe('2026-03-13T03:59:59.999Z');
    expect(turn(story.state, story.now).by).toEqual({ at: '2026-03-13T03:59:59.999Z', then: 'closes' });
    const closed = story.pass('withdrawalClose');
    expect(closed.state.closing).toMatchObject({
      outcome: 'mediationFailed',
      by: 'system',
      reason: 'no_interest',
      justificationId: 'j1',
    });
    expect(closed.owed).toEqual([
      'renderDocument:attestation',
      'consumerSide:mediation-failed',
      'merchantSide:mediation-failed',
      'mediator:mediation-closed-automatically',
      'consumerSide:information-kit',
    ]);
  });

  test('A-08 with no mediator the Office is told of the withdrawal', () => {
    const story = inMediation().give(mediator, acts.recuse).give(consumer, acts.leave);
    expect(story.owed).toEqual(['office:mediation-withdrawal-office', 'merchantSide:mediation-withdrawal-notice']);
    expect(story.when('withdrawalClose')).not.toBeNull();
  });

  test('A-36 F-120 who mediated is attested, though nobody does any more, or another has not declared yet', () => {
    const left = inMediation().give(mediator, acts.recuse).give(consumer, acts.leave);
    const followed = left.give(officer, acts.assign('otherMediator-1', null));
    const replaced = inMediation().give(officer, acts.assign('otherMediator-1', 'mediator-1')).give(clerk, acts.leave);
    for (const story of [left, followed, replaced]) {
      const closed = story.pass('withdrawalClose');
      expect(closed.state).toMatchObject({
        closing: { outcome: 'mediationFailed', by: 'system' },
        mediation: { mediatedBy: 'mediator-1' },
      });
      expect(closed.owed).toContain('renderDocument:attestation');
    }
    expect(followed.pass('withdrawalClose').owed).toContain('mediator:declaration-moot');
    const declared = followed.give(otherMediator, acts.declare).pass('withdrawalClose');
    expect(declared.state.mediation?.mediatedBy).toBe('otherMediator-1');
    expect(declared.owed).toContain('mediator:mediation-closed-automatically');
  });

  test('A-08 A-36 where nobody ever mediated there is nothing to attest, and the party has withdrawn', () => {
    const named = mediatorNamed().give(consumer, acts.leave);
    expect(named.owed).toContain('merchantSide:mediation-withdrawal-before');
    const handedBack = mediatorNamed().give(mediator, acts.recuse).give(consumer, acts.leave);
    for (const story of [named, handedBack]) {
      const closed = story.pass('withdrawalClose');
      expect(closed.state.closing).toMatchObject({
        outcome: 'withdrawn',
        by: 'system',
        reason: 'no_interest',
        justificationId: 'j1',
      });
      expect(closed.owed).toEqual([
        'consumerSide:mediation-never-led',
        'merchantSide:mediation-never-led',
        ...(story === named ? ['mediator:declaration-moot'] : []),
        'consumerSide:information-kit',
      ]);
    }
  });

  test('F-119 F-120 F-133 the mediator closes at any time: attestation, both sides told, kit', () => {
    const story = failed();
    expect(story.state.closing).toMatchObject({ outcome: 'mediationFailed', by: 'mediator' });
    expect(story.owed).toEqual([
      'renderDocument:attestation',
      'consumerSide:mediation-failed',
      'merchantSide:mediation-failed',
      'consumerSide:information-kit',
    ]);
  });

  test('F-131 but tells the parties in the discussion space first', () => {
    expect(inMediation().refusal(mediator, acts.fail)).toBe('mediation.parties_not_told');
    const caucus = inMediation().give(mediator, acts.message('consumerCaucus'));
    expect(caucus.refusal(mediator, acts.fail)).toBe('mediation.parties_not_told');
    const byParty = inMediation().give(consumer, acts.message('mediationRoom'));
    expect(byParty.refusal(mediator, acts.fail)).toBe('mediation.parties_not_told');
    const told = inMediation().give(mediator, acts.message('mediationRoom'));
    const reassigned = told
      .give(officer, acts.assign('otherMediator-1', 'mediator-1'))
      .give(otherMediator, acts.declare);
    expect(reassigned.refusal(otherMediator, acts.fail)).toBe('mediation.parties_not_told');
  });

  test('F-132 F-134 closing needs a reason, a justification and the nature of the problem', () => {
    const story = inMediation().give(mediator, acts.message('mediationRoom'));
    for (const missing of ['reason', 'justificationId', 'natureId']) {
      expect(story.refusal(mediator, { ...acts.fail, [missing]: '' })).toBe('value.invalid');
    }
    expect(failed().state.closing).toMatchObject({ natureId: 'n1', justificationId: 'j1' });
    expect(story.refusal(consumer, acts.fail)).toBe('actor.not_mediator');
  });

  test('F-140 a represented consumer gets the kit in person too', () => {
    const story = inMediation()
      .give(consumer, acts.invite)
      .give(friend, acts.join)
      .give(mediator, acts.message('mediationRoom'))
      .give(mediator, acts.fail);
    expect(story.owed).toContain('consumerSide:information-kit');
    expect(story.owed).toContain('consumer:information-kit');
  });
});
