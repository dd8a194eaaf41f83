import { expect, test } from '@jest/globals';
import {
  acts,
  countered,
  empty,
  inMediation,
  inNegotiation,
  mediationRequested,
  refused,
  represented,
  submitted,
  type Story,
} from '#domain/testing/story.ts';
import { people } from '#domain/testing/people.ts';
import { standardPolicy, type Policy } from '#domain/dossier/index.ts';
import { openedBy } from '#web/server/services/dossier/fixtures/opened.ts';
import { mediationForm } from './request.ts';
import type { OpenDossier } from '../open-dossier/load-dossier.ts';

/** What a consumer reads before asking for mediation, in a dossier created under these rules. */
function formUnder(policy: Policy) {
  const { state, now } = empty().give(people.consumer, acts.create(policy));
  const summaryRow = { consumer: { name: 'Claire Roy' }, merchant: { name: 'Meubles Roy' } };
  const reader = { actor: people.consumer, side: 'consumer', readerRole: 'consumer', can: () => true };
  const opened = { state, now, ...reader, summaryRow };
  return mediationForm(undefined, opened as unknown as OpenDossier);
}

test.each([
  [{ days: 75 }, 75],
  [{ days: 60 }, 60],
  [{ businessDays: 30 }, 30],
  [{ seconds: 2 * 86_400 }, 2],
])('F-135 a mediation lasts what the dossier’s own rules say: %j', (mediationTarget, days) => {
  expect(formUnder({ ...standardPolicy, mediationTarget }).targetDays).toBe(days);
});

test.each([
  [{ days: 45 }, 45],
  [{ seconds: 86_400 }, 1],
])('F-105 the wait before mediation is that of the dossier’s own rules: %j', (mediationWait, days) => {
  expect(formUnder({ ...standardPolicy, mediationWait }).conditions.days).toEqual({ met: false, days, from: null });
});

test('F-105 A-10 what follows a request is said where one can come, and nowhere else', () => {
  const canCome = (story: Story) => mediationForm(undefined, openedBy(story, 'consumer')).canCome;
  for (const story of [submitted(), inNegotiation(), countered()]) expect(canCome(story)).toBe(true);
  for (const story of [mediationRequested(), inMediation(), refused(), represented()]) {
    expect(canCome(story)).toBe(false);
  }
});
