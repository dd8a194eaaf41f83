import { acts, empty, expired, inDraft, onTheTable, start, submitted } from '../../testing/story.ts';
import { people } from '../../testing/people.ts';
import { standardPolicy } from '../policy.ts';
import { turn } from '../turn.ts';

const { consumer, clerk, officer, otherConsumer, system } = people;

describe('a draft', () => {
  test('F-053 given nothing, a consumer opens a dossier with the policy of that day', () => {
    const story = inDraft();
    expect(story.last.map((event) => event.type)).toEqual(['dossierCreated']);
    expect(story.state).toMatchObject({ status: 'draft', consumerId: 'consumer-1', seq: 1 });
    expect(story.owed).toEqual(['consumerSide:draft-opened']);
  });

  test('F-054 a dossier is created once, by a consumer, and nothing happens to one that does not exist', () => {
    expect(inDraft().refusal(consumer, acts.create())).toBe('dossier.exists');
    expect(empty().refusal(officer, acts.create())).toBe('actor.not_allowed');
    expect(empty().refusal(consumer, acts.submit)).toBe('dossier.unknown');
  });

  test('F-056 T-01 the draft lasts until the last moment of the fourteenth day, Québec time', () => {
    expect(start).toBe('2026-03-02T15:00:00.000Z');
    expect(inDraft().state.draftExpiresAt).toBe('2026-03-17T03:59:59.999Z');
  });

  test('T-08 a dossier lives by the durations that it was created with', () => {
    const story = submitted({
      ...standardPolicy,
      draft: { days: 20 },
      mediationWait: { days: 20 },
      retention: { days: 30 },
    });
    const taken = story.give(clerk, acts.takeCharge());
    expect(story.state.draftExpiresAt).toBe('2026-03-23T03:59:59.999Z');
    expect(taken.when('mediationAvailable')).toBe('2026-03-22T17:00:00.000Z');
    expect(taken.give(consumer, acts.close).when('purge')).toBe('2026-04-02T03:59:59.999Z');
  });

  test('F-056 it is submitted up to that moment, and not after, even before the system has noticed', () => {
    const end = inDraft().state.draftExpiresAt;
    const oneHourBefore = new Date(Date.parse(end) - 3_600_000).toISOString();
    expect(inDraft().at(oneHourBefore).give(consumer, acts.submit).state.status).toBe('submitted');
    expect(inDraft().at(end).refusal(consumer, acts.submit)).toBe('dossier.draft_expired');
    expect(inDraft().at(end).refusal(consumer, acts.file())).toBe('dossier.draft_expired');
    expect(inDraft().at(end).refusal(consumer, acts.invite)).toBe('dossier.draft_expired');
  });

  test('F-068 F-069 submitting sends the first proposal with the file and awaits the merchant', () => {
    const story = submitted();
    expect(story.last.map((event) => event.type)).toEqual(['dossierSubmitted', 'proposalMade']);
    expect(onTheTable(story)).toBe('p1@1 by consumer');
    expect(turn(story.state, story.now)).toMatchObject({ who: 'merchant', what: 'takeChargeOrRefuse' });
  });

  test('F-080 A-04 the respondent hears of a dossier when it is submitted, not when it is opened', () => {
    expect(inDraft().owed).not.toContain('respondent:new-dossier');
    expect(submitted().owed).toEqual(['consumerSide:dossier-submitted', 'respondent:new-dossier']);
  });

  test('F-069 it is submitted once, by its own consumer', () => {
    expect(submitted().refusal(consumer, acts.submit)).toBe('dossier.not_draft');
    expect(inDraft().refusal(otherConsumer, acts.submit)).toBe('actor.not_a_party');
    expect(inDraft().refusal(clerk, acts.takeCharge())).toBe('dossier.not_submitted');
    expect(inDraft().refusal(consumer, { ...acts.submit, contentId: ' ' })).toBe('value.invalid');
  });

  test('A-05 its author is reminded at nine in the morning, seven days, three days and one day before', () => {
    const story = inDraft();
    expect(
      ['draftReminder:1', 'draftReminder:2', 'draftReminder:3'].map((kind) => story.when(kind as 'purge')),
    ).toEqual(['2026-03-09T13:00:00.000Z', '2026-03-13T13:00:00.000Z', '2026-03-15T13:00:00.000Z']);
    expect(story.pass('draftReminder:1').owed).toEqual(['consumerSide:draft-reminder']);
    expect(story.pass('draftReminder:1').when('draftReminder:1')).toBeNull();
  });

  test('A-05 after an outage one reminder is sent, not all those that were missed', () => {
    const late = inDraft().at('2026-03-15T20:00:00.000Z');
    const first = late.give(system, acts.pass('draftReminder:1'));
    const second = first.give(system, acts.pass('draftReminder:2'));
    const third = second.give(system, acts.pass('draftReminder:3'));
    expect([first.owed, second.owed, third.owed]).toEqual([[], [], ['consumerSide:draft-reminder']]);
  });

  test('A-05 then it expires: nothing can be done with it but extend it', () => {
    const story = expired();
    expect(story.state.status).toBe('expired');
    expect(story.owed).toEqual(['consumerSide:draft-expired']);
    expect(story.refusal(consumer, acts.submit)).toBe('dossier.draft_expired');
    expect(story.refusal(consumer, acts.file())).toBe('dossier.draft_expired');
    expect(story.refusal(clerk, acts.takeCharge())).toBe('dossier.not_submitted');
  });

  test('A-05 the Office gives more time, before or after expiry, and the reminders start again', () => {
    const until = '2026-04-01T03:59:59.999Z';
    for (const story of [inDraft().pass('draftReminder:1'), expired()]) {
      const extended = story.give(officer, acts.extend(until));
      expect(extended.state).toMatchObject({ status: 'draft', draftExpiresAt: until, expiredAt: null });
      expect(extended.owed).toEqual(['consumerSide:draft-extended']);
      expect(extended.when('draftReminder:1')).toBe('2026-03-24T13:00:00.000Z');
      expect(extended.give(consumer, acts.submit).state.status).toBe('submitted');
    }
  });

  test('A-05 nobody is reminded in the past: a short extension skips the early reminders', () => {
    const extended = expired().give(officer, acts.extend('2026-03-20T03:59:59.999Z'));
    expect(extended.when('draftReminder:1')).toBeNull();
    expect(extended.when('draftReminder:2')).toBeNull();
    expect(extended.when('draftReminder:3')).toBe('2026-03-18T13:00:00.000Z');
  });

  test('A-05 an extension gives time, never takes it, and is the Office’s alone', () => {
    const story = inDraft();
    expect(story.refusal(officer, acts.extend(story.now))).toBe('value.invalid');
    expect(story.refusal(officer, acts.extend('tomorrow'))).toBe('value.invalid');
    expect(story.refusal(officer, acts.extend('2026-03-16T03:59:59.999Z'))).toBe('value.invalid');
    expect(story.refusal(consumer, acts.extend('2027-01-01T00:00:00.000Z'))).toBe('actor.not_officer');
    expect(submitted().refusal(officer, acts.extend('2027-01-01T00:00:00.000Z'))).toBe('dossier.not_draft');
  });

  test('A-05 thirty days after expiry it is erased, with no kit: nothing was ever closed', () => {
    const story = expired();
    expect(story.when('draftPurge')).toBe('2026-04-16T03:59:59.999Z');
    const purged = story.pass('draftPurge');
    expect(purged.state).toMatchObject({ status: 'purged', closing: { outcome: 'draftExpired', by: 'system' } });
    expect(purged.owed).toEqual(['eraseContent']);
    expect(purged.refusal(officer, acts.extend('2027-01-01T00:00:00.000Z'))).toBe('dossier.purged');
  });
});
