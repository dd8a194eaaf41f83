import { describe, expect, test } from '@jest/globals';
import type { SummaryRow } from '#db/dossiers/summary-row.ts';
import { people } from '#domain/testing/people.ts';
import {
  acts,
  agreed,
  inDraft,
  inMediation,
  inNegotiation,
  represented,
  submitted,
  type Story,
} from '#domain/testing/story.ts';
import { openedBy } from '#web/server/services/dossier/fixtures/opened.ts';
import { addresseeOf, peopleToReach } from './reach.ts';

const { consumer, officer } = people;

const reached = (story: Story, row: Partial<SummaryRow> = {}) => peopleToReach(openedBy(story, 'officer', row));
const named = (story: Story, row: Partial<SummaryRow> = {}) =>
  reached(story, row).map(({ side, as, name }) => `${side} ${as} ${name}`);
const parties = ['consumer consumer Claire Roy', 'merchant company Meubles Boréal'] as const;

describe('F-136 whom the Office may call or write to', () => {
  test('F-136 A-06 each party, and who acts for it: who has charge, or a respondent where nobody has', () => {
    expect(named(submitted())).toEqual([...parties, 'merchant respondent Anne Dubé']);
    expect(named(submitted(), { respondent: null })).toEqual(parties);
    for (const story of [inNegotiation(), inMediation()])
      expect(named(story)).toEqual([...parties, 'merchant handler Nadia Roy']);
    expect(named(represented())).toEqual([
      parties[0],
      'consumer consumerRepresentative Hugo Caron',
      parties[1],
      'merchant handler Nadia Roy',
    ]);
  });

  test('F-073 §6 whom the consumer only invited is nobody whom it knows of', () => {
    expect(named(inNegotiation().give(consumer, acts.invite))).toEqual([...parties, 'merchant handler Nadia Roy']);
  });

  test('A-04 A-30 F-136 nobody of a draft, nor of what is over, unless the officer reads it by exception', () => {
    for (const story of [inDraft(), agreed(), inNegotiation().give(consumer, acts.close)])
      expect(named(story)).toEqual([]);
    expect(named(agreed().give(officer, acts.breakGlass))).not.toEqual([]);
  });

  test('F-136 a letter goes to the party at its own address, to the attention of who acts for it', () => {
    const place = { email: '', phone: '', province: 'QC' };
    const merchant = {
      ...place,
      name: 'Meubles Boréal',
      addressLine: '2, rue B',
      city: 'Lévis',
      postalCode: 'G6V 1A1',
    };
    const row = {
      merchant,
      consumer: { ...place, name: 'Claire Roy', addressLine: '1, rue A', city: 'Québec', postalCode: 'G1R 1A1' },
    };
    const theirs = { name: 'Meubles Boréal', lines: ['2, rue B', 'Lévis QC G6V 1A1'] };
    expect(addresseeOf(reached(inNegotiation(), row), 'merchant')).toEqual({ ...theirs, attention: 'Nadia Roy' });
    expect(addresseeOf(reached(submitted(), { ...row, respondent: null }), 'merchant')).toEqual({
      ...theirs,
      attention: null,
    });
    const own = { name: 'Claire Roy', lines: ['1, rue A', 'Québec QC G1R 1A1'] };
    expect(addresseeOf(reached(inNegotiation(), row), 'consumer')).toEqual({ ...own, attention: null });
    expect(addresseeOf(reached(represented(), row), 'consumer')).toEqual({ ...own, attention: 'Hugo Caron' });
  });
});
