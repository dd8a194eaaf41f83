import {
  acts,
  closingAnnounced,
  failed,
  inMediation,
  mediationRequested,
  mediatorNamed,
  mediatorProposed,
} from '../../../testing/story.ts';
import { people } from '../../../testing/people.ts';
import { upgradeState } from '../../state/upgrade.ts';
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

  test('A-08 A-24 once a party has left, what comes next is the closing, though the target date comes before', () => {
    const story = mediatorProposed().at('2026-05-15T15:00:00.000Z').give(clerk, acts.leave);
    expect(story.when('mediationTarget')! < story.when('withdrawalClose')!).toBe(true);
    for (const reader of [undefined, 'consumer', 'merchant'] as const)
      expect(turn(story.state, story.now, reader).by).toEqual({ at: story.when('withdrawalClose'), then: 'closes' });
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
        mediation: { ledBy: ['mediator-1'] },
      });
      expect(closed.owed).toContain('renderDocument:attestation');
    }
    expect(followed.pass('withdrawalClose').owed).toContain('mediator:declaration-moot');
    const declared = followed.give(otherMediator, acts.declare).pass('withdrawalClose');
    expect(declared.state.mediation?.ledBy).toEqual(['mediator-1', 'otherMediator-1']);
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

  test('F-131 but announces it to the parties in the discussion space first: no other word there is an announcement', () => {
    const greeted = inMediation().give(mediator, acts.message('mediationRoom'));
    const caucus = inMediation().give(mediator, acts.message('consumerCaucus'));
    const byParty = inMediation().give(consumer, acts.message('mediationRoom'));
    for (const story of [inMediation(), greeted, caucus, byParty]) {
      expect(story.refusal(mediator, acts.fail)).toBe('mediation.parties_not_told');
    }
    const told = greeted.give(mediator, acts.announce);
    expect(told.last).toMatchObject([{ type: 'messagePosted', thread: 'mediationRoom', announcesClosing: true }]);
    expect(told.owed).toEqual(['consumerSide:closing-announced', 'merchantSide:closing-announced']);
    expect(told.give(consumer, acts.message('mediationRoom')).give(mediator, acts.fail).state.status).toBe('closed');
  });

  test('F-131 the mediator alone announces it, there and once', () => {
    for (const by of [consumer, clerk]) expect(inMediation().refusal(by, acts.announce)).toBe('actor.not_mediator');
    for (const thread of ['consumerCaucus', 'merchantCaucus'] as const) {
      expect(inMediation().refusal(mediator, { ...acts.announce, thread })).toBe('value.invalid');
    }
    expect(mediatorNamed().refusal(mediator, acts.announce)).toBe('mediation.not_declared');
    expect(closingAnnounced().refusal(mediator, acts.announce)).toBe('mediation.closing_announced');
    expect(closingAnnounced().give(mediator, acts.message('mediationRoom')).last).toHaveLength(1);
  });

  test('F-131 another mediator, or another proposal of the same one, makes it moot', () => {
    const moot = [
      closingAnnounced().give(mediator, acts.propose('p3', null)),
      mediatorProposed().give(mediator, acts.announce).give(mediator, acts.edit('p3', 1)),
    ];
    for (const story of moot) {
      expect(story.refusal(mediator, acts.fail)).toBe('mediation.parties_not_told');
      expect(story.give(mediator, acts.announce).give(mediator, acts.fail).state.status).toBe('closed');
    }
    const others = [
      closingAnnounced().give(officer, acts.assign('otherMediator-1', 'mediator-1')),
      closingAnnounced().give(mediator, acts.recuse).give(officer, acts.assign('otherMediator-1')),
    ];
    for (const story of others) {
      expect(story.give(otherMediator, acts.declare).refusal(otherMediator, acts.fail)).toBe(
        'mediation.parties_not_told',
      );
    }
    // What the parties do changes nothing of it.
    const answered = mediatorProposed().give(mediator, acts.announce).give(consumer, acts.accept('p3'));
    expect(answered.give(mediator, acts.fail).state.status).toBe('closed');
  });

  test('F-131 a journal of before the announcement replays: to its closings any word of the mediator’s there is enough', () => {
    const { mustAnnounce: _, ...before } = acts.fail;
    expect(inMediation().refusal(mediator, before)).toBe('mediation.parties_not_told');
    const told = inMediation().give(mediator, acts.message('mediationRoom'));
    expect(told.give(mediator, acts.propose('p3', null)).give(mediator, before).state.status).toBe('closed');
    const inPrivate = inMediation().give(mediator, acts.message('consumerCaucus'));
    expect(inPrivate.refusal(mediator, before)).toBe('mediation.parties_not_told');
    const followed = told.give(officer, acts.assign('otherMediator-1', 'mediator-1')).give(otherMediator, acts.declare);
    expect(followed.refusal(otherMediator, before)).toBe('mediation.parties_not_told');
    const { closingAnnouncedAt: _none, ...mediation } = told.state.mediation!;
    const upgraded = upgradeState({ ...told.state, mediation });
    expect(upgraded.mediation).toMatchObject({ closingAnnouncedAt: null, lastWordAt: told.now });
  });

  test('F-132 F-134 closing needs a reason, a justification and the nature of the problem', () => {
    const story = closingAnnounced();
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
      .give(mediator, acts.announce)
      .give(mediator, acts.fail);
    expect(story.owed).toContain('consumerSide:information-kit');
    expect(story.owed).toContain('consumer:information-kit');
  });
});
