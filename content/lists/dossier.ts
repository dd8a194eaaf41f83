import type { ListItem } from './types.ts';

/** Where a dossier stands. */
export const statuses: readonly ListItem[] = [
  { code: 'draft', fr: 'Ébauche', en: 'Draft' },
  { code: 'expired', fr: 'Ébauche expirée', en: 'Draft expired' },
  { code: 'submitted', fr: 'Transmis au commerçant', en: 'Sent to the merchant' },
  { code: 'negotiation', fr: 'Négociation', en: 'Negotiation' },
  { code: 'mediationRequested', fr: 'Médiation demandée', en: 'Mediation requested' },
  { code: 'mediation', fr: 'Médiation', en: 'Mediation' },
  { code: 'closed', fr: 'Fermé', en: 'Closed' },
  { code: 'purged', fr: 'Contenu effacé', en: 'Content erased' },
];

/** Titles of the conversations. */
export const threads: readonly ListItem[] = [
  { code: 'negotiation', fr: 'Échanges entre les parties', en: 'Messages between the parties' },
  { code: 'mediationRoom', fr: 'Espace de discussion en médiation', en: 'Mediation discussion space' },
  {
    code: 'consumerCaucus',
    fr: 'Partie consommatrice et médiation, en privé',
    en: 'Consumer and mediator, in private',
  },
  { code: 'merchantCaucus', fr: 'Commerçant et médiation, en privé', en: 'Merchant and mediator, in private' },
];

/** Who reads a conversation; shown above it and beside the field. */
export const threadReaders: readonly ListItem[] = [
  {
    code: 'negotiation',
    fr: 'La partie consommatrice et le commerçant lisent ces messages. La médiatrice ou le médiateur n’a accès qu’à ceux qu’une partie choisit de lui montrer.',
    en: 'The consumer and the merchant read these messages. The mediator has access only to those that a party chooses to show.',
  },
  {
    code: 'mediationRoom',
    fr: 'La partie consommatrice, le commerçant et la médiatrice ou le médiateur lisent ces messages.',
    en: 'The consumer, the merchant and the mediator read these messages.',
  },
  {
    code: 'consumerCaucus',
    fr: 'Seules ces personnes lisent ces messages : la partie consommatrice, la personne qui la représente, s’il y en a une, et la médiatrice ou le médiateur. Le commerçant n’y a pas accès.',
    en: 'Only the consumer, whoever represents them, if anyone does, and the mediator read these messages. The merchant has no access to them.',
  },
  {
    code: 'merchantCaucus',
    fr: 'Seules ces personnes lisent ces messages : la personne responsable du dossier pour le commerçant, et la médiatrice ou le médiateur. Ni la partie consommatrice ni les collègues n’y ont accès.',
    en: 'Only the person in charge of the file for the merchant and the mediator read these messages. Neither the consumer nor colleagues have access to them.',
  },
];

/** The roles, as people are named on pages and documents. */
export const roles: readonly ListItem[] = [
  { code: 'consumer', fr: 'Consommatrice ou consommateur', en: 'Consumer' },
  {
    code: 'consumerRepresentative',
    fr: 'Représentante ou représentant de la personne consommatrice',
    en: 'Consumer’s representative',
  },
  { code: 'respondent', fr: 'Répondante ou répondant du commerçant', en: 'Merchant’s respondent' },
  {
    code: 'merchantRepresentative',
    fr: 'Représentante ou représentant du commerçant',
    en: 'Merchant’s representative',
  },
  { code: 'mediator', fr: 'Médiatrice ou médiateur', en: 'Mediator' },
  { code: 'officer', fr: 'Office', en: 'Office' },
  { code: 'system', fr: 'Plateforme', en: 'Platform' },
];

/** State of a proposal. */
export const proposalStates: readonly ListItem[] = [
  { code: 'open', fr: 'En attente de réponse', en: 'Awaiting an answer' },
  { code: 'superseded', fr: 'Remplacée', en: 'Replaced' },
  { code: 'frozen', fr: 'Figée au début de la médiation', en: 'Frozen when mediation began' },
  { code: 'accepted', fr: 'Acceptée', en: 'Accepted' },
  { code: 'lapsed', fr: 'Devenue caduque à la fermeture', en: 'Lapsed when the file closed' },
];

/** What a mediator reports to the Office (F-130). */
export const mediationReports: readonly ListItem[] = [
  { code: 'imminent', fr: 'Règlement imminent', en: 'Settlement imminent' },
  { code: 'waiting', fr: 'En attente d’une partie', en: 'Waiting for a party' },
  { code: 'delay', fr: 'Retard imprévu', en: 'Unforeseen delay' },
  { code: 'nudge', fr: 'Demande à l’Office de relancer une partie', en: 'Office asked to reach a party' },
];

/** What the Office answers to a mediator's report (F-130, F-136). */
export const reportAnswers: readonly ListItem[] = [
  { code: 'seen', fr: 'L’Office en a pris connaissance', en: 'The Office has read it' },
  { code: 'nudged', fr: 'L’Office a relancé la partie par courriel', en: 'The Office reminded the party by e-mail' },
  { code: 'reached', fr: 'L’Office a joint la partie par téléphone', en: 'The Office reached the party by telephone' },
  { code: 'letter', fr: 'L’Office a écrit à la partie', en: 'The Office wrote to the party' },
  { code: 'unreachable', fr: 'L’Office n’a pas pu joindre la partie', en: 'The Office could not reach the party' },
  { code: 'settled', fr: 'L’Office ne fera rien de plus', en: 'The Office will do nothing more' },
];

/** How the Office tried to reach a side (F-136). */
export const contactWays: readonly ListItem[] = [
  { code: 'reached', fr: 'Appel de l’Office, partie jointe', en: 'Call by the Office, party reached' },
  { code: 'missed', fr: 'Appel de l’Office, sans réponse', en: 'Call by the Office, no answer' },
  { code: 'letter', fr: 'Lettre de l’Office', en: 'Letter by the Office' },
];
