import { describe, expect, test } from '@jest/globals';
import { checkProposal } from '#domain/agreement/check.ts';
import type { ProposalContent } from '#domain/agreement/types.ts';
import { missingToSubmit } from '#domain/problem/missing-fields.ts';
import { lists } from '#content/lists/index.ts';
import { calendarAround } from '../calendar.ts';
import { merchantOf } from '../merchants.ts';
import { personOf } from '../people.ts';
import type { DemoStep, Dispute } from '../dispute.ts';
import { tellAll } from './index.ts';

const now = new Date('2026-11-24T15:00:00Z');
const disputes = tellAll(now);
const today = calendarAround(now, 'fr').day(0);

const codes = (list: readonly { code: string }[]) => list.map((item) => item.code);

describe('the disputes of the demonstration', () => {
  test('there are at least twelve, in both languages, and no two end alike by accident', () => {
    expect(disputes.length).toBeGreaterThanOrEqual(12);
    expect(new Set(disputes.map((dispute) => dispute.language))).toEqual(new Set(['fr', 'en']));
    expect(new Set(disputes.map((dispute) => dispute.key)).size).toBe(disputes.length);
    const last = new Set(disputes.map((dispute) => ending(dispute)));
    for (const end of [
      'draft',
      'submitted',
      'takeCharge',
      'refuseToNegotiate',
      'closeDossier by consumer',
      'closeDossier by merchant',
      'requestMediation',
      'closeMediation',
      'acceptProposal',
    ]) {
      expect(last).toContain(end);
    }
  });

  test.each(disputes.map((dispute) => [dispute.key, dispute] as const))(
    '%s names people, merchants and codes that exist',
    (_key, dispute) => {
      expect(personOf(dispute.consumer).role).toBe('consumer');
      merchantOf(dispute.merchant);
      for (const { by } of dispute.steps) personOf(by);
      expect(codes(lists.problemKinds)).toContain(dispute.problemKind);
      const { problem } = dispute;
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
      for (const file of dispute.files) expect(codes(lists.documentKinds)).toContain(file.kind);
      for (const each of dispute.steps) expect(wrongCode(each)).toBe('');
    },
  );

  test.each(disputes.filter((dispute) => dispute.submits).map((dispute) => [dispute.key, dispute] as const))(
    '%s can be submitted, and every proposal in it sent',
    (_key, dispute) => {
      const documents = dispute.files.map((file) => ({ id: `@${file.key}`, kind: file.kind }));
      expect(missingToSubmit({ ...dispute, documents }, today)).toEqual([]);
      for (const proposal of proposals(dispute)) {
        expect(
          checkProposal(proposal, { today, documents: documents.map((each) => each.id) }).filter(
            (each) => each.blocking,
          ),
        ).toEqual([]);
      }
    },
  );
});

function ending(dispute: Dispute): string {
  if (!dispute.submits) return 'draft';
  const step = dispute.steps.filter((each) => each.act !== 'postMessage').at(-1);
  if (!step) return 'submitted';
  const side = personOf(step.by).role === 'consumer' ? 'consumer' : 'merchant';
  return step.act === 'closeDossier' ? `${step.act} by ${side}` : step.act;
}

function proposals(dispute: Dispute): ProposalContent[] {
  return [
    dispute.proposal,
    ...dispute.steps.flatMap((step) => (step.act === 'propose' || step.act === 'editProposal' ? [step.proposal] : [])),
  ];
}

/** Reason or link of a step that no list knows; empty when all is well. */
function wrongCode(step: DemoStep): string {
  const known = {
    refuseToNegotiate: codes(lists.refusalReasons),
    closeDossier: codes(lists.partyClosingReasons),
    closeMediation: codes(lists.mediatorClosingReasons),
  };
  if (step.act === 'nameRepresentative')
    return codes(lists.relationships).includes(step.relationship) ? '' : step.relationship;
  if (step.act === 'refuseToNegotiate' || step.act === 'closeDossier' || step.act === 'closeMediation') {
    return known[step.act].includes(step.reason) ? '' : step.reason;
  }
  return '';
}
