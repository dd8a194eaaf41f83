import type { Dispute, Tell } from '../dispute.ts';
import { letterhead, shop } from './letterheads.ts';

/** The consumer withdraws. */
export const gym: Tell = ({ day }): Dispute => ({
  key: 'gym',
  language: 'en',
  consumer: 'jordan',
  merchant: 'vigueur',
  problemKind: 'annulation',
  parties: {
    confirmed: true,
    phone: '514 555-0109',
    addressLine: '2209 Sherbrooke Street East',
    city: 'Montréal',
    province: 'QC',
    postalCode: 'H2K 1E2',
    merchantConfirmed: true,
  },
  problem: {
    category: 'studio_sante',
    item: 'Gym contract: cancellation refused after an injury',
    contractDate: day(-160),
    contractPlace: 'magasin',
    invoiceNumber: 'MBR-88210',
    pricePaid: 71880,
    paymentMethod: 'credit',
    priorSteps: [
      {
        means: 'courriel',
        date: day(-33),
        person: 'Member services',
        outcome: 'They ask for the full price of the remaining seven months.',
      },
    ],
    nature: ['annulation', 'facturation'],
    details:
      'I tore a ligament in October and the doctor says no training for six months. The club keeps taking $59.90 a month and says the contract cannot be ended. I think the law lets me end it and pay a small penalty only.',
  },
  proposal: {
    remedies: [
      { code: 'resiliation', values: { effectiveDate: day(0), noFee: false, balance: 5000 } },
      { code: 'remboursement_partiel', values: { amount: 5990, method: 'original', deadline: day(30) } },
    ],
    terms: 'The contract ends today. I pay a penalty of $50 and get back the month taken after my notice.',
  },
  files: [
    {
      key: 'contract',
      kind: 'contrat',
      fileName: 'membership-contract.pdf',
      title: 'Membership contract',
      paper: {
        kind: 'contract',
        language: 'en',
        from: shop('vigueur'),
        to: letterhead('jordan'),
        date: day(-160),
        number: 'MBR-88210',
        lines: [{ label: 'Annual membership, 12 payments', unitPrice: 62518 }],
        clauses: [
          { title: 'Duration', text: 'Twelve months. Freezing of membership possible for up to two months a year.' },
        ],
        signature: 'Jordan Whitfield',
      },
    },
  ],
  submits: true,
  steps: [
    { by: 'vigueur.rep', act: 'takeCharge' },
    {
      by: 'vigueur.rep',
      act: 'postMessage',
      thread: 'negotiation',
      body: 'Hi Jordan, sorry to hear about the knee. I passed your medical note to head office and I should have an answer soon.',
    },
    {
      by: 'jordan',
      act: 'closeDossier',
      reason: 'regle_autrement',
      justification:
        'My credit card company reversed the last payment and the club sent me a letter that ends the contract without a penalty. There is nothing left to settle. Thanks to Tyler for following up.',
    },
  ],
});
