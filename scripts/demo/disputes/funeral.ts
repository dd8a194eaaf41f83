import type { Dispute, Tell } from '../dispute.ts';
import { shop } from './letterheads.ts';

/** Agreement in mediation: both sides accept the mediator's edited proposal. */
export const funeral: Tell = ({ day, said }): Dispute => ({
  key: 'funeral',
  language: 'fr',
  consumer: 'lucie',
  merchant: 'erables',
  problemKind: 'conformite',
  parties: {
    confirmed: true,
    phone: '514 555-0110',
    addressLine: '560, rue Laviolette',
    city: 'Trois-Rivières',
    province: 'QC',
    postalCode: 'G9A 1V3',
    merchantConfirmed: true,
  },
  problem: {
    category: 'funeraire',
    item: 'Arrangements préalables de ma mère non respectés',
    contractDate: day(-2300),
    contractPlace: 'magasin',
    invoiceNumber: 'AP-2020-044',
    pricePaid: 648000,
    paymentMethod: 'cheque',
    priorSteps: [
      {
        means: 'telephone',
        date: day(-39),
        person: 'Hélène Massicotte',
        outcome: 'Elle a été gentille mais n’avait pas le contrat sous la main.',
      },
      {
        means: 'lettre',
        date: day(-28),
        person: 'La direction',
        outcome: 'Réponse : le modèle n’existe plus, le supplément est dû.',
      },
    ],
    nature: ['non_conforme_contrat', 'prix'],
    details:
      `Ma mère avait tout payé d’avance en 2020 pour nous éviter ça. À son décès, le ${said(-47)}, on nous a demandé 1 380 $ de plus parce que l’urne choisie n’était plus offerte, ` +
      'et la chapelle a été remplacée par une petite salle le jour même. On n’a pas discuté, ce n’était pas le moment. Je ne cherche pas à punir qui que ce soit; je veux que son contrat soit respecté.',
  },
  proposal: {
    remedies: [{ code: 'remboursement_partiel', values: { amount: 188000, method: 'cheque', deadline: day(30) } }],
    terms: 'Remboursement du supplément de 1 380 $ et de 500 $ pour la chapelle qui n’a pas été fournie.',
  },
  files: [
    {
      key: 'contrat',
      kind: 'contrat',
      fileName: 'arrangements-prealables-2020.pdf',
      title: 'Contrat d’arrangements préalables',
      paper: {
        kind: 'contract',
        language: 'fr',
        from: shop('erables'),
        to: { name: 'Rita Hamelin', lines: ['560, rue Laviolette', 'Trois-Rivières (Québec)  G9A 1V3'] },
        date: day(-2300),
        number: 'AP-2020-044',
        lines: [
          { label: 'Crémation, urne « Rivière » et columbarium', unitPrice: 398000 },
          { label: 'Chapelle, trois heures, et goûter pour 40 personnes', unitPrice: 165600 },
        ],
        clauses: [
          {
            title: 'Prix garanti',
            text: 'Les biens et services décrits sont fournis sans supplément au moment du décès. À défaut, un équivalent est fourni.',
          },
        ],
        signature: 'Rita Hamelin',
      },
    },
  ],
  submits: true,
  steps: [
    { by: 'erables.rep', act: 'takeCharge' },
    {
      by: 'erables.rep',
      act: 'postMessage',
      thread: 'negotiation',
      body: 'Madame Hamelin, nos condoléances encore. J’ai retrouvé le contrat de votre mère. Je dois en parler avec la direction avant de vous écrire quelque chose de précis.',
    },
    {
      by: 'erables.rep',
      act: 'propose',
      proposal: {
        remedies: [{ code: 'remboursement_partiel', values: { amount: 69000, method: 'cheque', deadline: day(30) } }],
        terms: 'Nous remboursons la moitié du supplément. La salle Saint-Joseph était la seule libre ce jour-là.',
      },
    },
    { by: 'lucie', act: 'requestMediation' },
    { by: 'officer2', act: 'assignMediator', mediator: 'mediator' },
    { by: 'mediator', act: 'declareNoConflict' },
    {
      by: 'mediator',
      act: 'postMessage',
      thread: 'mediationRoom',
      body: 'Bonjour Madame Hamelin, bonjour Madame Massicotte. Je suis Hélène Duval. Prenons le temps qu’il faut : rien ne presse ici.',
    },
    {
      by: 'lucie',
      act: 'postMessage',
      thread: 'mediationRoom',
      body: 'Merci. Ce qui me reste sur le cœur, c’est la chapelle. L’argent, c’est le principe.',
    },
    {
      by: 'mediator',
      act: 'propose',
      proposal: {
        remedies: [
          { code: 'remboursement_partiel', values: { amount: 138000, method: 'cheque', deadline: day(20) } },
          { code: 'excuses', values: { text: 'Une lettre de la direction à la famille Hamelin.' } },
        ],
        terms: 'Remboursement complet du supplément demandé pour l’urne.',
      },
    },
    {
      by: 'mediator',
      act: 'editProposal',
      proposal: {
        remedies: [
          { code: 'remboursement_partiel', values: { amount: 138000, method: 'cheque', deadline: day(20) } },
          {
            code: 'autre',
            values: {
              description:
                'Une messe anniversaire à la chapelle, avec goûter pour vingt personnes, à la date choisie par la famille.',
            },
          },
          { code: 'excuses', values: { text: 'Une lettre de la direction à la famille Hamelin.' } },
        ],
        terms:
          'Remboursement complet du supplément demandé pour l’urne. La chapelle est offerte dans l’année, sans frais; la famille choisit la date un mois d’avance.',
      },
    },
    { by: 'erables.rep', act: 'acceptProposal' },
    { by: 'lucie', act: 'acceptProposal' },
    {
      by: 'lucie',
      act: 'postMessage',
      thread: 'negotiation',
      body: 'Nous pensons à un samedi de mai pour la messe. Je vous confirme la date bientôt.',
    },
  ],
});
