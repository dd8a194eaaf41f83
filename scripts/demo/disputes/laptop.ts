import type { Dispute, Tell } from '../dispute.ts';
import { letterhead, shop } from './letterheads.ts';

/** Several counter-proposals; the consumer is awaited. */
export const laptop: Tell = ({ day, said }): Dispute => ({
  key: 'laptop',
  language: 'en',
  consumer: 'emily',
  merchant: 'nordet',
  problemKind: 'garantie',
  parties: {
    confirmed: true,
    phone: '514 555-0108',
    addressLine: '3480 Durocher Street, apt. 12',
    city: 'Montréal',
    province: 'QC',
    postalCode: 'H2X 2E3',
    merchantContact: 'Wei Zhang',
    merchantConfirmed: true,
  },
  problem: {
    category: 'electronique',
    subcategory: 'ordinateur',
    item: 'Laptop screen covered with lines after two repairs',
    brand: 'Tessel',
    model: 'Slate 14',
    serialNumber: 'TS14-99120-CA',
    condition: 'new',
    contractDate: day(-290),
    contractPlace: 'en_ligne',
    invoiceNumber: 'EN-60177',
    pricePaid: 160964,
    paymentMethod: 'credit',
    promisedDate: day(-286),
    actualDate: day(-284),
    extendedWarranty: true,
    priorSteps: [
      {
        means: 'magasin',
        date: day(-120),
        person: 'Service counter',
        outcome: 'First repair, five weeks without the laptop.',
      },
      {
        means: 'garantie',
        date: day(-70),
        person: 'Warranty desk',
        outcome: 'Second repair, three weeks. The lines came back in two days.',
      },
      { means: 'courriel', date: day(-31), person: 'Claims', outcome: 'They offer a third repair.' },
    ],
    nature: ['defectueux', 'reparation', 'garantie_conv'],
    details:
      `The screen shows coloured vertical lines, then a black band. It has been repaired twice; I have been without it for eight weeks out of the last five months. I am a master's student and my thesis is due on ${said(40)}. ` +
      'I do not want it repaired a third time. I would like either another one or my money.',
  },
  proposal: {
    remedies: [
      {
        code: 'remboursement_total',
        values: { amount: 160964, method: 'original', deadline: day(14), returnGood: true, returnFeesBy: 'merchant' },
      },
    ],
    terms:
      'I bring the laptop back to the store with its charger. I keep it until the money is on my card, because I need it to write.',
  },
  files: [
    {
      key: 'invoice',
      kind: 'facture',
      fileName: 'invoice-EN-60177.pdf',
      title: 'Invoice',
      paper: {
        kind: 'invoice',
        language: 'en',
        from: shop('nordet'),
        to: letterhead('emily'),
        date: day(-290),
        number: 'EN-60177',
        lines: [
          { label: 'Tessel Slate 14, 16 GB / 512 GB', unitPrice: 124999 },
          { label: 'Extended warranty, 3 years', unitPrice: 15001 },
        ],
      },
    },
    {
      key: 'photo',
      kind: 'photo',
      fileName: 'screen.jpg',
      title: 'The screen this morning',
      photo: { scene: 'laptop', takenAt: '2026:11:02 08:14:59', north: 45.5117, west: 73.5745 },
    },
  ],
  submits: true,
  steps: [
    { by: 'nordet.rep2', act: 'takeCharge' },
    {
      by: 'nordet.rep2',
      act: 'postMessage',
      thread: 'negotiation',
      body: 'Hello Emily, Wei Zhang from Nordet. I read the two repair reports: the same part was replaced twice, which should not happen. Let me see what I can do about a replacement.',
    },
    {
      by: 'nordet.rep2',
      act: 'propose',
      proposal: {
        remedies: [{ code: 'echange', values: { equivalence: 'equivalent', deadline: day(20), takeBack: true } }],
        terms: 'Exchange for a refurbished Slate 14 with a one-year warranty.',
      },
    },
    {
      by: 'emily',
      act: 'propose',
      proposal: {
        remedies: [
          { code: 'echange', values: { equivalence: 'identical', deadline: day(7), takeBack: true } },
          {
            code: 'garantie',
            values: {
              duration: 'Three years from the exchange',
              scope: 'The extended warranty I paid for moves to the new laptop',
            },
          },
        ],
        terms: 'A new one, not refurbished, before my deadline.',
      },
    },
    {
      by: 'nordet.rep2',
      act: 'propose',
      proposal: {
        remedies: [
          { code: 'echange', values: { equivalence: 'identical', deadline: day(12), takeBack: true } },
          {
            code: 'garantie',
            values: { duration: 'Two years from the exchange', scope: 'Same cover as the extended warranty' },
          },
          { code: 'credit', values: { amount: 7500, expires: false } },
        ],
        terms:
          'A new Slate 14, in the sealed box, picked up at the store of your choice. You keep the old laptop for 48 hours to move your files. The $75 credit is for the weeks without it.',
      },
    },
  ],
});
