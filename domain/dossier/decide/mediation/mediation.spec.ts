import {
  acts,
  agreedInMediation,
  closedByConsumer,
  countered,
  inMediation,
  inNegotiation,
  mediationRequested,
  mediatorNamed,
  mediatorProposed,
  onTheTable,
  represented,
  submitted,
} from '../../../testing/story.ts';
import { people } from '../../../testing/people.ts';
import type { CommandType } from '../../commands.ts';
import { allowedRoles } from '../../guards.ts';
import { mayBeNamed } from '../../state/parties.ts';
import { turn } from '../../turn.ts';

const { otherClerk, consumer, friend, mediator, clerk, officer, otherMediator } = people;

describe('asking for mediation', () => {
  test('F-105 a) A-01 once each side has made a proposal, either side asks, without the other’s consent (A-10)', () => {
    for (const by of [consumer, clerk]) {
      const story = countered().give(by, acts.requestMediation);
      expect(story.state.status).toBe('mediationRequested');
      const other = by === consumer ? 'merchantSide' : 'consumerSide';
      expect(story.owed).toEqual([`${other}:mediation-requested`, 'office:mediation-to-assign']);
      expect(turn(story.state, story.now)).toMatchObject({ who: 'office', what: 'assignMediator' });
    }
  });

  test('F-105 b) T-02 A-01 or 45 days after the first take-over, at the same time of day', () => {
    const story = inNegotiation();
    expect(story.now).toBe('2026-03-02T18:00:00.000Z');
    // 13:00 in Québec, on the other side of the change of time of 8 March.
    expect(story.when('mediationAvailable')).toBe('2026-04-16T17:00:00.000Z');
    expect(story.error(consumer, acts.requestMediation)).toMatchObject({
      code: 'mediation.too_soon',
      params: { from: '2026-04-16T17:00:00.000Z' },
    });
    expect(story.at('2026-04-16T15:59:59.999Z').refusal(consumer, acts.requestMediation)).toBe('mediation.too_soon');
    expect(story.at('2026-04-16T16:00:00.000Z').give(clerk, acts.requestMediation).state.status).toBe(
      'mediationRequested',
    );
  });

  test('F-105 b) both sides are told when the right opens, unless proposals opened it before', () => {
    expect(inNegotiation().pass('mediationAvailable').owed).toEqual([
      'consumerSide:mediation-available',
      'merchantSide:mediation-available',
    ]);
    expect(countered().when('mediationAvailable')).toBeNull();
  });

  test('F-105 b) another take-over does not start the 45 days again', () => {
    const taken = inNegotiation().at('2026-04-01T12:00:00.000Z').give(otherClerk, acts.takeCharge('clerk-1'));
    expect(taken.when('mediationAvailable')).toBe('2026-04-16T17:00:00.000Z');
  });

  test('F-105 A-06 not before take-over, not twice, not after closing', () => {
    expect(submitted().refusal(consumer, acts.requestMediation)).toBe('dossier.not_in_negotiation');
    expect(mediationRequested().refusal(clerk, acts.requestMediation)).toBe('mediation.already_requested');
    expect(inMediation().refusal(clerk, acts.requestMediation)).toBe('mediation.already_requested');
    expect(closedByConsumer().refusal(consumer, acts.requestMediation)).toBe('dossier.closed');
  });
});

