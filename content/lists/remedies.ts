import type { ListItem } from './types.ts';

/** « Pistes de solution » (§9.4), in the order of domain/agreement. */
export const remedies: readonly ListItem[] = [
  {
    code: 'livraison',
    fr: 'Livraison du bien ou fourniture du service',
    en: 'Delivery of the goods or provision of the service',
  },
  { code: 'reparation', fr: 'Réparation du bien', en: 'Repair of the goods' },
  { code: 'echange', fr: 'Échange ou remplacement du bien', en: 'Exchange or replacement of the goods' },
  { code: 'correction_service', fr: 'Reprise ou correction des travaux', en: 'Work done again or corrected' },
  {
    code: 'tiers',
    fr: 'Exécution par un tiers aux frais du commerçant',
    en: 'Work carried out by someone else at the merchant’s expense',
  },
  { code: 'reduction', fr: 'Réduction du prix ou de l’obligation', en: 'Reduction of the price or of the obligation' },
  { code: 'remboursement_total', fr: 'Remboursement complet', en: 'Full refund' },
  { code: 'remboursement_partiel', fr: 'Remboursement partiel', en: 'Partial refund' },
  { code: 'resiliation', fr: 'Résiliation du contrat (pour l’avenir)', en: 'End of the contract (for the future)' },
  { code: 'resolution', fr: 'Annulation du contrat (rétroactive)', en: 'Cancellation of the contract (retroactive)' },
  { code: 'credit', fr: 'Crédit, carte-cadeau ou note de crédit', en: 'Credit, gift card or credit note' },
  { code: 'garantie', fr: 'Prolongation ou reconnaissance de garantie', en: 'Warranty extended or recognized' },
  { code: 'reprise', fr: 'Reprise du bien par le commerçant', en: 'Goods taken back by the merchant' },
  { code: 'dommages', fr: 'Dommages-intérêts', en: 'Damages' },
  {
    code: 'rectification',
    fr: 'Correction du dossier, de la facture ou de l’inscription',
    en: 'Correction of the file, invoice or record',
  },
  { code: 'excuses', fr: 'Excuses ou explication écrite', en: 'Apology or written explanation' },
  { code: 'autre', fr: 'Autre forme de compensation', en: 'Other form of compensation' },
];

/** One sentence under each remedy, where its name is not enough. */
export const remedyHints: readonly ListItem[] = [
  { code: 'livraison', fr: 'Le commerçant livre ce qui était convenu.', en: 'The merchant delivers what was agreed.' },
  {
    code: 'tiers',
    fr: 'Quelqu’un d’autre fait la réparation ou les travaux, et le commerçant paie jusqu’au montant maximal.',
    en: 'Someone else does the repair or the work, and the merchant pays up to the maximum amount.',
  },
  {
    code: 'reduction',
    fr: 'Indiquez un montant ou un pourcentage.',
    en: 'Give an amount or a percentage.',
  },
  {
    code: 'resiliation',
    fr: 'Le contrat prend fin à la date choisie; ce qui a été fait avant reste acquis.',
    en: 'The contract ends on the chosen date; what was done before stands.',
  },
  {
    code: 'resolution',
    fr: 'Le contrat est effacé; chacun rend à l’autre ce qu’il a reçu.',
    en: 'The contract is undone; each gives back what was received.',
  },
  {
    code: 'dommages',
    fr: 'Une somme pour réparer un préjudice, comme des frais engagés à cause du problème. Joignez un document à l’appui.',
    en: 'A sum to make up for a loss, such as expenses caused by the problem. Attach a supporting document.',
  },
];
