import { describe, expect, test } from '@jest/globals';
import { proposalValues, readProposal } from './proposal.ts';
import { checkProposal } from '#domain/agreement/check.ts';
import type { ProposalContent } from '#domain/agreement/types.ts';

describe('F-093 a proposal from a form', () => {
  const content: ProposalContent = {
    remedies: [
      { code: 'remboursement_total' as const, values: { amount: 123450, deadline: '2027-01-15', returnGood: false } },
      { code: 'excuses' as const, values: { text: 'Une lettre.\nSignée.' } },
    ],
    terms: 'Dans les dix jours.',
  };

  test('values put in a form are read back as the same proposal', () => {
    expect(readProposal(proposalValues(content, 'fr'))).toEqual(content);
    expect(readProposal(proposalValues(content, 'en'))).toEqual(content);
  });

  test('fields of what is not ticked are left out, and unknown remedies too', () => {
    const values = { remedy: ['nouveau'], remboursement_total: { amount: '5' }, terms: '' };
    expect(readProposal(values)).toEqual({ remedies: [], terms: '' });
  });

  test('a date of expiry is kept after a yes only, and needed then', () => {
    const typed = (expires: string, expiryDate = '2027-05-23') =>
      readProposal({ remedy: ['credit'], credit: { amount: '600', expires, expiryDate }, terms: '' });
    const valuesOf = (content: ProposalContent) => content.remedies[0]?.values;
    expect(valuesOf(typed('yes'))).toEqual({ amount: 60_000, expires: true, expiryDate: '2027-05-23' });
    expect(valuesOf(typed('no'))).toEqual({ amount: 60_000, expires: false });
    expect(valuesOf(typed(''))).toEqual({ amount: 60_000 });
    expect(checkProposal(typed('yes', ''))).toMatchObject([
      { code: 'field.missing', field: 'expiryDate', blocking: true },
    ]);
    expect([typed('no'), typed(''), typed('yes')].flatMap((content) => checkProposal(content))).toEqual([]);
  });

  test('what cannot be read stays as it was typed', () => {
    const values = { remedy: ['remboursement_total'], remboursement_total: { amount: 'beaucoup' } };
    expect(readProposal(values).remedies[0]?.values).toEqual({ amount: 'beaucoup' });
  });
});