describe('the mediator', () => {
  test('F-121 is assigned by the Office, and everyone is told', () => {
    const story = mediatorNamed();
    expect(story.state).toMatchObject({ status: 'mediation', mediation: { mediatorId: 'mediator-1' } });
    expect(story.owed).toEqual([
      'consumerSide:mediator-assigned',
      'merchantSide:mediator-assigned',
      'mediator:mediation-assigned',
    ]);
    expect(mediationRequested().refusal(consumer, acts.assign())).toBe('actor.not_officer');
    expect(countered().refusal(officer, acts.assign())).toBe('mediation.not_requested');
    expect(closedByConsumer().refusal(officer, acts.assign())).toBe('dossier.closed');
  });

  test('A-09 then what the parties had on the table is frozen history', () => {
    const story = inMediation();
    expect(story.state.proposals.map((proposal) => proposal.state)).toEqual(['superseded', 'frozen']);
    expect(story.refusal(consumer, acts.accept('p2'))).toBe('proposal.not_open');
    expect(onTheTable(story)).toBe('nothing');
  });

  test('F-110 a party does not mediate its own dispute', () => {
    for (const id of ['consumer-1', 'clerk-1']) {
      expect(mediationRequested().refusal(officer, acts.assign(id))).toBe('value.invalid');
    }
    const byFriend = represented(mediationRequested());
    expect(byFriend.refusal(officer, acts.assign(friend.userId))).toBe('value.invalid');
    expect(mayBeNamed(byFriend.state, friend.userId)).toBe(false);
  });

  test('F-121 the Office reassigns by naming whom it replaces; the 75 days go on running', () => {
    const story = mediatorProposed();
    expect(story.refusal(officer, acts.assign('otherMediator-1', null))).toBe('mediation.mediator_changed');
    expect(story.refusal(officer, acts.assign('mediator-1', 'mediator-1'))).toBe('mediation.same_mediator');
    const again = story.at('2026-03-20T12:00:00.000Z').give(officer, acts.assign('otherMediator-1', 'mediator-1'));
    expect(again.owed).toContain('user:mediator-1:mediation-reassigned');
    expect(again.state.mediation?.target).toBe(story.state.mediation?.target);
    expect(again.state.mediation?.startedAt).toBe(story.state.mediation?.startedAt);
    expect(again.state.mediation?.assignedAt).toBe(again.now);
    expect(again.refusal(mediator, acts.edit('p3', 1))).toBe('actor.not_mediator');
    const edited = again.give(otherMediator, acts.declare).give(otherMediator, acts.edit('p3', 1));
    expect(onTheTable(edited)).toBe('p3@2 by mediator');
  });

  test('F-111 in mediation only the mediator proposes', () => {
    const story = inMediation();
    for (const by of [consumer, clerk]) {
      expect(story.refusal(by, acts.propose('p3', null))).toBe('proposal.only_mediator');
      expect(story.refusal(by, acts.edit('p2', 1))).toBe('proposal.only_mediator');
    }
    expect(story.refusal(otherMediator, acts.propose('p3', null))).toBe('actor.not_mediator');
    expect(mediationRequested().refusal(mediator, acts.propose('p3', 'p2'))).toBe('actor.not_mediator');
    expect(onTheTable(story.give(mediator, acts.propose('p3', null)))).toBe('p3@1 by mediator');
  });

  test('F-114 F-125 both sides are told of the proposal, and both are awaited: each accepts or goes on discussing', () => {
    const story = mediatorProposed();
    for (const by of [consumer, clerk]) {
      expect(story.give(by, acts.accept('p3')).last).toMatchObject([{ type: 'proposalAccepted', proposalId: 'p3' }]);
      expect(story.give(by, acts.message('mediationRoom')).last).toMatchObject([{ type: 'messagePosted' }]);
    }
    expect(story.owed).toEqual(['consumerSide:mediator-proposal-received', 'merchantSide:mediator-proposal-received']);
    expect(turn(story.state, story.now)).toMatchObject({ who: 'both', what: 'answerMediatorProposal' });
  });

  test('F-116 the mediator goes on by editing the proposal, never by a second one', () => {
    const story = mediatorProposed();
    expect(story.refusal(mediator, acts.propose('p4', 'p3'))).toBe('proposal.own_open');
    expect(onTheTable(story.give(mediator, acts.edit('p3', 1)))).toBe('p3@2 by mediator');
  });

  test('F-115 there is no way to reject: only accepting, discussing or leaving', () => {
    expect(mediatorProposed().give(consumer, acts.message('mediationRoom')).last[0]).toMatchObject({
      type: 'messagePosted',
      thread: 'mediationRoom',
    });
    expect(mediatorProposed().refusal(mediator, acts.accept('p3'))).toBe('actor.not_allowed');
    const mayGive = Object.keys(allowedRoles) as CommandType[];
    expect(mayGive.filter((type) => /reject|decline|refuse/i.test(type))).toEqual(['refuseToNegotiate']);
    expect(mediatorProposed().refusal(clerk, acts.refuse)).toBe('dossier.already_taken_charge');
  });

  test('F-117 F-118 an agreement needs both sides on the same version; it closes the dossier', () => {
    const one = mediatorProposed().give(consumer, acts.accept('p3'));
    expect(one.state.status).toBe('mediation');
    expect(one.refusal(consumer, acts.accept('p3'))).toBe('proposal.already_accepted');
    const both = agreedInMediation();
    expect(both.state.closing).toMatchObject({ outcome: 'agreement', agreement: { proposalId: 'p3', version: 1 } });
    expect(both.owed).toEqual([
      'renderDocument:agreement',
      'consumerSide:agreement-concluded',
      'merchantSide:agreement-concluded',
      'mediator:agreement-concluded-mediator',
    ]);
  });

  test('A-11 an edit voids the acceptance given to the version before, and says so to that side', () => {
    const edited = mediatorProposed().give(consumer, acts.accept('p3')).give(mediator, acts.edit('p3', 1));
    expect(edited.last[0]).toMatchObject({ type: 'proposalEdited', voided: ['consumer'] });
    expect(edited.state.proposals.at(-1)?.acceptances).toEqual([]);
    expect(edited.owed).toEqual(['consumerSide:acceptance-voided', 'merchantSide:mediator-proposal-edited']);
    expect(edited.refusal(clerk, acts.accept('p3', 1))).toBe('proposal.stale');
    const merchant = edited.give(clerk, acts.accept('p3', 2));
    expect(merchant.state.status).toBe('mediation');
    expect(merchant.give(consumer, acts.accept('p3', 2)).state.closing?.agreement?.version).toBe(2);
  });

  test('A-12 an acceptance is taken back until the second one', () => {
    const back = mediatorProposed().give(consumer, acts.accept('p3')).give(consumer, acts.takeBack('p3'));
    expect(back.owed).toEqual(['mediator:mediation-acceptance-withdrawn']);
    expect(back.give(clerk, acts.accept('p3')).state.status).toBe('mediation');
    expect(back.refusal(consumer, acts.takeBack('p3'))).toBe('proposal.no_acceptance');
    expect(agreedInMediation().refusal(consumer, acts.takeBack('p3'))).toBe('dossier.closed');
    expect(inNegotiation().refusal(clerk, acts.takeBack('p1'))).toBe('dossier.not_in_mediation');
  });

  test('§6 the first acceptance shows to the mediator and its own side, never to the other', () => {
    const one = mediatorProposed().give(consumer, acts.accept('p3'));
    expect(one.owed).toEqual(['mediator:mediation-acceptance']);
    expect(turn(one.state, one.now)).toEqual(turn(mediatorProposed().state, one.now));
    expect(turn(one.state, one.now, 'merchant')).toEqual(turn(mediatorProposed().state, one.now));
    expect(turn(one.state, one.now, 'consumer')).toMatchObject({ who: 'merchant', what: 'waitAnswer' });
    expect(turn(one.state, one.now, 'mediator')).toMatchObject({ who: 'merchant', what: 'acceptOther' });
    // Who accepted is left out when the mail is made (domain/visibility/mail-for.spec.ts).
    expect(one.pass('turnReminder:1').owed).toEqual(mediatorProposed().pass('turnReminder:1').owed);
  });

  test('F-135 T-03 A-24 the target is 75 days from the first assignment; nothing closes then', () => {
    const story = inMediation();
    expect(story.state.mediation?.target).toBe('2026-05-17T03:59:59.999Z');
    expect(story.when('mediationWarning')).toBe('2026-05-01T13:00:00.000Z');
    expect(story.pass('mediationWarning').owed).toEqual(['mediator:mediation-target-near']);
    const reached = story.pass('mediationTarget');
    expect(reached.owed).toEqual(['mediator:mediation-target-passed', 'office:mediation-target-alert']);
    expect(reached.state.status).toBe('mediation');
  });

  test('F-130 A-24 the mediator reports to the Office, with a new target that starts the gauge again', () => {
    const story = inMediation().pass('mediationTarget').give(mediator, acts.report('2026-06-30T03:59:59.999Z'));
    expect(story.owed).toEqual(['office:mediation-report']);
    expect(story.state.mediation).toMatchObject({
      target: '2026-06-30T03:59:59.999Z',
      openReports: [{ kind: 'imminent' }],
    });
    expect(story.when('mediationTarget')).toBe('2026-06-30T03:59:59.999Z');
    // Nobody is warned of a target that was set within the days of the warning.
    expect(story.when('mediationWarning')).toBe('2026-06-14T13:00:00.000Z');
    const soon = story.give(mediator, acts.report('2026-05-20T03:59:59.999Z'));
    expect(soon.when('mediationWarning')).toBeNull();
    expect(inMediation().give(mediator, acts.report()).state.mediation?.target).toBe('2026-05-17T03:59:59.999Z');
  });

  test('F-130 F-136 a report that waits for a side, or asks to nudge it, names it; a target lies ahead', () => {
    const report = acts.report();
    expect(inMediation().refusal(mediator, { ...report, kind: 'nudge' })).toBe('value.invalid');
    expect(inMediation().refusal(mediator, { ...report, kind: 'waiting' })).toBe('value.invalid');
    expect(inMediation().give(mediator, { ...report, kind: 'nudge', side: 'merchant' }).last).toHaveLength(1);
    expect(inMediation().refusal(mediator, acts.report('2026-03-01T00:00:00.000Z'))).toBe('value.invalid');
    const at = inMediation();
    const asked = at.give(mediator, acts.report()).now;
    expect(at.refusal(mediator, acts.report(asked))).toBe('value.invalid');
    expect(inMediation().refusal(mediator, acts.report('soon'))).toBe('value.invalid');
    expect(inMediation().refusal(officer, acts.report())).toBe('actor.not_mediator');
  });

  test('§9.5 a mediator who steps back leaves the mediation to the Office; the parties keep what they may', () => {
    const story = mediatorProposed().give(consumer, acts.accept('p3')).give(mediator, acts.recuse);
    expect(story.owed).toEqual([
      'consumerSide:mediator-recused',
      'merchantSide:mediator-recused',
      'office:mediator-recused-office',
    ]);
    expect(turn(story.state, story.now)).toMatchObject({ who: 'office', what: 'assignMediator' });
    expect(story.refusal(mediator, acts.message('mediationRoom'))).toBe('actor.not_mediator');
    expect(story.give(clerk, acts.message('mediationRoom')).last).toHaveLength(1);
    expect(story.refusal(consumer, acts.message('consumerCaucus'))).toBe('mediation.no_mediator');
    expect(story.refusal(consumer, acts.share)).toBe('mediation.no_mediator');
    expect(story.give(clerk, acts.accept('p3')).state.closing?.outcome).toBe('agreement');
    expect(story.give(officer, acts.assign('otherMediator-1')).state.mediation?.mediatorId).toBe('otherMediator-1');
    expect(story.refusal(consumer, acts.recuse)).toBe('actor.not_mediator');
  });
});
