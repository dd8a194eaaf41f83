import type { Dispute, Tell } from '../dispute.ts';
import { letterhead, shop } from './letterheads.ts';

/** Mediation is asked for; no mediator is assigned yet. */
export const travel: Tell = ({ day, said }): Dispute => ({
  key: 'travel',
  language: 'en',
  consumer: 'priya',
  merchant: 'grandlarge',
  problemKind: 'annulation',
  parties: {
    confirmed: true,
    phone: '514 555-0105',
    addressLine: '17 Aylmer Road',
    city: 'Gatineau',
    province: 'QC',
    postalCode: 'J9H 1A1',
    merchantContact: 'Luc Sauvageau',
    merchantConfirmed: true,
  },
  problem: {
    category: 'voyage',
    subcategory: 'agence',
    item: 'All-inclusive week for four: another hotel, under construction',
    contractDate: day(-131),
    contractPlace: 'magasin',
    invoiceNumber: 'GL-30582',
    pricePaid: 764400,
    paymentMethod: 'credit',
    promisedDate: day(-48),
    actualDate: day(-48),
    extendedWarranty: false,
    priorSteps: [
      {
        means: 'telephone',
        date: day(-47),
        person: 'Emergency line',
        outcome: 'They offered to move us for $1,100 more.',
      },
      { means: 'courriel', date: day(-38), person: 'Luc Sauvageau', outcome: 'He forwarded it to the wholesaler.' },
    ],
    nature: ['non_conforme_contrat', 'non_conforme_pub', 'partiel'],
    details:
      `We booked a family suite by the beach with a children's pool. When we landed on ${said(-48)} we were taken to another hotel: the pool was empty, with workers in it from 7 a.m., and the four of us had one room with two beds. ` +
      'My mother-in-law, who is 74, slept on a folding bed for seven nights. The agency knew about the works three weeks earlier: the hotel showed me the e-mail.',
  },
  proposal: {
    remedies: [{ code: 'reduction', values: { amount: 305800, method: 'original', date: day(30) } }],
    terms:
      'Forty percent of what we paid, back on the same card. We did get the flights and the meals, so I am not asking for all of it.',
  },
  files: [
    {
      key: 'contract',
      kind: 'contrat',
      fileName: 'grand-large-booking.pdf',
      title: 'Booking confirmation',
      paper: {
        kind: 'contract',
        language: 'en',
        from: shop('grandlarge'),
        to: letterhead('priya'),
        date: day(-131),
        number: 'GL-30582',
        lines: [
          { label: 'Package, two adults, one senior, one child, 7 nights', unitPrice: 728000 },
          { label: 'Transfers', unitPrice: 36400 },
        ],
        taxes: false,
        clauses: [{ title: 'Accommodation', text: 'Family suite, sea side, two rooms. Children’s pool open all day.' }],
      },
    },
  ],
  submits: true,
  steps: [
    { by: 'grandlarge.rep', act: 'takeCharge' },
    {
      by: 'grandlarge.rep',
      act: 'postMessage',
      thread: 'negotiation',
      body: 'Hello Ms. Raman, I am sorry about this trip. I am asking the wholesaler what it will cover and I will make you an offer this week.',
    },
    {
      by: 'grandlarge.rep',
      act: 'propose',
      proposal: {
        remedies: [{ code: 'credit', values: { amount: 80000, expires: true, expiryDate: day(365) } }],
        terms: 'A travel voucher of $800 for the family, valid for one year, on any package we sell.',
      },
    },
    {
      by: 'priya',
      act: 'propose',
      proposal: {
        remedies: [{ code: 'reduction', values: { amount: 230000, method: 'original', date: day(30) } }],
        terms:
          'About thirty percent, in money. A voucher with you is not worth much to us right now, I hope you understand.',
      },
    },
    {
      by: 'grandlarge.rep',
      act: 'propose',
      proposal: {
        remedies: [
          { code: 'reduction', values: { amount: 60000, method: 'original', date: day(45) } },
          { code: 'credit', values: { amount: 80000, expires: false } },
        ],
        terms:
          'This is as far as the wholesaler allows me to go: $600 in money, and a voucher of $800 without an expiry date.',
      },
    },
    { by: 'priya', act: 'requestMediation' },
  ],
});
