import type { ListItem } from './types.ts';

/** Labels of the fields of each remedy; code is `<remedy>.<field>` (domain/agreement/remedies.ts). */
export const remedyFieldLabels: readonly ListItem[] = [
  { code: 'livraison.deadline', fr: 'Date limite', en: 'Latest date' },
  { code: 'livraison.address', fr: 'Adresse de livraison', en: 'Delivery address' },
  { code: 'reparation.deadline', fr: 'Date limite', en: 'Latest date' },
  { code: 'reparation.place', fr: 'Lieu de la réparation', en: 'Place of repair' },
  { code: 'reparation.transportBy', fr: 'Transport à la charge de', en: 'Transport paid by' },
  {
    code: 'reparation.loaner',
    fr: 'Bien de remplacement prêté pendant la réparation',
    en: 'Replacement lent during the repair',
  },
  { code: 'echange.equivalence', fr: 'Modèle de remplacement', en: 'Replacement model' },
  { code: 'echange.deadline', fr: 'Date limite', en: 'Latest date' },
  {
    code: 'echange.takeBack',
    fr: 'Reprise de l’ancien bien par le commerçant',
    en: 'Old goods taken back by the merchant',
  },
  {
    code: 'correction_service.description',
    fr: 'Travaux à reprendre ou à corriger',
    en: 'Work to do again or to correct',
  },
  { code: 'correction_service.deadline', fr: 'Date limite', en: 'Latest date' },
  { code: 'tiers.maximum', fr: 'Montant maximal', en: 'Maximum amount' },
  { code: 'tiers.provider', fr: 'Fournisseur', en: 'Supplier' },
  { code: 'tiers.date', fr: 'Date', en: 'Date' },
  { code: 'reduction.amount', fr: 'Montant de la réduction', en: 'Amount of the reduction' },
  { code: 'reduction.percent', fr: 'Pourcentage de la réduction', en: 'Percentage of the reduction' },
  { code: 'reduction.method', fr: 'Mode de paiement', en: 'Method of payment' },
  { code: 'reduction.date', fr: 'Date', en: 'Date' },
  { code: 'remboursement_total.amount', fr: 'Montant', en: 'Amount' },
  { code: 'remboursement_total.method', fr: 'Mode de remboursement', en: 'Method of refund' },
  { code: 'remboursement_total.deadline', fr: 'Date limite', en: 'Latest date' },
  { code: 'remboursement_total.returnGood', fr: 'Retour du bien au commerçant', en: 'Goods returned to the merchant' },
  { code: 'remboursement_total.returnFeesBy', fr: 'Frais de retour à la charge de', en: 'Cost of return paid by' },
  { code: 'remboursement_partiel.amount', fr: 'Montant', en: 'Amount' },
  { code: 'remboursement_partiel.method', fr: 'Mode de remboursement', en: 'Method of refund' },
  { code: 'remboursement_partiel.deadline', fr: 'Date limite', en: 'Latest date' },
  { code: 'resiliation.effectiveDate', fr: 'Date de fin du contrat', en: 'Date the contract ends' },
  { code: 'resiliation.noFee', fr: 'Sans frais de résiliation', en: 'No cancellation fee' },
  { code: 'resiliation.balance', fr: 'Solde à payer', en: 'Balance to pay' },
  { code: 'resolution.effectiveDate', fr: 'Date de l’annulation', en: 'Date of cancellation' },
  { code: 'resolution.restitution', fr: 'Ce que chaque partie rend à l’autre', en: 'What each party gives back' },
  { code: 'credit.amount', fr: 'Montant', en: 'Amount' },
  { code: 'credit.expires', fr: 'Le crédit a une échéance', en: 'The credit expires' },
  { code: 'credit.expiryDate', fr: 'Date d’échéance', en: 'Expiry date' },
  { code: 'garantie.duration', fr: 'Durée', en: 'Length' },
  { code: 'garantie.scope', fr: 'Ce que la garantie couvre', en: 'What the warranty covers' },
  { code: 'reprise.date', fr: 'Date', en: 'Date' },
  { code: 'reprise.feesBy', fr: 'Frais à la charge de', en: 'Costs paid by' },
  { code: 'dommages.amount', fr: 'Montant', en: 'Amount' },
  { code: 'dommages.harm', fr: 'Préjudice subi', en: 'Loss suffered' },
  { code: 'dommages.document', fr: 'Document à l’appui', en: 'Supporting document' },
  { code: 'rectification.description', fr: 'Ce qui doit être corrigé', en: 'What must be corrected' },
  { code: 'rectification.date', fr: 'Date', en: 'Date' },
  { code: 'excuses.text', fr: 'Ce qui doit être dit ou expliqué', en: 'What must be said or explained' },
  { code: 'autre.description', fr: 'Description de la compensation', en: 'Description of the compensation' },
];

const payer = [
  { choice: 'merchant', fr: 'Le commerçant', en: 'The merchant' },
  { choice: 'consumer', fr: 'Le consommateur', en: 'The consumer' },
  { choice: 'shared', fr: 'Les deux, à parts égales', en: 'Both, in equal shares' },
];

/** Labels of the choices of those fields; code is `<field>.<choice>`. */
export const remedyChoiceLabels: readonly ListItem[] = [
  ...['transportBy', 'returnFeesBy', 'feesBy'].flatMap((field) =>
    payer.map(({ choice, fr, en }) => ({ code: `${field}.${choice}`, fr, en })),
  ),
  { code: 'equivalence.identical', fr: 'Modèle identique', en: 'Identical model' },
  { code: 'equivalence.equivalent', fr: 'Modèle équivalent', en: 'Equivalent model' },
  { code: 'method.original', fr: 'Même mode que le paiement', en: 'Same method as the payment' },
  { code: 'method.transfer', fr: 'Virement', en: 'Transfer' },
  { code: 'method.cheque', fr: 'Chèque', en: 'Cheque' },
  { code: 'method.cash', fr: 'Argent comptant', en: 'Cash' },
  { code: 'method.account', fr: 'Crédit au compte du client', en: 'Credit to the customer’s account' },
];
