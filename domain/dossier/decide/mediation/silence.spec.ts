import { acts, inMediation, mediatorNamed, mediatorProposed } from '../../../testing/story.ts';
import { people } from '../../../testing/people.ts';
import { mediatorSilentAt } from '../../state/mediator-awaited.ts';
import { upgradeState } from '../../state/upgrade.ts';
import { turn } from '../../turn.ts';

const { consumer, mediator, clerk, officer } = people;

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
    const alerted = mediatorProposed().pass('turnAlert');
    expect(alerted.state.sideSilentAt).toBe(alerted.now);
    const answered = alerted.give(consumer, acts.askForRevision('p3')).give(clerk, acts.accept('p3'));
    expect(answered.state.sideSilentAt).toBe(alerted.now);
    expect(answered.give(mediator, acts.edit('p3', 1)).state.sideSilentAt).toBeNull();
  });

  test('B-02 B-11 is none when both had answered, and the same whichever side had answered alone', () => {
    const both = mediatorProposed().give(consumer, acts.askForRevision('p3')).give(clerk, acts.askForRevision('p3'));
    expect(both.pass('turnAlert').state.sideSilentAt).toBeNull();
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

describe('the Office takes a mediation back', () => {
  test('F-020 F-121 both sides are told that another person will be named, and the dossier is in its queue; once', () => {
    for (const story of [mediatorNamed(), inMediation(), mediatorProposed()]) {
      const back = story.give(officer, acts.release());
      expect(back.last).toEqual([expect.objectContaining({ type: 'mediatorReleased', mediatorId: 'mediator-1' })]);
      expect(back.owed).toEqual(['consumerSide:mediator-released', 'merchantSide:mediator-released']);
      expect(turn(back.state, back.now)).toMatchObject({ who: 'office', what: 'assignMediator' });
      expect(back.state.mediation?.mediatorId).toBeNull();
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
