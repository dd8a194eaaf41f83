import type { ListItem } from './types.ts';

/** « Fermer le dossier » by a party in negotiation, and « Me retirer de la médiation » (F-104, A-08, A-31, §9.5). */
export const partyClosingReasons: readonly ListItem[] = [
  {
    code: 'hors_plateforme',
    fr: 'Entente conclue hors de la plateforme',
    en: 'Agreement reached outside the platform',
  },
  { code: 'plus_interet', fr: 'Plus d’intérêt à poursuivre', en: 'No longer wishing to continue' },
  { code: 'aucune_acceptable', fr: 'Aucune proposition acceptable', en: 'No acceptable proposal' },
  { code: 'absence_reponse', fr: 'Absence de réponse de l’autre partie', en: 'No answer from the other party' },
  { code: 'regle_autrement', fr: 'Problème réglé autrement', en: 'Problem settled in another way' },
  { code: 'autre_recours', fr: 'Autre recours entrepris', en: 'Other remedy undertaken' },
  {
    code: 'erreur',
    fr: 'Erreur (mauvais commerçant ou dossier en double)',
    en: 'Mistake (wrong merchant or duplicate file)',
  },
  { code: 'autre', fr: 'Autre', en: 'Other' },
];

/** « Refuser de négocier » (F-083, A-07, §9.5). */
export const refusalReasons: readonly ListItem[] = [
  { code: 'aucune_demarche', fr: 'Aucune démarche préalable auprès de nous', en: 'We were not contacted beforehand' },
  { code: 'pas_client', fr: 'Pas notre client ou pas notre produit', en: 'Not our customer or not our product' },
  { code: 'fabricant', fr: 'Le problème relève du fabricant', en: 'The problem is the manufacturer’s responsibility' },
  { code: 'deja_regle', fr: 'Problème déjà réglé', en: 'Problem already settled' },
  {
    code: 'hors_delai',
    fr: 'Hors délai ou hors garantie, selon nous',
    en: 'Out of time or out of warranty, in our view',
  },
  { code: 'tribunal', fr: 'Dossier devant un tribunal', en: 'Matter before a court' },
  { code: 'autre', fr: 'Autre', en: 'Other' },
];

/** Closing by the mediator without agreement (F-119, F-133, §9.5). */
export const mediatorClosingReasons: readonly ListItem[] = [
  { code: 'inconciliables', fr: 'Positions inconciliables', en: 'Positions cannot be reconciled' },
  { code: 'abandon_consommateur', fr: 'Abandon du consommateur', en: 'Abandoned by the consumer' },
  { code: 'abandon_commercant', fr: 'Abandon du commerçant', en: 'Abandoned by the merchant' },
  { code: 'retrait_partie', fr: 'Une partie se retire de la médiation', en: 'A party withdraws from mediation' },
  { code: 'delai', fr: 'Délai dépassé', en: 'Time limit exceeded' },
  { code: 'non_admissible', fr: 'Dossier non admissible', en: 'File not eligible' },
  { code: 'autre', fr: 'Autre', en: 'Other' },
];

/** Why a mediator hands a dossier back to the Office (§9.5). */
export const recusalReasons: readonly ListItem[] = [
  { code: 'conflit_interets', fr: 'Conflit d’intérêts', en: 'Conflict of interest' },
  { code: 'absence', fr: 'Absence prolongée', en: 'Extended absence' },
  { code: 'autre', fr: 'Autre', en: 'Other' },
];

/** Why an officer of the Office reads the content of a dossier; everyone on it reads which. */
export const breakGlassReasons: readonly ListItem[] = [
  { code: 'plainte', fr: 'Une plainte reçue par l’Office', en: 'A complaint received by the Office' },
  { code: 'menace', fr: 'Une menace, ou la sécurité d’une personne', en: 'A threat, or the safety of a person' },
  {
    code: 'tribunal',
    fr: 'Une ordonnance d’un tribunal ou une obligation légale',
    en: 'A court order or a legal obligation',
  },
  {
    code: 'renseignements_personnels',
    fr: 'Une demande sur des renseignements personnels',
    en: 'A request about personal information',
  },
  {
    code: 'probleme_technique',
    fr: 'Un problème technique qui ne se règle pas autrement',
    en: 'A technical problem that cannot be solved otherwise',
  },
];

/** Closing by the platform itself (§9.5, A-05, A-08). */
export const systemClosingReasons: readonly ListItem[] = [
  { code: 'ebauche_expiree', fr: 'Ébauche expirée', en: 'Draft expired' },
  { code: 'entente', fr: 'Entente', en: 'Agreement' },
  { code: 'retrait_partie', fr: 'Une partie s’est retirée de la médiation', en: 'A party withdrew from mediation' },
];

/** How a dossier ended. */
export const outcomes: readonly ListItem[] = [
  { code: 'agreement', fr: 'Entente', en: 'Agreement' },
  { code: 'refused', fr: 'Refus de négocier', en: 'Refusal to negotiate' },
  { code: 'withdrawn', fr: 'Démarche terminée par une partie', en: 'Process ended by a party' },
  { code: 'mediationFailed', fr: 'Médiation sans entente', en: 'Mediation without agreement' },
  { code: 'draftExpired', fr: 'Ébauche expirée', en: 'Draft expired' },
];
