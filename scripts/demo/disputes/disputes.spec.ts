import { describe, expect, test } from '@jest/globals';
import { checkProposal } from '#domain/agreement/check.ts';
import type { ProposalContent } from '#domain/agreement/types.ts';
import { missingToSubmit } from '#domain/problem/missing-fields.ts';
import { lists } from '#content/lists/index.ts';
import { calendarAround } from '../calendar.ts';
import { merchantOf } from '../merchants.ts';
import { personOf } from '../people.ts';
import type { Act, Story } from '../story.ts';
import { tellAll } from './index.ts';

const now = new Date('2026-11-24T15:00:00Z');
const stories = tellAll(now);
const today = calendarAround(now, 'fr').day(0);

const codes = (list: readonly { code: string }[]) => list.map((item) => item.code);

describe('the disputes of the demonstration', () => {
  test('there are at least twelve, in both languages, and no two end alike by accident', () => {
    expect(stories.length).toBeGreaterThanOrEqual(12);
    expect(new Set(stories.map((story) => story.language))).toEqual(new Set(['fr', 'en']));
    expect(new Set(stories.map((story) => story.key)).size).toBe(stories.length);
    const last = new Set(stories.map((story) => ending(story)));
    for (const end of [
      'draft',
      'submitted',
      'takeCharge',
      'refuse',
      'close by consumer',
      'close by merchant',
      'requestMediation',
      'closeMediation',
      'accept',
    ]) {
      expect(last).toContain(end);
    }
  });

  test.each(stories.map((story) => [story.key, story] as const))(
    '%s names people, merchants and codes that exist',
    (_key, story) => {
      expect(personOf(story.consumer).role).toBe('consumer');
      merchantOf(story.merchant);
      for (const act of story.acts) personOf(act.by);
      expect(codes(lists.problemKinds)).toContain(story.problemKind);
      const { problem } = story;
      if (problem.category) expect(codes(lists.categories)).toContain(problem.category);
      if (problem.subcategory) {
        expect(
          lists.subcategories.filter((item) => item.parent === problem.category).map((item) => item.code),
        ).toContain(problem.subcategory);
      }
      if (problem.contractPlace) expect(codes(lists.contractPlaces)).toContain(problem.contractPlace);
      if (problem.paymentMethod) expect(codes(lists.paymentMethods)).toContain(problem.paymentMethod);
      for (const step of problem.priorSteps ?? []) expect(codes(lists.priorStepMeans)).toContain(step.means);
      for (const nature of problem.nature ?? []) expect(codes(lists.problemNature)).toContain(nature);
      for (const file of story.files) expect(codes(lists.documentKinds)).toContain(file.kind);
      for (const act of story.acts) expect(wrongCode(act)).toBe('');
    },
  );

  test.each(stories.filter((story) => story.submits).map((story) => [story.key, story] as const))(
    '%s can be submitted, and every proposal in it sent',
    (_key, story) => {
      const documents = story.files.map((file) => ({ id: `@${file.key}`, kind: file.kind }));
      expect(missingToSubmit({ ...story, documents }, today)).toEqual([]);
      for (const proposal of proposals(story)) {
        expect(
          checkProposal(proposal, { today, documents: documents.map((each) => each.id) }).filter(
            (each) => each.blocking,
          ),
        ).toEqual([]);
      }
    },
  );
});

function ending(story: Story): string {
  if (!story.submits) return 'draft';
  const act = story.acts.filter((each) => each.act !== 'message').at(-1);
  if (!act) return 'submitted';
  return act.act === 'close' ? `close by ${personOf(act.by).role === 'consumer' ? 'consumer' : 'merchant'}` : act.act;
}

function proposals(story: Story): ProposalContent[] {
  return [
    story.proposal,
    ...story.acts.flatMap((act) => (act.act === 'propose' || act.act === 'edit' ? [act.proposal] : [])),
  ];
}

/** Reason or link of an act that no list knows; empty when all is well. */
function wrongCode(act: Act): string {
  const known = {
    refuse: codes(lists.refusalReasons),
    close: codes(lists.partyClosingReasons),
    closeMediation: codes(lists.mediatorClosingReasons),
  };
  if (act.act === 'nameRepresentative')
    return codes(lists.relationships).includes(act.relationship) ? '' : act.relationship;
  if (act.act === 'refuse' || act.act === 'close' || act.act === 'closeMediation') {
    return known[act.act].includes(act.reason) ? '' : act.reason;
  }
  return '';
}
