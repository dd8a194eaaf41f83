import type { Dispute, Tell } from '../dispute.ts';
import { letterhead, shop } from './letterheads.ts';

/** A daughter acts for her father; the consumer's side is awaited. */
export const mattress: Tell = ({ day, said }): Dispute => ({
  key: 'mattress',
  language: 'fr',
  consumer: 'gerard',
  merchant: 'boreal',
  problemKind: 'garantie',
  parties: {
    confirmed: true,
    phone: '514 555-0107',
    addressLine: '14, rue du Couvent',
    city: 'Beaupré',
    province: 'QC',
    postalCode: 'G0A 1E0',
    merchantConfirmed: true,
  },
  problem: {
    category: 'meubles',
    subcategory: 'matelas',
    item: 'Matelas qui creuse, garantie refusée',
    brand: 'Songe',
    model: 'Confort ferme, grand lit',
    condition: 'new',
    contractDate: day(-740),
    contractPlace: 'magasin',
    invoiceNumber: 'AB-1104-208',
    pricePaid: 137970,
    paymentMethod: 'comptant',
    extendedWarranty: false,
    priorSteps: [
      {
        means: 'telephone',
        date: day(-35),
        person: 'Service après-vente',
        outcome: 'Il faut une preuve que le creux dépasse 3,8 cm.',
      },
      {
        means: 'magasin',
        date: day(-26),
        person: 'Amélie',
        outcome: 'Refus : une tache sur le matelas annulerait la garantie.',
      },
    ],
    nature: ['duree', 'garantie_conv'],
    details:
      'Le matelas est garanti dix ans. Il creuse de quatre centimètres et demi au milieu après deux ans. On me dit qu’une petite tache de café annule tout. ' +
      'J’ai 81 ans, j’ai mal au dos et je dors dans mon fauteuil depuis un mois. Ma fille Isabelle m’aide avec l’ordinateur.',
  },
  proposal: {
    remedies: [{ code: 'echange', values: { equivalence: 'equivalent', deadline: day(21), takeBack: true } }],
    terms: 'Un matelas neuf de même qualité, livré et installé dans la chambre. L’ancien est repris.',
  },
  files: [
    {
      key: 'facture',
      kind: 'facture',
      fileName: 'facture-matelas.pdf',
      title: 'Facture du matelas',
      paper: {
        kind: 'invoice',
        language: 'fr',
        from: shop('boreal'),
        to: letterhead('gerard'),
        date: day(-740),
        number: 'AB-1104-208',
        lines: [{ label: 'Matelas Songe Confort ferme, grand lit', unitPrice: 120000 }],
        paragraphs: ['Garantie limitée de dix ans du fabricant.'],
      },
    },
    {
      key: 'photo',
      kind: 'photo',
      fileName: 'matelas-regle.jpg',
      title: 'Le creux, mesuré à la règle',
      photo: { scene: 'mattress', takenAt: '2026:10:28 11:30:00', north: 47.0462, west: 70.8916 },
    },
  ],
  submits: true,
  steps: [
    { by: 'gerard', act: 'nameRepresentative', person: 'isabelle', relationship: 'enfant' },
    { by: 'isabelle', act: 'acceptInvitation' },
    { by: 'boreal.rep2', act: 'takeCharge' },
    {
      by: 'isabelle',
      act: 'postMessage',
      thread: 'negotiation',
      body: 'Bonjour, je suis Isabelle Thibodeau, la fille de Gérard. C’est moi qui réponds pour lui à partir de maintenant. Il aimerait surtout que ça se règle avant l’hiver.',
    },
    {
      by: 'boreal.rep2',
      act: 'propose',
      proposal: {
        remedies: [{ code: 'credit', values: { amount: 60000, expires: true, expiryDate: day(180) } }],
        terms: 'Crédit de 600 $ à l’achat d’un matelas de notre choix de modèles, livraison incluse.',
      },
    },
    {
      by: 'isabelle',
      act: 'propose',
      proposal: {
        remedies: [
          { code: 'echange', values: { equivalence: 'equivalent', deadline: day(21), takeBack: true } },
          { code: 'excuses', values: { text: 'Un mot à mon père pour la façon dont il a été reçu au comptoir.' } },
        ],
        terms: 'Mon père paie 150 $ pour les deux ans d’usage. Le matelas est livré en matinée.',
      },
    },
    {
      by: 'boreal.rep2',
      act: 'propose',
      proposal: {
        remedies: [{ code: 'echange', values: { equivalence: 'equivalent', deadline: day(28), takeBack: true } }],
        terms: `Monsieur Thibodeau paie 250 $. Livraison en matinée, au plus tard le ${said(28)}, installation dans la chambre et reprise de l’ancien matelas. Je lui présente moi-même nos excuses par téléphone.`,
      },
    },
  ],
});
