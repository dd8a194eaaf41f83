import type { Dispute, Tell } from '../dispute.ts';
import { letterhead, shop } from './letterheads.ts';

/** In mediation: the mediator has proposed, and neither side has answered yet. */
export const usedCar: Tell = ({ day, said }): Dispute => ({
  key: 'used-car',
  language: 'fr',
  consumer: 'fatou',
  merchant: 'saintlaurent',
  problemKind: 'representation',
  parties: {
    confirmed: true,
    phone: '514 555-0102',
    addressLine: '38, rue des Pionniers',
    city: 'Lévis',
    province: 'QC',
    postalCode: 'G6V 3K8',
    merchantConfirmed: true,
  },
  problem: {
    category: 'vehicules',
    subcategory: 'auto_occasion',
    item: 'Berline Celeste 2019 dont le moteur s’allume depuis l’achat',
    brand: 'Celeste',
    model: 'Touring 2019, 88 400 km',
    serialNumber: '2CLST19X7K0004418',
    condition: 'used',
    contractDate: day(-96),
    contractPlace: 'magasin',
    invoiceNumber: 'V-0917',
    pricePaid: 1471680,
    paymentMethod: 'financement',
    promisedDate: day(-94),
    actualDate: day(-94),
    extendedWarranty: false,
    priorSteps: [
      {
        means: 'magasin',
        date: day(-90),
        person: 'Félix',
        outcome: 'Le témoin a été effacé, il s’est rallumé le surlendemain.',
      },
      {
        means: 'magasin',
        date: day(-71),
        person: 'M. Dufresne',
        outcome: 'On m’a offert de payer la moitié de la pièce.',
      },
      { means: 'lettre', date: day(-50), person: 'Direction', outcome: 'Lettre recommandée, pas de réponse écrite.' },
    ],
    nature: ['defectueux', 'usage', 'fausse_rep', 'garantie_legale'],
    details:
      `La voiture est en garantie de bon fonctionnement (trois mois ou 5 000 km). Le témoin du moteur s’est allumé quatre jours après l’achat, le ${said(-92)}. ` +
      'Le vendeur l’a effacé avec un appareil, deux fois. Un autre garage a trouvé une chaîne de distribution étirée et une trace de réparation mal faite. ' +
      'On m’avait dit « un seul propriétaire, jamais accidentée » : le rapport d’historique montre deux propriétaires et une réclamation de 6 200 $.\n\n' +
      'Je suis préposée aux bénéficiaires de nuit, sans auto je prends trois autobus à 23 h.',
  },
  proposal: {
    remedies: [
      {
        code: 'resolution',
        values: {
          effectiveDate: day(15),
          restitution: 'Je rends la voiture et les deux clés; le commerçant me rend le prix et annule le prêt.',
        },
      },
      {
        code: 'dommages',
        values: {
          amount: 84500,
          harm: 'Remorquage (180 $), diagnostic (165 $) et transport depuis l’immobilisation (500 $).',
          document: '@diagnostic',
        },
      },
    ],
    terms:
      'Le commerçant règle lui-même le solde du prêt auprès de la caisse. La voiture est chez le garagiste, à venir chercher aux frais du commerçant.',
  },
  files: [
    {
      key: 'contrat',
      kind: 'contrat',
      fileName: 'contrat-vente-V-0917.pdf',
      title: 'Contrat de vente',
      paper: {
        kind: 'contract',
        language: 'fr',
        from: shop('saintlaurent'),
        to: letterhead('fatou'),
        date: day(-96),
        number: 'V-0917',
        lines: [{ label: 'Celeste Touring 2019, 88 400 km', unitPrice: 1280000 }],
        clauses: [
          {
            title: '1. Garantie de bon fonctionnement',
            text: 'Véhicule de catégorie B : trois mois ou 5 000 km, selon la première éventualité.',
          },
          {
            title: '2. Déclarations du commerçant',
            text: 'Un propriétaire antérieur. Aucun accident déclaré à notre connaissance.',
          },
        ],
        signature: 'R. Dufresne',
      },
    },
    {
      key: 'diagnostic',
      kind: 'evaluation',
      fileName: 'diagnostic-garage-pionniers.pdf',
      title: 'Diagnostic d’un autre garage',
      paper: {
        kind: 'letter',
        language: 'fr',
        from: { name: 'Garage des Pionniers', lines: ['12, rue Industrielle', 'Lévis (Québec)  G6V 6N9'] },
        to: letterhead('fatou'),
        date: day(-55),
        subject: 'Celeste Touring 2019, témoin du moteur',
        paragraphs: [
          'Codes P0016 et P0017 enregistrés, historique effacé récemment. Chaîne de distribution étirée au-delà de la tolérance.',
          'Couvercle avant du moteur recollé avec un scellant non conforme. Réparation estimée à 3 150 $ plus taxes. Il est déconseillé de rouler.',
        ],
        signature: 'C. Mercier, mécanicien',
      },
    },
    {
      key: 'photo',
      kind: 'photo',
      fileName: 'tableau-de-bord.jpg',
      title: 'Témoin du moteur allumé',
      photo: { scene: 'dashboard', takenAt: '2026:08:24 23:05:02', north: 46.7998, west: 71.1754 },
    },
  ],
  submits: true,
  steps: [
    { by: 'saintlaurent.rep', act: 'takeCharge' },
    {
      by: 'saintlaurent.rep',
      act: 'propose',
      proposal: {
        remedies: [
          {
            code: 'reparation',
            values: {
              deadline: day(30),
              place: 'Notre atelier, route de l’Aéroport',
              transportBy: 'merchant',
              loaner: false,
            },
          },
        ],
        terms:
          'Nous remplaçons la chaîne à nos frais avec une pièce neuve. La voiture reste vendue : nous ne pouvons pas la reprendre.',
      },
    },
    {
      by: 'fatou',
      act: 'postMessage',
      thread: 'negotiation',
      body: 'Je n’ai plus confiance dans l’atelier qui a effacé le témoin deux fois. Je demande une médiation, pas pour vous faire du tort, mais parce que je pense qu’à deux on n’y arrivera pas.',
    },
    { by: 'fatou', act: 'requestMediation' },
    { by: 'officer', act: 'assignMediator', mediator: 'mediator' },
    { by: 'mediator', act: 'declareNoConflict' },
    {
      by: 'mediator',
      act: 'postMessage',
      thread: 'mediationRoom',
      body: 'Bonjour Madame Ndiaye, bonjour Madame Cormier. Je suis Hélène Duval, médiatrice. J’ai lu le dossier et vos propositions; je n’ai pas accès à vos messages. Pour commencer, j’aimerais que chacune me dise ce qui compte le plus dans le mois qui vient.',
    },
    {
      by: 'fatou',
      act: 'postMessage',
      thread: 'mediationRoom',
      body: 'Avoir une auto sûre pour le travail, ou mon argent pour en acheter une autre.',
    },
    {
      by: 'saintlaurent.rep',
      act: 'postMessage',
      thread: 'mediationRoom',
      body: 'Que la réparation soit faite dans les règles et que notre cliente ne parte pas fâchée. Reprendre la voiture à plein prix n’est pas possible pour une petite entreprise comme la nôtre.',
    },
    {
      by: 'fatou',
      act: 'postMessage',
      thread: 'consumerCaucus',
      body: 'Entre nous : si la réparation se faisait ailleurs que chez eux et que j’avais une auto en attendant, je pourrais la garder.',
    },
    {
      by: 'saintlaurent.rep',
      act: 'postMessage',
      thread: 'merchantCaucus',
      body: 'En privé : nous pourrions payer un garage indépendant jusqu’à 3 800 $ taxes comprises, pas plus.',
    },
    {
      by: 'mediator',
      act: 'propose',
      proposal: {
        remedies: [
          { code: 'tiers', values: { maximum: 380000, provider: 'Garage des Pionniers, à Lévis', date: day(21) } },
          { code: 'remboursement_partiel', values: { amount: 34500, method: 'transfer', deadline: day(14) } },
          {
            code: 'garantie',
            values: {
              duration: 'Douze mois ou 20 000 km',
              scope: 'Moteur et distribution, dans tout garage du choix de la consommatrice',
            },
          },
        ],
        terms:
          'Auto Saint-Laurent Occasion paie directement le Garage des Pionniers. Une voiture est prêtée à Madame Ndiaye jusqu’à la fin des travaux. ' +
          'Les 345 $ couvrent le remorquage et le diagnostic.',
      },
    },
    {
      by: 'mediator',
      act: 'postMessage',
      thread: 'mediationRoom',
      body: `Ma proposition est dans le tableau. Prenez le temps de la lire; je suis disponible pour en parler d’ici le ${said(6)}.`,
    },
  ],
});
