import { people } from '../testing/people.ts';
import { acts, inMediation, mediatorProposed, represented, type Story } from '../testing/story.ts';
import type { DossierMailTemplate } from '../dossier/reactions/mail-templates.ts';
import type { Actor } from '../dossier/types.ts';
import { mailFor } from './index.ts';

const { otherClerk, consumer, mediator, clerk, officer, friend, respondent } = people;

function sent(story: Story, by: Actor, template: DossierMailTemplate): DossierMailTemplate | null {
  return mailFor(by, { template, event: story.last[0]!, state: story.state, now: story.now });
}

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
