import type { Dispute, Tell } from '../dispute.ts';
import { letterhead, shop } from './letterheads.ts';

/** Agreement after two counter-proposals, then messages while it is performed. */
export const refrigerator: Tell = ({ day, said }): Dispute => ({
  key: 'refrigerator',
  language: 'fr',
  consumer: 'claire',
  merchant: 'nordet',
  problemKind: 'garantie',
  parties: {
    confirmed: true,
    phone: '514 555-0100',
    addressLine: '212, rue Fraser, app. 3',
    city: 'Québec',
    province: 'QC',
    postalCode: 'G1R 2B9',
    merchantBranch: 'Succursale Saint-Roch',
    merchantContact: 'Karine, au comptoir du service',
    merchantConfirmed: true,
  },
  problem: {
    category: 'electromenagers',
    subcategory: 'gros',
    item: 'Réfrigérateur Nordik 18 pi³, jamais réparé',
    brand: 'Nordik',
    model: 'NK-1840 SS',
    serialNumber: 'NK18-0440721',
    condition: 'new',
    contractDate: day(-512),
    contractPlace: 'magasin',
    invoiceNumber: 'EN-48213',
    pricePaid: 149353,
    paymentMethod: 'debit',
    promisedDate: day(-505),
    actualDate: day(-505),
    extendedWarranty: false,
    priorSteps: [
      {
        means: 'telephone',
        date: day(-61),
        person: 'Karine',
        outcome: 'On m’a dit d’appeler le fabricant, la garantie d’un an étant finie.',
      },
      {
        means: 'fabricant',
        date: day(-58),
        person: 'Service Nordik',
        outcome: 'Le fabricant dit que c’est au magasin de s’en occuper après un an.',
      },
      {
        means: 'magasin',
        date: day(-44),
        person: 'M. Lavoie',
        outcome: 'Il a pris mon numéro et devait rappeler. Pas de nouvelles depuis.',
      },
    ],
    nature: ['defectueux', 'duree', 'garantie_legale'],
    details:
      `Le frigo a dix-sept mois. Depuis le ${said(-64)}, le compresseur part et arrête aux deux minutes et la température monte à 14 degrés. ` +
      'J’ai perdu tout ce qu’il y avait dedans deux fois, dont une commande d’épicerie complète et les médicaments de mon garçon, qui se gardent au froid.\n\n' +
      'Un réparateur indépendant est venu : compresseur à remplacer, 640 $ avec la main-d’œuvre. Il m’a dit qu’un appareil de ce prix-là devrait durer au moins dix ans. ' +
      'Depuis, on vit avec une glacière sur le balcon.',
  },
  proposal: {
    remedies: [
      {
        code: 'reparation',
        values: { deadline: day(14), place: 'Chez moi, rue Fraser', transportBy: 'merchant', loaner: true },
      },
      {
        code: 'dommages',
        values: {
          amount: 31240,
          harm: 'Nourriture perdue deux fois (2 × 120 $) et visite du réparateur pour le diagnostic (72,40 $).',
          document: '@evaluation',
        },
      },
    ],
    terms:
      'La réparation se fait chez moi, un soir de semaine après 17 h ou le samedi. Le magasin me prête un petit réfrigérateur d’ici là. ' +
      'Si le compresseur lâche encore dans les deux ans, le magasin le remplace sans frais.',
  },
  files: [
    {
      key: 'facture',
      kind: 'facture',
      fileName: 'facture-electro-nordet.pdf',
      title: 'Facture du réfrigérateur',
      paper: {
        kind: 'invoice',
        language: 'fr',
        from: shop('nordet'),
        to: letterhead('claire'),
        date: day(-512),
        number: 'EN-48213',
        lines: [
          { label: 'Réfrigérateur Nordik NK-1840 SS, acier inoxydable', unitPrice: 124900 },
          { label: 'Livraison et installation', unitPrice: 5000 },
        ],
        paragraphs: ['Garantie du fabricant : un an, pièces et main-d’œuvre. Payé par carte de débit.'],
      },
    },
    {
      key: 'evaluation',
      kind: 'evaluation',
      fileName: 'diagnostic-reparateur.pdf',
      title: 'Diagnostic du réparateur indépendant',
      paper: {
        kind: 'quote',
        language: 'fr',
        from: { name: 'Réparation Chez Nous', lines: ['56, rue Saint-Vallier Est', 'Québec (Québec)  G1K 3P5'] },
        to: letterhead('claire'),
        date: day(-47),
        number: '2231',
        lines: [
          { label: 'Compresseur de remplacement', unitPrice: 38900 },
          { label: 'Main-d’œuvre, 2,5 heures', unitPrice: 16765 },
        ],
        paragraphs: [
          'Constat : le compresseur démarre et s’arrête toutes les deux minutes; 14 °C relevés dans le réfrigérateur après six heures.',
          'Cause probable : usure prématurée du compresseur. Aucun signe de mauvais usage.',
        ],
        signature: 'L. Bédard',
      },
    },
    {
      key: 'photo',
      kind: 'photo',
      fileName: 'IMG_2041.jpg',
      title: 'Flaque devant le réfrigérateur',
      photo: { scene: 'fridge', takenAt: '2026:09:21 07:12:44', north: 46.8117, west: 71.2069 },
    },
  ],
  submits: true,
  steps: [
    { by: 'nordet.repondant', act: 'takeCharge' },
    {
      by: 'nordet.repondant',
      act: 'postMessage',
      thread: 'negotiation',
      body: 'Bonjour Madame Roy, je suis Martin Lavoie, gérant du service. J’ai pris votre dossier en main ce matin et je vous dois des excuses : votre numéro était resté sur mon bureau. Je vérifie la disponibilité du compresseur et je vous reviens avec une proposition.',
    },
    {
      by: 'claire',
      act: 'postMessage',
      thread: 'negotiation',
      body: 'Merci de me répondre. Ce qui presse le plus pour moi, c’est d’avoir un frigo qui marche pour les médicaments de mon fils. Le reste, on peut en parler.',
    },
    {
      by: 'nordet.repondant',
      act: 'propose',
      proposal: {
        remedies: [
          {
            code: 'reparation',
            values: { deadline: day(21), place: 'Chez la cliente', transportBy: 'merchant', loaner: true },
          },
          { code: 'credit', values: { amount: 10000, expires: false } },
        ],
        terms:
          'Nous réparons à nos frais et nous prêtons un réfrigérateur de 10 pi³ dès cette semaine. La pièce est commandée, le délai dépend du fabricant. ' +
          'Crédit en magasin de 100 $ pour les inconvénients.',
      },
    },
    {
      by: 'claire',
      act: 'propose',
      proposal: {
        remedies: [
          {
            code: 'reparation',
            values: { deadline: day(21), place: 'Chez moi, rue Fraser', transportBy: 'merchant', loaner: true },
          },
          { code: 'remboursement_partiel', values: { amount: 24000, method: 'transfer', deadline: day(21) } },
          {
            code: 'garantie',
            values: { duration: 'Deux ans à partir de la réparation', scope: 'Compresseur, pièce et main-d’œuvre' },
          },
        ],
        terms:
          'Je préfère de l’argent à un crédit : 240 $ pour la nourriture perdue, je laisse tomber le diagnostic. ' +
          'Le frigo prêté arrive au plus tard vendredi et repart le jour de la réparation, aux frais du magasin.',
      },
    },
    { by: 'nordet.repondant', act: 'acceptProposal' },
    {
      by: 'nordet.repondant',
      act: 'postMessage',
      thread: 'negotiation',
      body: `Madame Roy, l’appareil prêté sera chez vous vendredi entre 9 h et 12 h. Le technicien Olivier Tremblay vous appelle pour fixer la réparation dans la semaine du ${said(13)}.`,
    },
    {
      by: 'claire',
      act: 'postMessage',
      thread: 'negotiation',
      body: 'Parfait, il y aura quelqu’un à la maison. Merci d’avoir réglé ça comme du monde.',
    },
  ],
});
