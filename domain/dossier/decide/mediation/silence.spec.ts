import { acts, closingAnnounced, inMediation, mediatorNamed, mediatorProposed } from '../../../testing/story.ts';
import { people } from '../../../testing/people.ts';
import { isAtWork, mediatorAwaitedSince, mediatorSilentAt } from '../../state/mediator-awaited.ts';
import { mayBeNamed } from '../../state/parties.ts';
import { upgradeState } from '../../state/upgrade.ts';
import { turn } from '../../turn.ts';

const { consumer, mediator, otherMediator, clerk, officer } = people;

const first = 'mediatorReminder:1';
/** Ten days on, of March 2 at most: after the first reminder, before the second. */
const later = '2026-03-12T15:00:00.000Z';

describe('a mediator who falls silent', () => {
  test('B-02 B-11 before the first proposal they are reminded from the declaration on, and the Office told in the end', () => {
    const story = inMediation();
    expect(story.when(first)).toBe('2026-03-09T13:00:00.000Z');
    expect(turn(story.state, story.now, 'mediator').by).toEqual({ at: story.when(first), then: 'reminder' });
    // Nobody else's page announces it.
    for (const reader of [undefined, 'consumer', 'merchant'] as const)
      expect(turn(story.state, story.now, reader).by).toEqual({ at: '2026-05-17T03:59:59.999Z', then: 'officeAlert' });
    const reminded = story.pass(first);
    expect(reminded.owed).toEqual(['mediator:mediator-reminder']);
    const alerted = reminded.pass('mediatorAlert');
    expect(alerted.owed).toEqual(['office:mediator-alert']);
    expect(mediatorSilentAt(alerted.state)).toBe(alerted.now);
  });

  test('B-02 the ladder begins again when they write in the room or in private, report or add a document, and for nobody else', () => {
    const doing = [acts.message('mediationRoom'), acts.message('consumerCaucus'), acts.report(), acts.file('doc-2')];
    for (const act of doing) {
      const story = inMediation().pass('mediatorAlert');
      const acted = story.give(mediator, act);
      expect(mediatorSilentAt(acted.state)).toBeNull();
      expect(acted.when(first)! > story.now).toBe(true);
      expect(story.give(consumer, acts.message('mediationRoom')).when(first)).toBe(story.when(first));
    }
  });

  test('B-02 A-08 while a withdrawal waits to be closed they are reminded from the withdrawal on', () => {
    const story = mediatorProposed().at(later).give(clerk, acts.leave);
    expect(story.when(first)).toBe('2026-03-19T13:00:00.000Z');
    expect(story.when('withdrawalClose')! > story.when(first)!).toBe(true);
    const { what, by } = turn(story.state, story.now, 'mediator');
    expect([what, by]).toEqual(['closeAfterWithdrawal', { at: story.when(first), then: 'reminder' }]);
  });

  test('B-02 F-116 while the sides are to answer nobody waits for the mediator; another version waits from the first who asks', () => {
    const story = mediatorProposed();
    expect(story.when(first)).toBeNull();
    const asked = story.at(later).give(consumer, acts.askForRevision('p3'));
    expect(asked.when(first)).toBe('2026-03-19T13:00:00.000Z');
    // What is awaited is the version, and since when is on their page.
    const wrote = asked.at('2026-03-16T15:00:00.000Z').give(mediator, acts.message('mediationRoom'));
    expect(wrote.when(first)).toBe('2026-03-19T13:00:00.000Z');
    expect(turn(wrote.state, wrote.now, 'mediator').since).toBe(asked.now);
    // The other side's asking begins nothing again.
    const both = asked.at('2026-03-16T15:00:00.000Z').give(clerk, acts.askForRevision('p3'));
    expect(both.when(first)).toBe('2026-03-19T13:00:00.000Z');
  });

  test('B-02 F-121 whoever takes over a proposal or a withdrawal is awaited from their declaration on, or their naming before there was one', () => {
    const takenOver = '2026-03-20T15:00:00.000Z';
    const left = [
      mediatorProposed().give(consumer, acts.askForRevision('p3')),
      mediatorProposed().give(consumer, acts.leave),
    ];
    for (const story of left) {
      const named = story.at(takenOver).give(officer, acts.assign(otherMediator.userId, mediator.userId));
      const declared = named.give(otherMediator, acts.declare);
      expect(mediatorAwaitedSince(declared.state)).toBe(declared.now);
      expect(declared.when(first)).toBe('2026-03-27T13:00:00.000Z');
      const { mustDeclare: _, ...before } = acts.assign(otherMediator.userId, mediator.userId);
      const atOnce = story.at(takenOver).give(officer, before);
      expect(mediatorAwaitedSince(atOnce.state)).toBe(atOnce.now);
    }
  });

  test('B-02 who has not declared is not at work yet, nor is who waits for the sides', () => {
    const left = mediatorProposed().give(consumer, acts.leave);
    const stories = [mediatorNamed(), inMediation(), mediatorProposed(), left];
    expect(stories.map(({ state }) => isAtWork(state))).toEqual([false, true, false, true]);
  });

  test('B-02 a state of before knows what was written to both sides, and nothing else', () => {
    const wrote = inMediation().at(later).give(mediator, acts.message('mediationRoom'));
    const { lastActAt: _, ...mediation } = wrote.state.mediation!;
    expect(upgradeState({ ...wrote.state, mediation }).mediation?.lastActAt).toBe(wrote.now);
    expect(mediatorNamed().state.mediation?.lastActAt).toBeNull();
  });
});

