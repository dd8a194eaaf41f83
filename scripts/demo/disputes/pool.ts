import type { Dispute, Tell } from '../dispute.ts';
import { letterhead, shop } from './letterheads.ts';

/** Mediation fails: the mediator closes and the attestation is filed. */
export const pool: Tell = ({ day, said }): Dispute => ({
  key: 'pool',
  language: 'fr',
  consumer: 'genevieve',
  merchant: 'azur',
  problemKind: 'qualite',
  parties: {
    confirmed: true,
    phone: '514 555-0104',
    addressLine: '901, rue Bowen Sud',
    city: 'Sherbrooke',
    province: 'QC',
    postalCode: 'J1G 2G8',
    merchantContact: 'Guy Bolduc, propriétaire',
    merchantConfirmed: true,
  },
  problem: {
    category: 'piscines',
    item: 'Piscine hors terre : toile plissée et paroi qui penche',
    brand: 'Lagon 24',
    model: '24 pieds, paroi de 54 pouces',
    condition: 'new',
    contractDate: day(-201),
    contractPlace: 'domicile',
    invoiceNumber: 'PAE-118',
    pricePaid: 796778,
    paymentMethod: 'cheque',
    promisedDate: day(-170),
    actualDate: day(-152),
    extendedWarranty: false,
    priorSteps: [
      {
        means: 'telephone',
        date: day(-149),
        person: 'Mélanie',
        outcome: 'Une équipe est venue tirer la toile, les plis sont revenus.',
      },
      {
        means: 'courriel',
        date: day(-101),
        person: 'Guy Bolduc',
        outcome: 'Il dit que le terrain a bougé et que ce n’est pas sa faute.',
      },
      { means: 'lettre', date: day(-60), person: 'Guy Bolduc', outcome: 'Mise en demeure reçue, aucune suite.' },
    ],
    nature: ['qualite_service', 'defectueux', 'retard', 'non_conforme_contrat'],
    details:
      `Installée le ${said(-152)}, dix-huit jours plus tard que promis. Dès le remplissage, la toile a fait des plis de la largeur d’une main et la paroi penche de cinq centimètres du côté de la haie. ` +
      'L’eau est restée brouillée tout l’été parce que le filtre n’aspire pas comme il faut. Mes enfants se sont baignés quatre fois. Un autre pisciniste dit qu’il faut tout vider, refaire le sable et remonter la paroi.',
  },
  proposal: {
    remedies: [
      {
        code: 'correction_service',
        values: {
          description: 'Vider, démonter, refaire la base de sable au niveau et remonter avec une toile neuve.',
          deadline: day(180),
        },
      },
      { code: 'reduction', values: { amount: 80000, method: 'cheque', date: day(30) } },
    ],
    terms:
      'Travaux au printemps, avant la Saint-Jean. Un rapport de niveau est remis avant le remplissage. L’eau est payée par le commerçant.',
  },
  files: [
    {
      key: 'contrat',
      kind: 'contrat',
      fileName: 'contrat-piscine.pdf',
      title: 'Contrat d’installation',
      paper: {
        kind: 'contract',
        language: 'fr',
        from: shop('azur'),
        to: letterhead('genevieve'),
        date: day(-201),
        number: 'PAE-118',
        lines: [
          { label: 'Piscine Lagon 24 pi, toile et filtreur', unitPrice: 549000 },
          { label: 'Excavation, base de sable et installation', unitPrice: 144000 },
        ],
        clauses: [
          {
            title: 'Installation',
            text: 'La base est nivelée à un demi-pouce près. Une toile qui plisse à l’installation est reprise sans frais.',
          },
          {
            title: 'Terrain',
            text: 'Le client garantit que le sol est stable. L’entreprise n’est pas responsable des mouvements du sol.',
          },
        ],
        signature: 'Guy Bolduc',
      },
    },
    {
      key: 'photo',
      kind: 'photo',
      fileName: 'piscine-juillet.jpg',
      title: 'La piscine en juillet',
      photo: { scene: 'pool', takenAt: '2026:07:19 15:20:30', north: 45.3951, west: 71.8846 },
    },
  ],
  submits: true,
  steps: [
    { by: 'azur.repondant', act: 'takeCharge' },
    {
      by: 'azur.repondant',
      act: 'propose',
      proposal: {
        remedies: [{ code: 'credit', values: { amount: 30000, expires: true, expiryDate: day(300) } }],
        terms:
          'Crédit de 300 $ sur des produits d’entretien. Le terrain a bougé, ce n’est pas un défaut d’installation.',
      },
    },
    { by: 'azur.repondant', act: 'requestMediation' },
    { by: 'officer', act: 'assignMediator', mediator: 'mediator2' },
    { by: 'mediator2', act: 'declareNoConflict' },
    {
      by: 'mediator2',
      act: 'postMessage',
      thread: 'mediationRoom',
      body: 'Bonjour à vous deux, Karim Benali, médiateur. Pourriez-vous m’envoyer, Monsieur Bolduc, ce qui montre que le sol a bougé, et vous, Madame Lachance, le mot de l’autre pisciniste?',
    },
    {
      by: 'genevieve',
      act: 'postMessage',
      thread: 'mediationRoom',
      body: 'Je l’ajoute dans les documents demain. Il a mesuré avec un niveau laser devant moi.',
    },
    {
      by: 'azur.repondant',
      act: 'postMessage',
      thread: 'mediationRoom',
      body: 'Je n’ai pas besoin d’un papier pour voir qu’un terrain en pente travaille au dégel.',
    },
    {
      by: 'mediator2',
      act: 'propose',
      proposal: {
        remedies: [
          {
            code: 'correction_service',
            values: {
              description:
                'Remontage de la paroi et toile neuve, main-d’œuvre par l’entreprise, toile payée à parts égales.',
              deadline: day(190),
            },
          },
        ],
        terms:
          'Un technicien indépendant choisi ensemble vérifie le sol avant les travaux; son avis lie les deux parties.',
      },
    },
    {
      by: 'azur.repondant',
      act: 'postMessage',
      thread: 'mediationRoom',
      body: 'Je ne remonterai pas cette piscine à mes frais. C’est mon dernier mot.',
    },
    {
      by: 'mediator2',
      act: 'postMessage',
      thread: 'mediationRoom',
      announcesClosing: true,
      body: 'Je vous remercie de votre franchise. Comme les positions ne se rapprochent plus, je vais fermer la médiation aujourd’hui. Chacun garde ses recours.',
    },
    {
      by: 'mediator2',
      act: 'closeMediation',
      reason: 'inconciliables',
      justification:
        'Après deux échanges et une proposition, les parties ne s’entendent pas sur la cause du problème ni sur qui doit payer les travaux.',
      nature:
        'Installation d’une piscine hors terre : toile plissée, paroi hors de niveau et retard d’installation, selon la consommatrice.',
    },
  ],
});
