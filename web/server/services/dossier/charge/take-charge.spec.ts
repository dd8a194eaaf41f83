import { expect, test } from '@jest/globals';
import { people, type Place } from '#domain/testing/people.ts';
import { acts, inMediation, inNegotiation, submitted, type Story } from '#domain/testing/story.ts';
import { openedBy } from '#web/server/services/dossier/fixtures/opened.ts';
import { takeChargeForm } from './take-charge.ts';

const form = (story: Story, place: Exclude<Place, 'system'>) => takeChargeForm(undefined, openedBy(story, place));

test('A-21 whoever takes over reads who is told of it: the respondent only where neither of the two is', () => {
  expect(form(inNegotiation(), 'otherClerk')).toMatchObject({ handler: 'Nadia Roy', respondentTold: true });
  expect(form(inNegotiation(), 'respondent')).toMatchObject({ handler: 'Nadia Roy', respondentTold: false });
  const ofRespondent = submitted().give(people.respondent, acts.takeCharge());
  expect(form(ofRespondent, 'clerk')).toMatchObject({
    handler: 'Anne Dubé',
    respondentTold: false,
    ofRespondent: true,
  });
});

test('F-111 whoever takes charge in mediation is not promised what only a negotiation has', () => {
  expect(form(inMediation(), 'otherClerk').mediation).toBe(true);
  expect(form(inNegotiation(), 'otherClerk').mediation).toBe(false);
});
