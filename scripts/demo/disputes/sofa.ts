import type { Dispute, Tell } from '../dispute.ts';
import { letterhead, shop } from './letterheads.ts';

/** The merchant accepts the consumer's first proposal. */
export const sofa: Tell = ({ day }): Dispute => ({
  key: 'sofa',
  language: 'fr',
  consumer: 'samuel',
  merchant: 'boreal',
  problemKind: 'qualite',
  parties: {
    confirmed: true,
    phone: '514 555-0101',
    addressLine: '1044, avenue Cartier',
    city: 'Québec',
    province: 'QC',
    postalCode: 'G1R 2S5',
    merchantBranch: 'Galeries de la Capitale',
    merchantConfirmed: true,
  },
  problem: {
    category: 'meubles',
    subcategory: 'mobilier',
    item: 'Sofa trois places dont la couture a lâché',
    brand: 'Maison Falaise',
    model: 'Oslo, tissu bleu ardoise',
    condition: 'new',
    contractDate: day(-143),
    contractPlace: 'magasin',
    invoiceNumber: 'AB-2209-771',
    pricePaid: 201206,
    paymentMethod: 'credit',
    promisedDate: day(-120),
    actualDate: day(-117),
    extendedWarranty: true,
    priorSteps: [
      {
        means: 'courriel',
        date: day(-22),
        person: 'Service à la clientèle',
        outcome: 'Réponse automatique seulement.',
      },
      {
        means: 'magasin',
        date: day(-15),
        person: 'Un vendeur',
        outcome: 'Il a regardé mes photos et trouvé ça « pas normal », mais il ne pouvait rien décider.',
      },
    ],
    nature: ['defectueux', 'duree'],
    details:
      'On est deux, sans enfants ni animaux. Après moins de quatre mois, la couture du coussin du milieu s’est ouverte sur trente centimètres et la mousse sort. ' +
      'Les deux autres coussins commencent à faire pareil. Je ne veux pas le retourner, on l’aime, ce sofa : je veux juste des coussins bien cousus.',
  },
  proposal: {
    remedies: [
      { code: 'echange', values: { equivalence: 'identical', deadline: day(30), takeBack: true } },
      { code: 'livraison', values: { deadline: day(30), address: '1044, avenue Cartier, Québec' } },
    ],
    terms:
      'Remplacement des trois coussins d’assise par des coussins neufs du même tissu, livrés chez moi. Les vieux coussins sont repris à la livraison. Aucun frais pour moi.',
  },
  files: [
    {
      key: 'facture',
      kind: 'facture',
      fileName: 'facture-sofa-oslo.pdf',
      title: 'Facture du sofa',
      paper: {
        kind: 'invoice',
        language: 'fr',
        from: shop('boreal'),
        to: letterhead('samuel'),
        date: day(-143),
        number: 'AB-2209-771',
        lines: [
          { label: 'Sofa Oslo trois places, tissu bleu ardoise', unitPrice: 164900 },
          { label: 'Livraison à l’étage', unitPrice: 10100 },
        ],
      },
    },
    {
      key: 'photo',
      kind: 'photo',
      fileName: 'sofa-couture.jpg',
      title: 'La couture ouverte',
      photo: { scene: 'sofa', takenAt: '2026:10:30 19:40:11', north: 46.8042, west: 71.2281 },
    },
  ],
  submits: true,
  steps: [
    { by: 'boreal.rep', act: 'takeCharge' },
    {
      by: 'boreal.rep',
      act: 'postMessage',
      thread: 'negotiation',
      body: 'Bonjour Monsieur Bélanger-Ouellet, ici Patrick Simard d’Ameublement Boréal. Vos photos sont claires, le fabricant reconnaît le défaut sur ce lot. Votre proposition nous convient telle quelle, je l’accepte aujourd’hui.',
    },
    { by: 'boreal.rep', act: 'acceptProposal' },
  ],
});
