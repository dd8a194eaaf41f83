import type { Dispute, Tell } from '../dispute.ts';
import { letterhead, shop } from './letterheads.ts';

/** The merchant refuses to negotiate. */
export const phoneContract: Tell = ({ day, said }): Dispute => ({
  key: 'phone-contract',
  language: 'en',
  consumer: 'daniel',
  merchant: 'ondes',
  problemKind: 'facturation',
  parties: {
    confirmed: true,
    phone: '514 555-0103',
    addressLine: '4510 Wellington Street',
    city: 'Verdun',
    province: 'QC',
    postalCode: 'H4G 1W9',
    merchantConfirmed: true,
  },
  problem: {
    category: 'telecom',
    subcategory: 'forfait_mobile',
    item: 'Mobile plan billed $27 a month above the price I was quoted',
    condition: 'new',
    contractDate: day(-188),
    contractPlace: 'telephone',
    invoiceNumber: '7741-220-19',
    pricePaid: 39600,
    paymentMethod: 'credit',
    extendedWarranty: false,
    priorSteps: [
      {
        means: 'telephone',
        date: day(-150),
        person: 'Agent no. 4471',
        outcome: 'A $27 credit for one month, and a promise that it was fixed.',
      },
      { means: 'clavardage', date: day(-97), person: 'Mia', outcome: 'She said the promotion had never existed.' },
      {
        means: 'telephone',
        date: day(-40),
        person: 'A supervisor',
        outcome: 'Told me to cancel and pay the balance of the phone.',
      },
    ],
    nature: ['prix', 'facturation', 'fausse_rep'],
    details:
      `On ${said(-188)} I was called by Ondes and offered 60 GB for $39 a month for 24 months. I have the text message that confirms it. ` +
      'Every bill since then has been $66. I have spent about five hours on the phone over six months. All I want is the price I was promised, and what I overpaid.',
  },
  proposal: {
    remedies: [
      { code: 'remboursement_partiel', values: { amount: 16200, method: 'account', deadline: day(30) } },
      {
        code: 'rectification',
        values: {
          description: 'Set the plan at $39 a month, as in the confirmation message, until the 24 months are over.',
        },
      },
    ],
    terms:
      'The $162 is six months of the difference. A credit on my account is fine. I would like the corrected price to be confirmed in writing.',
  },
  files: [
    {
      key: 'bill',
      kind: 'facture',
      fileName: 'ondes-bill.pdf',
      title: 'Latest bill',
      paper: {
        kind: 'invoice',
        language: 'en',
        from: shop('ondes'),
        to: letterhead('daniel'),
        date: day(-12),
        number: '7741-220-19',
        lines: [
          { label: 'Plan 60 GB Canada', unitPrice: 6600 },
          { label: 'Caller ID', unitPrice: 0 },
        ],
      },
    },
    {
      key: 'confirmation',
      kind: 'lettre',
      fileName: 'confirmation-text.pdf',
      title: 'Text message that confirms the offer',
      paper: {
        kind: 'letter',
        language: 'en',
        from: shop('ondes'),
        to: letterhead('daniel'),
        date: day(-188),
        subject: 'Text message, 2:14 p.m.',
        paragraphs: [
          'Hi Daniel! Your new plan: 60 GB Canada, $39/mo for 24 months. Reply YES to confirm.',
          'YES',
          'Confirmed. Welcome to Ondes.',
        ],
      },
    },
  ],
  submits: true,
  steps: [
    {
      by: 'ondes.repondant',
      act: 'refuseToNegotiate',
      reason: 'hors_delai',
      justification:
        'The offer of $39 applied for the first six months only, as stated in section 4 of the service agreement sent by e-mail. The customer had 45 days to contest a bill under that agreement and did not do so in writing. We have already granted one credit and consider the matter closed.',
    },
  ],
});
