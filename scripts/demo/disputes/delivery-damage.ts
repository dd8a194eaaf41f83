import type { Dispute, Tell } from '../dispute.ts';
import { letterhead, shop } from './letterheads.ts';

/** Submitted; nobody has taken charge. */
export const deliveryDamage: Tell = ({ day, said }): Dispute => ({
  key: 'delivery-damage',
  language: 'fr',
  consumer: 'nassim',
  merchant: 'boreal',
  problemKind: 'livraison',
  parties: {
    confirmed: true,
    phone: '514 555-0111',
    addressLine: '8120, boulevard Saint-Michel',
    city: 'Montréal',
    province: 'QC',
    postalCode: 'H1Z 3E2',
    merchantConfirmed: true,
  },
  problem: {
    category: 'meubles',
    subcategory: 'mobilier',
    item: 'Table de cuisine livrée cassée, mur abîmé par les livreurs',
    brand: 'Maison Falaise',
    model: 'Table Bergen, chêne',
    condition: 'new',
    contractDate: day(-30),
    contractPlace: 'en_ligne',
    invoiceNumber: 'AB-2611-050',
    pricePaid: 91866,
    paymentMethod: 'debit',
    promisedDate: day(-16),
    actualDate: day(-9),
    priorSteps: [
      {
        means: 'clavardage',
        date: day(-8),
        person: 'Agent virtuel',
        outcome: 'On me demande d’attendre dix jours ouvrables.',
      },
    ],
    nature: ['dommage_livraison', 'retard'],
    details: `La boîte est arrivée écrasée d’un coin le ${said(-9)}, avec une semaine de retard. Une patte de la table est fendue et les livreurs ont fait un trou dans le mur de l’entrée en tournant. Ils sont partis sans me faire signer.`,
  },
  proposal: {
    remedies: [
      { code: 'echange', values: { equivalence: 'identical', deadline: day(15), takeBack: true } },
      {
        code: 'dommages',
        values: { amount: 18000, harm: 'Réparation du mur de l’entrée par un peintre.', document: '@peintre' },
      },
    ],
    terms: 'Livraison le soir ou la fin de semaine.',
  },
  files: [
    {
      key: 'peintre',
      kind: 'evaluation',
      fileName: 'soumission-peintre.pdf',
      title: 'Soumission du peintre',
      paper: {
        kind: 'quote',
        language: 'fr',
        from: { name: 'Peinture Riopel', lines: ['Montréal (Québec)'] },
        to: letterhead('nassim'),
        date: day(-4),
        number: '88',
        lines: [{ label: 'Plâtrage et peinture, mur de l’entrée', unitPrice: 15656 }],
      },
    },
    {
      key: 'facture',
      kind: 'facture',
      fileName: 'commande-AB-2611-050.pdf',
      title: 'Confirmation de commande',
      paper: {
        kind: 'invoice',
        language: 'fr',
        from: shop('boreal'),
        to: letterhead('nassim'),
        date: day(-30),
        number: 'AB-2611-050',
        lines: [
          { label: 'Table Bergen, chêne massif', unitPrice: 72900 },
          { label: 'Livraison à Montréal', unitPrice: 7000 },
        ],
      },
    },
    {
      key: 'photo',
      kind: 'photo',
      fileName: 'boite.jpg',
      title: 'La boîte à l’arrivée',
      photo: { scene: 'parcel', takenAt: '2026:11:15 17:55:01', north: 45.5702, west: 73.6117 },
    },
  ],
  submits: true,
  steps: [],
});