describe('a side whose silence the Office was told of', () => {
  test('B-02 B-11 §6 is known from the alert on, whatever is answered later, until the turn passes', () => {
    const reminded = mediatorProposed().pass('turnReminder:1');
    expect(reminded.state.sideSilentAt).toBeNull();
    const alerted = mediatorProposed().pass('turnAlert');
    expect(alerted.state.sideSilentAt).toBe(alerted.now);
    expect(alerted.pass('mediationTarget').state.sideSilentAt).toBe(alerted.now);
    const answered = alerted.give(consumer, acts.askForRevision('p3')).give(clerk, acts.accept('p3'));
    expect(answered.state.sideSilentAt).toBe(alerted.now);
    expect(answered.give(mediator, acts.edit('p3', 1)).state.sideSilentAt).toBeNull();
    const closed = alerted.give(mediator, acts.announce).give(mediator, acts.fail);
    expect(closed.state.sideSilentAt).toBeNull();
    // Another version waits from now on, and the Office is told of its silence too.
    const again = answered.give(mediator, acts.edit('p3', 1));
    expect(again.when('turnAlert')! > alerted.now).toBe(true);
    expect(again.pass('turnAlert').owed).toEqual(['office:turn-alert']);
  });

  test('B-02 B-11 is none when both had answered, and the same whichever side had answered alone', () => {
    const both = mediatorProposed().give(consumer, acts.askForRevision('p3')).give(clerk, acts.askForRevision('p3'));
    const each = mediatorProposed().give(consumer, acts.accept('p3')).give(clerk, acts.askForRevision('p3'));
    for (const answered of [both, each]) {
      const alerted = answered.pass('turnAlert');
      expect(alerted.state.sideSilentAt).toBeNull();
      // Nor is it when the state is read again.
      expect(upgradeState(alerted.state).sideSilentAt).toBeNull();
    }
    const none = mediatorProposed().pass('turnAlert');
    for (const by of [consumer, clerk])
      for (const answer of [acts.askForRevision('p3'), acts.accept('p3')])
        expect(mediatorProposed().give(by, answer).pass('turnAlert').state.sideSilentAt).toBe(none.state.sideSilentAt);
  });

  test('B-02 a state of before keeps what the Office was told, by the ladder that passed', () => {
    const alerted = mediatorProposed().pass('turnAlert');
    const { sideSilentAt, ...before } = alerted.state;
    expect(upgradeState(before).sideSilentAt).toBe(sideSilentAt);
    const { sideSilentAt: _, ...early } = mediatorProposed().state;
    expect(upgradeState(early).sideSilentAt).toBeNull();
  });
});

/** Nobody leads it, and nothing of whoever did is left but that they had. */
const unled = { mediatorId: null, assignedAt: null, declaredAt: null, closingAnnouncedAt: null };

describe('the Office takes a mediation back', () => {
  test('F-020 F-121 both sides are told that another person will be named, and the dossier is in its queue; once', () => {
    for (const story of [mediatorNamed(), inMediation(), closingAnnounced(), mediatorProposed()]) {
      const back = story.give(officer, acts.release());
      expect(back.last).toEqual([expect.objectContaining({ type: 'mediatorReleased', mediatorId: 'mediator-1' })]);
      expect(back.owed).toEqual(['consumerSide:mediator-released', 'merchantSide:mediator-released']);
      expect(turn(back.state, back.now)).toMatchObject({ who: 'office', what: 'assignMediator' });
      expect(back.state.mediation).toMatchObject(unled);
      // Who is back may be named again: they handed nothing back (ADR 49).
      expect(mayBeNamed(back.state, mediator.userId)).toBe(true);
      expect(back.give(officer, acts.assign()).state.mediation?.mediatorId).toBe(mediator.userId);
      expect(back.when(first)).toBeNull();
      expect(back.refusal(officer, acts.release())).toBe('mediation.no_mediator');
      expect(back.refusal(mediator, acts.message('mediationRoom'))).toBe('actor.not_mediator');
      // The 75 days go on, and another is named.
      expect(back.give(officer, acts.assign('otherMediator-1')).when('mediationTarget')).toBe(
        story.when('mediationTarget'),
      );
    }
  });

  test('F-121 nobody but the Office does, and nobody else’s mediation is taken', () => {
    expect(inMediation().refusal(mediator, acts.release())).toBe('actor.not_officer');
    expect(inMediation().refusal(consumer, acts.release())).toBe('actor.not_officer');
    expect(inMediation().refusal(officer, acts.release('otherMediator-1'))).toBe('mediation.mediator_changed');
    expect(inMediation().refusal(officer, acts.release(''))).toBe('value.invalid');
  });
});
