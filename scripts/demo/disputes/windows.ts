import type { Dispute, Tell } from '../dispute.ts';

/** Sent more than three weeks ago to a merchant that has not answered since, nor ever. */
export const windows: Tell = ({ day, said }): Dispute => ({
  key: 'windows',
  language: 'fr',
  consumer: 'yves',
  merchant: 'horizon',
  problemKind: 'garantie',
  parties: {
    confirmed: true,
    phone: '418 555-0114',
    addressLine: '1330, rue de l’Érablière',
    city: 'Boischatel',
    province: 'QC',
    postalCode: 'G0A 1H0',
    merchantConfirmed: true,
  },
  problem: {
    category: 'renovation',
    subcategory: 'autres_travaux',
    item: 'Quatre fenêtres à battant, deux embuées entre les vitres',
    condition: 'new',
    contractDate: day(-410),
    contractPlace: 'domicile',
    invoiceNumber: 'FH-8812',
    pricePaid: 428900,
    paymentMethod: 'credit',
    promisedDate: day(-370),
    actualDate: day(-362),
    priorSteps: [
      { means: 'telephone', date: day(-55), person: 'Répondeur', outcome: 'Deux messages laissés, sans rappel.' },
      { means: 'courriel', date: day(-47), person: 'Service après-vente', outcome: 'Aucune réponse.' },
    ],
    nature: ['defectueux', 'garantie_conv'],
    details: `Deux des quatre fenêtres s’embuent entre les vitres depuis le ${said(-60)}. La garantie du contrat dit dix ans pour les vitres scellées. Personne ne rappelle.`,
  },
  proposal: {
    remedies: [
      { code: 'correction_service', values: { description: 'Remplacer les deux vitres scellées.', deadline: day(30) } },
    ],
    terms: 'Sans frais pour moi, comme la garantie le dit.',
  },
  files: [],
  submits: true,
  daysAgo: 23,
  steps: [],
});
