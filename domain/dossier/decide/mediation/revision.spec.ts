import { acts, agreedInMediation, inMediation, inNegotiation, mediatorProposed } from '../../../testing/story.ts';
import { people } from '../../../testing/people.ts';
import { canKnow, mailFor } from '../../../visibility/index.ts';
import { turn } from '../../turn.ts';

const { consumer, mediator, clerk, officer, respondent } = people;
const asked = mediatorProposed().give(consumer, acts.askForRevision('p3'));

describe('« Cette proposition ne me convient pas »', () => {
  test('F-115 F-116 it is the mediator’s turn as far as that side goes, and nothing closes', () => {
    expect(asked.state.status).toBe('mediation');
    expect(asked.owed).toEqual(['mediator:mediation-revision-asked']);
    for (const reader of ['consumer', 'mediator'] as const) {
      expect(turn(asked.state, asked.now, reader)).toMatchObject({ who: 'mediator', what: 'reviseProposal' });
    }
    expect(asked.give(mediator, acts.edit('p3', 1)).last[0]).toMatchObject({ type: 'proposalEdited' });
  });

  test('§6 F-115 the other side learns nothing of it: neither from the turn, nor from mails, not even once they agree', () => {
    for (const reader of [undefined, 'merchant'] as const) {
      expect(turn(asked.state, asked.now, reader)).toEqual(turn(mediatorProposed().state, asked.now, reader));
    }
    const event = asked.last[0]!;
    for (const by of [clerk, respondent, officer]) {
      expect(canKnow(asked.state, { actor: by, now: asked.now }, event)).toBe(false);
    }
    const agreed = asked.give(consumer, acts.accept('p3')).give(clerk, acts.accept('p3'));
    expect(agreed.state.closing?.outcome).toBe('agreement');
    expect(canKnow(agreed.state, { actor: clerk, now: agreed.now }, event)).toBe(false);
    expect(canKnow(agreed.state, { actor: mediator, now: agreed.now }, event)).toBe(true);
  });

  test('F-116 B-02 that side is not reminded any more; the mediator is, then the Office is told', () => {
    const reminded = asked.pass('turnReminder:1');
    expect(reminded.owed).toEqual(['consumerSide:turn-reminder', 'merchantSide:turn-reminder']);
    const mail = { template: 'turn-reminder', event: reminded.last[0]!, ...reminded } as const;
    expect([mailFor(consumer, mail), mailFor(clerk, mail)]).toEqual([null, 'turn-reminder']);
    expect(asked.pass('mediatorReminder:1').owed).toEqual(['mediator:mediator-reminder']);
    expect(asked.pass('mediatorAlert').owed).toEqual(['office:mediator-alert']);
    expect(asked.pass('turnAlert').owed).toEqual(['office:turn-alert']);
    const both = asked.give(clerk, acts.askForRevision('p3'));
    expect(both.pass('turnAlert').owed).toEqual([]);
    expect(mediatorProposed().when('mediatorReminder:1')).toBeNull();
  });

  test('F-116 another version ends it, and both are asked again', () => {
    const edited = asked.give(mediator, acts.edit('p3', 1));
    for (const reader of ['consumer', 'merchant', 'mediator'] as const) {
      expect(turn(edited.state, edited.now, reader)).toMatchObject({ who: 'both', what: 'answerMediatorProposal' });
    }
    expect(edited.when('mediatorReminder:1')).toBeNull();
    expect(edited.refusal(consumer, acts.askForRevision('p3', 1))).toBe('proposal.stale');
    expect(edited.give(consumer, acts.askForRevision('p3', 2)).last).toHaveLength(1);
  });

  test('F-114 F-115 accepting takes it back, and after accepting one takes the acceptance back first', () => {
    const accepted = asked.give(consumer, acts.accept('p3'));
    expect(turn(accepted.state, accepted.now, 'mediator')).toMatchObject({ who: 'merchant', what: 'acceptOther' });
    expect(accepted.when('mediatorReminder:1')).toBeNull();
    expect(accepted.refusal(consumer, acts.askForRevision('p3'))).toBe('proposal.already_accepted');
    const back = accepted.give(consumer, acts.takeBack('p3'));
    expect(back.give(consumer, acts.askForRevision('p3')).last).toHaveLength(1);
  });

  test('F-115 once a version, by a side in mediation, of the mediator’s proposal only', () => {
    expect(asked.refusal(consumer, acts.askForRevision('p3'))).toBe('proposal.revision_asked');
    expect(mediatorProposed().refusal(mediator, acts.askForRevision('p3'))).toBe('actor.not_allowed');
    expect(inMediation().refusal(consumer, acts.askForRevision('p2'))).toBe('proposal.not_open');
    expect(inNegotiation().refusal(clerk, acts.askForRevision('p1'))).toBe('dossier.not_in_mediation');
    expect(agreedInMediation().refusal(consumer, acts.askForRevision('p3'))).toBe('dossier.closed');
  });
});
