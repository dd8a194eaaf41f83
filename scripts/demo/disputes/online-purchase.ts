import type { Dispute, Tell } from '../dispute.ts';
import { letterhead, shop } from './letterheads.ts';

/** Taken charge; the merchant has not answered the first proposal yet. */
export const onlinePurchase: Tell = ({ day, said }): Dispute => ({
  key: 'online-purchase',
  language: 'fr',
  consumer: 'sylvie',
  merchant: 'trouvaille',
  problemKind: 'livraison',
  parties: {
    confirmed: true,
    phone: '514 555-0112',
    addressLine: '95, rue du Moulin',
    city: 'Granby',
    province: 'QC',
    postalCode: 'J2G 4V5',
    merchantConfirmed: true,
  },
  problem: {
    category: 'electromenagers',
    subcategory: 'petits',
    item: 'Machine à café commandée en ligne, jamais reçue',
    brand: 'Caffè Perla',
    model: 'Automatica 3',
    condition: 'new',
    contractDate: day(-52),
    contractPlace: 'en_ligne',
    invoiceNumber: 'T-5519027',
    pricePaid: 68984,
    paymentMethod: 'credit',
    promisedDate: day(-45),
    priorSteps: [
      {
        means: 'clavardage',
        date: day(-40),
        person: 'Ibrahim',
        outcome: 'Le transporteur dit l’avoir livrée; il ouvre une enquête.',
      },
      {
        means: 'courriel',
        date: day(-20),
        person: 'Service à la clientèle',
        outcome: 'L’enquête est « toujours en cours ».',
      },
    ],
    nature: ['non_recu', 'remboursement'],
    details: `Le suivi dit « livrée, laissée à la porte » le ${said(-45)} à 10 h 12. J’étais à la maison toute la journée et il n’y a rien eu. La photo du transporteur montre une porte verte : la mienne est blanche.`,
  },
  proposal: {
    remedies: [
      {
        code: 'remboursement_total',
        values: { amount: 68984, method: 'original', deadline: day(10), returnGood: false },
      },
    ],
    terms: 'Je n’ai plus besoin de la machine, j’en ai acheté une autre entre-temps.',
  },
  files: [
    {
      key: 'commande',
      kind: 'facture',
      fileName: 'commande-T-5519027.pdf',
      title: 'Commande',
      paper: {
        kind: 'invoice',
        language: 'fr',
        from: shop('trouvaille'),
        to: letterhead('sylvie'),
        date: day(-52),
        number: 'T-5519027',
        lines: [{ label: 'Caffè Perla Automatica 3', unitPrice: 59999 }],
      },
    },
  ],
  submits: true,
  steps: [
    { by: 'trouvaille.rep', act: 'takeCharge' },
    {
      by: 'trouvaille.rep',
      act: 'postMessage',
      thread: 'negotiation',
      body: 'Bonjour Madame Gagnon, Ibrahim Haddad de Trouvaille. J’ai demandé la photo originale et la position du livreur. Je vous reviens d’ici deux jours ouvrables.',
    },
  ],
});
