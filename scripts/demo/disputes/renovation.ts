import type { Dispute, Tell } from '../dispute.ts';
import { letterhead, shop } from './letterheads.ts';

/** Several counter-proposals, one of them edited; the merchant is awaited. */
export const renovation: Tell = ({ day, said }): Dispute => ({
  key: 'renovation',
  language: 'fr',
  consumer: 'marcandre',
  merchant: 'tilleul',
  problemKind: 'qualite',
  parties: {
    confirmed: true,
    phone: '514 555-0106',
    addressLine: '655, rue Girouard Ouest',
    city: 'Saint-Hyacinthe',
    province: 'QC',
    postalCode: 'J2S 2Y2',
    merchantContact: 'Jérémie Tilleul',
    merchantConfirmed: true,
  },
  problem: {
    category: 'renovation',
    subcategory: 'cuisine_bain',
    item: 'Armoires de cuisine posées de travers, travaux inachevés',
    contractDate: day(-178),
    contractPlace: 'domicile',
    invoiceNumber: 'RT-2026-31',
    pricePaid: 1850000,
    paymentMethod: 'virement',
    promisedDate: day(-110),
    priorSteps: [
      {
        means: 'telephone',
        date: day(-88),
        person: 'Jérémie',
        outcome: 'Il devait repasser « la semaine prochaine ». Trois fois.',
      },
      {
        means: 'courriel',
        date: day(-59),
        person: 'Alain Tilleul',
        outcome: 'Il me demande le dernier paiement avant de finir.',
      },
    ],
    nature: ['qualite_service', 'partiel', 'retard'],
    details:
      `La cuisine devait être finie le ${said(-110)}. Deux caissons du haut penchent, une porte n’a jamais été posée, le comptoir a un joint ouvert près de l’évier et le dosseret n’est pas commencé. ` +
      'J’ai payé 18 500 $ sur 23 000 $. Je garde le dernier versement tant que ce n’est pas fini.',
  },
  proposal: {
    remedies: [
      {
        code: 'correction_service',
        values: {
          description:
            'Remettre les deux caissons de niveau, poser la porte manquante, refaire le joint du comptoir et poser le dosseret.',
          deadline: day(35),
        },
      },
      { code: 'reduction', values: { percent: 12, method: 'transfer' } },
    ],
    terms:
      'Les travaux se font les jours de semaine, pas pendant les fêtes. Le dernier versement, moins la réduction, est fait le jour où tout est terminé et vérifié ensemble.',
  },
  files: [
    {
      key: 'soumission',
      kind: 'contrat',
      fileName: 'soumission-signee.pdf',
      title: 'Soumission signée',
      paper: {
        kind: 'quote',
        language: 'fr',
        from: shop('tilleul'),
        to: letterhead('marcandre'),
        date: day(-178),
        number: 'RT-2026-31',
        lines: [
          { label: 'Armoires de polyester, 14 caissons', unitPrice: 1180000 },
          { label: 'Comptoir de stratifié et évier', unitPrice: 310000 },
          { label: 'Dosseret de céramique', unitPrice: 145000 },
          { label: 'Main-d’œuvre et démolition', unitPrice: 365000 },
        ],
        paragraphs: ['Échéancier : 30 % à la signature, 50 % à la livraison des armoires, 20 % à la fin des travaux.'],
        signature: 'J. Tilleul',
      },
    },
    {
      key: 'photo',
      kind: 'photo',
      fileName: 'cuisine-1.jpg',
      title: 'Les caissons qui penchent',
      photo: { scene: 'cabinets', takenAt: '2026:09:02 10:11:12', north: 45.6307, west: 72.9569 },
    },
  ],
  submits: true,
  steps: [
    { by: 'tilleul.repondant', act: 'takeCharge' },
    { by: 'tilleul.rep', act: 'takeCharge' },
    {
      by: 'tilleul.rep',
      act: 'postMessage',
      thread: 'negotiation',
      body: 'Bonjour Marc-André, Jérémie Tilleul. C’est moi qui suis votre chantier, alors je reprends le dossier de mon père. On a eu un installateur en arrêt de travail, ça n’excuse pas tout.',
    },
    {
      by: 'tilleul.rep',
      act: 'propose',
      proposal: {
        remedies: [
          {
            code: 'correction_service',
            values: { description: 'Mise de niveau des caissons, pose de la porte et du dosseret.', deadline: day(60) },
          },
        ],
        terms: 'Le dernier versement de 4 500 $ est payé au complet au début des travaux.',
      },
    },
    {
      by: 'marcandre',
      act: 'propose',
      proposal: {
        remedies: [
          {
            code: 'correction_service',
            values: {
              description: 'Les quatre corrections de ma première proposition, joint du comptoir compris.',
              deadline: day(45),
            },
          },
          { code: 'reduction', values: { amount: 150000, method: 'transfer' } },
        ],
        terms: 'Je verse 1 500 $ au début, le reste moins la réduction à la fin.',
      },
    },
    {
      by: 'tilleul.rep',
      act: 'propose',
      proposal: {
        remedies: [
          {
            code: 'correction_service',
            values: { description: 'Les quatre corrections, joint du comptoir compris.', deadline: day(45) },
          },
          { code: 'reduction', values: { amount: 60000, method: 'transfer' } },
        ],
        terms: 'Versement de 2 000 $ au début, 1 900 $ à la fin. On finit en une semaine.',
      },
    },
    {
      by: 'marcandre',
      act: 'propose',
      proposal: {
        remedies: [
          {
            code: 'correction_service',
            values: { description: 'Les quatre corrections, joint du comptoir compris.', deadline: day(40) },
          },
          { code: 'reduction', values: { amount: 110000, method: 'transfer' } },
        ],
        terms: 'D’accord pour 2 000 $ au début. Le solde à la fin, après une visite ensemble.',
      },
    },
    {
      by: 'marcandre',
      act: 'editProposal',
      proposal: {
        remedies: [
          {
            code: 'correction_service',
            values: { description: 'Les quatre corrections, joint du comptoir compris.', deadline: day(45) },
          },
          { code: 'reduction', values: { amount: 95000, method: 'transfer' } },
        ],
        terms:
          'D’accord pour 2 000 $ au début et pour votre date. Le solde (1 550 $) à la fin, après une visite ensemble où on note ce qui reste à corriger.',
      },
    },
    {
      by: 'marcandre',
      act: 'postMessage',
      thread: 'negotiation',
      body: 'J’ai rapproché mon chiffre du vôtre et gardé votre date. On n’est plus loin. Est-ce que vous pouvez me répondre cette semaine?',
    },
  ],
});
