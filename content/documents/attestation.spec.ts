import { expect, test } from '@jest/globals';
import { attestationDocument } from './attestation.ts';

const party = { name: 'Claire Roy', address: '', email: '', phone: '', actedBy: null };

/** The text of the attestation of a mediation led by whoever has this name. */
const text = (name: string, language: 'fr' | 'en') =>
  JSON.stringify(
    attestationDocument(
      {
        number: '2026-0001',
        officeName: 'Office',
        consumer: { side: 'consumer', ...party },
        merchant: { side: 'merchant', ...party },
        mediator: { name, accreditation: '' },
        began: '2026-03-02T15:00:00.000Z',
        ended: '2026-03-20T15:00:00.000Z',
        nature: '',
      },
      language,
    ),
  );

test('A-36 F-120 an attestation names who mediated', () => {
  expect(text('Inès Gagnon', 'fr')).toContain('Médiatrice ou médiateur : Inès Gagnon'.replace(' :', '\u00a0:'));
  expect(text('Inès Gagnon', 'en')).toContain('Mediator: Inès Gagnon');
});
