import { expect, test } from '@jest/globals';
import { readerOf } from '#content/reader.ts';
import { compareProposals } from '#domain/agreement/compare.ts';
import type { ProposalContent } from '#domain/agreement/types.ts';
import { presentDifference } from './present-comparison.server.ts';

const offer = (...remedies: ProposalContent['remedies']): ProposalContent => ({ remedies, terms: '' });

/** What the gap between two proposals is said to be. */
const gap = (before: ProposalContent, after: ProposalContent) =>
  presentDifference(readerOf('fr'), { ...compareProposals(before, after), documentTitles: {} }).gap;

test('B-13 a gap in dollars says that a reduction in percent is not in it', () => {
  const refund = offer({ code: 'remboursement_partiel', values: { amount: 100_00 } });
  const percent = offer({ code: 'reduction', values: { percent: 50 } });
  expect(gap(refund, percent)).toMatch(/100,00\s\$ de moins.*La réduction en pourcentage n’est pas comptée\.$/);
  expect(gap(percent, offer({ code: 'excuses', values: {} }))).toContain('n’est pas comptée');
  expect(gap(refund, offer({ code: 'remboursement_partiel', values: { amount: 150_00 } }))).toMatch(
    /50,00\s\$ de plus à la partie consommatrice\.$/,
  );
});
