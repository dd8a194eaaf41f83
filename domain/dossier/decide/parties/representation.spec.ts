import {
  acts,
  agreed,
  expired,
  inDraft,
  inMediation,
  inNegotiation,
  mediatorProposed,
  represented,
  submitted,
} from '../../../testing/story.ts';
import { people } from '../../../testing/people.ts';

const { consumer, mediator, clerk, officer, otherFriend, friend } = people;

describe('the consumer’s representative', () => {
  test('F-070 F-075 F-076 the consumer names one person, who is invited by mail', () => {
    const story = inDraft().give(consumer, acts.invite);
    expect(story.state.representative).toMatchObject({ status: 'invited', userId: null, invitationId: 'invitation-1' });
    expect(story.owed).toEqual(['invitee:representative-invitation', 'consumer:representative-named']);
    expect(story.refusal(consumer, { ...acts.invite, invitationId: 'invitation-2' })).toBe('representative.exists');
    expect(story.refusal(clerk, acts.invite)).toBe('actor.not_allowed');
  });

  test('F-075 F-077 a pending invitation is sent again with another key: the former one opens nothing, and its time begins again', () => {
    const story = inDraft().give(consumer, acts.invite);
    const again = { ...acts.invite, invitationId: 'invitation-2', replaces: 'invitation-1' };
    const sent = story.give(consumer, again);
    expect(sent.owed).toEqual(['invitee:representative-invitation-again', 'consumer:representative-named']);
    expect(sent.state.representative).toMatchObject({ status: 'invited', invitationId: 'invitation-2' });
    expect(sent.state.representative?.invitedAt).not.toBe(story.state.representative?.invitedAt);
    expect(sent.refusal(friend, acts.join)).toBe('invitation.unknown');
    expect(sent.give(friend, { ...acts.join, invitationId: 'invitation-2' }).state.representative?.status).toBe(
      'active',
    );
    // Only the one that is pending, and nobody's who has accepted.
    expect(sent.refusal(consumer, { ...again, invitationId: 'invitation-3' })).toBe('representative.exists');
    expect(represented(inDraft()).refusal(consumer, again)).toBe('representative.exists');
    expect(inDraft().refusal(consumer, again)).toBe('representative.none');
    expect(story.refusal(clerk, again)).toBe('actor.not_allowed');
  });

  test('F-073 F-074 at any time of the process, from the draft to the mediation, not after', () => {
    for (const story of [inDraft(), submitted(), inNegotiation(), inMediation()]) {
      expect(story.give(consumer, acts.invite).state.representative?.status).toBe('invited');
    }
    expect(agreed().refusal(consumer, acts.invite)).toBe('dossier.closed');
    expect(expired().refusal(consumer, acts.invite)).toBe('dossier.draft_expired');
  });

  test('F-073 until the invitation is accepted the consumer goes on acting', () => {
    const story = inDraft().give(consumer, acts.invite).give(consumer, acts.submit);
    expect(story.state.status).toBe('submitted');
    expect(story.refusal(friend, acts.message())).toBe('actor.not_a_party');
  });

  test('F-077 the invited person accepts with the invitation’s own id, once', () => {
    const story = represented(inDraft());
    expect(story.state.representative).toMatchObject({ status: 'active', userId: 'friend-1' });
    expect(story.owed).toEqual(['consumer:representative-active', 'user:friend-1:representative-welcome']);
    expect(story.refusal(otherFriend, acts.join)).toBe('invitation.unknown');
    expect(inDraft().refusal(friend, acts.join)).toBe('invitation.unknown');
    expect(
      inDraft()
        .give(consumer, acts.invite)
        .refusal(friend, { ...acts.join, invitationId: 'x' }),
    ).toBe('invitation.unknown');
  });

  test('F-144 once submitted, the merchant’s side and the mediator learn who speaks for the consumer', () => {
    expect(represented(mediatorProposed()).owed).toEqual([
      'consumer:representative-active',
      'user:friend-1:representative-welcome',
      'merchantSide:representative-announced',
      'mediator:representative-announced',
    ]);
  });

  test('A-19 an invitation lives fourteen days, then it is gone and another may be sent', () => {
    const story = inNegotiation().give(consumer, acts.invite);
    expect(story.when('invitationExpiry')).toBe('2026-03-17T03:59:59.999Z');
    expect(story.at('2026-03-17T03:30:00.000Z').refusal(friend, acts.join)).toBe('invitation.expired');
    const gone = story.pass('invitationExpiry');
    expect(gone.owed).toEqual(['consumer:invitation-expired']);
    const again = gone.give(consumer, { ...acts.invite, invitationId: 'invitation-2' });
    expect(again.refusal(friend, acts.join)).toBe('invitation.unknown');
    expect(again.when('invitationExpiry')).not.toBeNull();
  });

  test('A-18 nobody represents the other side, the mediator or themselves', () => {
    const story = inMediation().give(consumer, acts.invite);
    for (const userId of ['consumer-1', 'clerk-1', 'mediator-1']) {
      expect(story.refusal({ role: 'consumerRepresentative', userId }, acts.join)).toBe('representative.is_party');
    }
  });

  test('F-071 the representative does everything', () => {
    const draft = represented(inDraft());
    expect(draft.give(friend, acts.submit).state.status).toBe('submitted');
    const story = represented();
    expect(story.give(friend, acts.edit('p1', 1)).state.proposals[0]?.versions).toHaveLength(2);
    expect(story.give(friend, acts.message()).last[0]).toMatchObject({ type: 'messagePosted' });
    expect(story.give(friend, acts.close).state.closing).toMatchObject({ by: 'consumerRepresentative' });
    const countered = story.give(clerk, acts.propose('p2', 'p1'));
    expect(countered.give(friend, acts.accept('p2')).state.closing?.outcome).toBe('agreement');
  });

  test('F-071 F-072 a represented consumer adds documents and takes the mandate back; every other act is refused', () => {
    const story = represented(inNegotiation().give(consumer, acts.file('mine')));
    expect(story.give(consumer, acts.file('doc-2')).last[0]).toMatchObject({ type: 'documentAdded', side: 'consumer' });
    expect(story.give(consumer, acts.dismiss).state.representative).toBeNull();
    const others = [
      acts.edit('p1', 1),
      acts.accept('p1'),
      acts.propose('p2', 'p1'),
      acts.message(),
      acts.close,
      acts.requestMediation,
      acts.unfile('mine'),
    ];
    for (const act of others) expect(story.refusal(consumer, act)).toBe('actor.represented');
    expect(represented(inDraft()).refusal(consumer, acts.submit)).toBe('actor.represented');
    const mediated = represented(mediatorProposed());
    for (const act of [
      acts.accept('p3'),
      acts.takeBack('p3'),
      acts.leave,
      acts.share,
      acts.message('consumerCaucus'),
    ]) {
      expect(mediated.refusal(consumer, act)).toBe('actor.represented');
    }
  });

  test('A-17 a represented consumer is told of what reaches their side and of what the representative does', () => {
    const story = represented();
    expect(story.give(clerk, acts.propose('p2', 'p1')).owed).toEqual([
      'consumerSide:counter-proposal-received',
      'consumer:represented-update',
    ]);
    expect(story.give(friend, acts.message()).owed).toEqual([
      'merchantSide:message-received',
      'consumer:represented-update',
    ]);
    expect(story.give(consumer, acts.file()).owed).toEqual([
      'merchantSide:document-added',
      'consumerSide:document-added',
    ]);
  });

  test('F-073 removed by the consumer, by themselves or by the Office, they no longer act and the consumer does', () => {
    for (const by of [consumer, friend, officer]) {
      const story = represented().give(by, acts.dismiss);
      expect(story.owed).toEqual([
        'consumer:representative-removed',
        'user:friend-1:representation-ended',
        'merchantSide:representation-over',
      ]);
      expect(story.refusal(friend, acts.message())).toBe('actor.not_a_party');
      expect(story.give(consumer, acts.message()).last).toHaveLength(1);
    }
    expect(represented().refusal(mediator, acts.dismiss)).toBe('actor.not_allowed');
    expect(represented().refusal(otherFriend, acts.dismiss)).toBe('actor.not_a_party');
  });

  test('A-19 a pending invitation is called back; there is nothing to remove twice', () => {
    const invited = inDraft().give(consumer, acts.invite);
    // §6: the Office does not know of it, and is answered as when there is none.
    expect(invited.refusal(officer, acts.dismiss)).toBe('representative.none');
    const story = invited.give(consumer, acts.dismiss);
    expect(story.owed).toEqual(['invitee:invitation-revoked']);
    expect(story.refusal(consumer, acts.dismiss)).toBe('representative.none');
    expect(story.refusal(friend, acts.join)).toBe('invitation.unknown');
  });

  test('F-073 also after closing: reading can always be taken back', () => {
    const story = represented().give(clerk, acts.accept('p1'));
    expect(story.give(consumer, acts.dismiss).state.representative).toBeNull();
  });

  test('F-077 closing ends a pending invitation', () => {
    const story = inNegotiation().give(consumer, acts.invite).give(consumer, acts.close);
    expect(story.state.representative).toBeNull();
    expect(story.refusal(friend, acts.join)).toBe('dossier.closed');
  });
});
