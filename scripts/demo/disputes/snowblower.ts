import type { Dispute, Tell } from '../dispute.ts';
import { letterhead, shop } from './letterheads.ts';

/** The merchant closes after its offers are left unanswered. */
export const snowblower: Tell = ({ day }): Dispute => ({
  key: 'snowblower',
  language: 'fr',
  consumer: 'yves',
  merchant: 'trouvaille',
  problemKind: 'qualite',
  parties: {
    confirmed: true,
    phone: '514 555-0114',
    addressLine: '1330, rue de l’Érablière',
    city: 'Boischatel',
    province: 'QC',
    postalCode: 'G0A 1H0',
    merchantConfirmed: true,
  },
  problem: {
    category: 'autre',
    item: 'Souffleuse qui ne démarre pas sous moins dix',
    brand: 'Bordée',
    model: 'B-27',
    condition: 'used',
    contractDate: day(-290),
    contractPlace: 'en_ligne',
    invoiceNumber: 'T-4410883',
    pricePaid: 89900,
    paymentMethod: 'virement',
    priorSteps: [
      { means: 'courriel', date: day(-270), person: 'Rosalie', outcome: 'On m’a envoyé un lien vers une vidéo.' },
    ],
    nature: ['usage', 'non_conforme_pub', 'autre'],
    natureOther: 'Mode d’emploi en anglais seulement',
    details: 'Annoncée « démarrage garanti à moins trente ». À moins dix, rien. Je pellette à la main depuis mars.',
  },
  proposal: {
    remedies: [
      { code: 'reprise', values: { date: day(20), feesBy: 'merchant' } },
      {
        code: 'remboursement_total',
        values: { amount: 89900, method: 'transfer', deadline: day(20), returnGood: true, returnFeesBy: 'merchant' },
      },
    ],
    terms: 'Le commerçant vient la chercher dans mon garage.',
  },
  files: [
    {
      key: 'facture',
      kind: 'facture',
      fileName: 'facture-souffleuse.pdf',
      title: 'Facture de la souffleuse',
      paper: {
        kind: 'invoice',
        language: 'fr',
        from: shop('trouvaille'),
        to: letterhead('yves'),
        date: day(-290),
        number: 'T-4410883',
        lines: [{ label: 'Souffleuse Bordée B-27, remise à neuf', unitPrice: 78191 }],
      },
    },
  ],
  submits: true,
  steps: [
    { by: 'trouvaille.rep2', act: 'takeCharge' },
    {
      by: 'trouvaille.rep2',
      act: 'propose',
      proposal: {
        remedies: [
          {
            code: 'reparation',
            values: {
              deadline: day(15),
              place: 'Atelier partenaire à Beauport',
              transportBy: 'merchant',
              loaner: false,
            },
          },
        ],
        terms: 'Changement du carburateur à nos frais, retour en une semaine.',
      },
    },
    {
      by: 'yves',
      act: 'postMessage',
      thread: 'negotiation',
      body: 'Je l’ai vendue à mon beau-frère pour les pièces hier, je n’en pouvais plus.',
    },
    {
      by: 'trouvaille.rep2',
      act: 'closeDossier',
      reason: 'plus_interet',
      justification:
        'Comme Monsieur Desrosiers n’a plus la souffleuse, nous ne pouvons ni la réparer ni la reprendre. Nous fermons le dossier et lui souhaitons une bonne fin d’hiver.',
    },
  ],
});
