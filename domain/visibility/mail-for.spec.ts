import { people } from '../testing/people.ts';
import { acts, inMediation, mediatorProposed, represented, submitted, type Story } from '../testing/story.ts';
import type { DossierMailTemplate } from '../dossier/reactions/mail-templates.ts';
import type { Actor } from '../dossier/types.ts';
import { mailFor, mailInPlace, type InPlace } from './index.ts';

const { otherClerk, consumer, mediator, clerk, officer, friend, respondent } = people;

function sent(story: Story, by: Actor, template: DossierMailTemplate): DossierMailTemplate | null {
  return mailFor(by, { template, event: story.last[0]!, state: story.state, now: story.now });
}

function inPlace(
  story: Story,
  by: Actor,
  { template, place }: { template: DossierMailTemplate; place: InPlace },
): DossierMailTemplate | null {
  return mailInPlace(by, { template, event: story.last[0]!, state: story.state, now: story.now }, place);
}

describe('A-22 B-09 who stands in for another of the company is told that something waits', () => {
  test('F-113 A-22 of a private talk: not what it is, and not in silence either', () => {
    const story = inMediation().give(mediator, acts.message('merchantCaucus'));
    const told = (by: Actor, place: InPlace) => inPlace(story, by, { template: 'message-received', place });
    expect(told(otherClerk, 'handler')).toBe('substitute-update');
    expect(told(respondent, 'handler')).toBe('substitute-update');
    expect(told(respondent, 'nobody')).toBe('charge-waiting');
    expect(told(otherClerk, 'respondent')).toBe('charge-waiting');
    const other = inMediation().give(mediator, acts.message('consumerCaucus'));
    expect(inPlace(other, respondent, { template: 'message-received', place: 'nobody' })).toBeNull();
  });

  test('B-09 A-22 of what they may know themselves: as it is; of a first message: that there is one', () => {
    const sentFirst = submitted();
    expect(inPlace(sentFirst, otherClerk, { template: 'new-dossier', place: 'respondent' })).toBe('new-dossier');
    const reminded = sentFirst.pass('takeChargeReminder:1');
    const reminder = { template: 'take-charge-reminder', place: 'respondent' } as const;
    expect(inPlace(reminded, otherClerk, reminder)).toBe('take-charge-reminder');
    const wrote = sentFirst.give(consumer, acts.message());
    const message = { template: 'message-received', place: 'respondent' } as const;
    expect(inPlace(wrote, otherClerk, message)).toBe('charge-waiting');
    expect(inPlace(wrote, respondent, { ...message, place: 'nobody' })).toBe('message-received');
  });

  test('§6 B-02 what who has charge answered is not told by silence', () => {
    const accepted = mediatorProposed().give(clerk, acts.accept('p3')).pass('turnReminder:1');
    const reminder = { template: 'turn-reminder', place: 'handler' } as const;
    expect(sent(accepted, clerk, 'turn-reminder')).toBeNull();
    expect(inPlace(accepted, otherClerk, reminder)).toBe(inPlace(accepted, respondent, reminder));
    expect(inPlace(accepted, otherClerk, reminder)).not.toBeNull();
  });
});

describe('§6 A-22 a mail tells nobody what the matrix hides', () => {
  test('F-113 a private talk is told to who acts, not to who stands in for them', () => {
    const story = inMediation().give(mediator, acts.message('merchantCaucus'));
    const told = [clerk, respondent, otherClerk, consumer, officer].map((by) => sent(story, by, 'message-received'));
    expect(told).toEqual(['message-received', null, null, null, null]);
  });

  test('F-098 a message between the parties is told to the respondent, who reads it, and not to the mediator', () => {
    const story = inMediation().give(consumer, acts.message('negotiation'));
    const told = [clerk, respondent, otherClerk, mediator].map((by) => sent(story, by, 'message-received'));
    expect(told).toEqual(['message-received', 'message-received', null, null]);
  });

  test('A-11 who may not know of an acceptance is told of the new version only', () => {
    const story = mediatorProposed().give(clerk, acts.accept('p3')).give(mediator, acts.edit('p3', 1));
    const told = [clerk, respondent].map((by) => sent(story, by, 'acceptance-voided'));
    expect(told).toEqual(['acceptance-voided', 'mediator-proposal-edited']);
  });

  test('B-02 who accepted is not reminded; silence does not tell it to who stands in for them', () => {
    for (const template of ['turn-reminder', 'turn-reminder-last'] as const) {
      const reminded = (story: Story, by: Actor) => sent(story.pass('turnReminder:1'), by, template) !== null;
      const asked = mediatorProposed();
      expect([consumer, clerk, respondent].map((by) => reminded(asked, by))).toEqual([true, true, true]);
      const merchant = asked.give(clerk, acts.accept('p3'));
      expect([consumer, clerk, respondent].map((by) => reminded(merchant, by))).toEqual([true, false, true]);
      const theirs = represented(asked).give(friend, acts.accept('p3'));
      expect([consumer, friend, clerk].map((by) => reminded(theirs, by))).toEqual([false, false, true]);
    }
  });

  test('A-12 an acceptance taken back is told to the mediator', () => {
    const story = mediatorProposed().give(consumer, acts.accept('p3')).give(consumer, acts.takeBack('p3'));
    const told = [mediator, clerk, officer].map((by) => sent(story, by, 'mediation-acceptance-withdrawn'));
    expect(told).toEqual(['mediation-acceptance-withdrawn', null, null]);
  });
});
