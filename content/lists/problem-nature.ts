import type { ListItem } from './types.ts';

/** « Nature du problème » (F-061, §9.2); several may be ticked. */
export const problemNature: readonly ListItem[] = [
  { code: 'non_recu', fr: 'Bien non reçu ou service non fourni', en: 'Goods not received or service not provided' },
  {
    code: 'partiel',
    fr: 'Bien reçu ou service fourni partiellement',
    en: 'Goods received or service provided only in part',
  },
  {
    code: 'retard',
    fr: 'Retard dans la livraison du bien ou la prestation du service',
    en: 'Goods delivered or service provided late',
  },
  { code: 'defectueux', fr: 'Bien défectueux', en: 'Defective goods' },
  {
    code: 'duree',
    fr: 'Bien qui n’a pas eu une durée de vie raisonnable',
    en: 'Goods that did not last a reasonable time',
  },
  {
    code: 'usage',
    fr: 'Bien qui ne peut servir à l’usage auquel il est destiné',
    en: 'Goods that cannot be used for what they are meant for',
  },
  {
    code: 'non_conforme_contrat',
    fr: 'Bien ou service non conforme au contrat',
    en: 'Goods or service not as described in the contract',
  },
  {
    code: 'non_conforme_pub',
    fr: 'Non conforme à une déclaration du vendeur ou à un message publicitaire',
    en: 'Not as stated by the seller or in an advertisement',
  },
  { code: 'garantie_legale', fr: 'Refus d’appliquer la garantie légale', en: 'Refusal to honour the legal warranty' },
  {
    code: 'garantie_conv',
    fr: 'Refus d’appliquer la garantie du fabricant ou prolongée',
    en: 'Refusal to honour the manufacturer’s or extended warranty',
  },
  {
    code: 'reparation',
    fr: 'Réparation mal faite, trop longue ou refusée; pièces non disponibles',
    en: 'Repair badly done, too long or refused; parts not available',
  },
  { code: 'qualite_service', fr: 'Service mal exécuté, malfaçon', en: 'Service badly carried out, poor workmanship' },
  {
    code: 'dommage_livraison',
    fr: 'Bien endommagé à la livraison ou à l’installation',
    en: 'Goods damaged during delivery or installation',
  },
  {
    code: 'prix',
    fr: 'Prix facturé différent du prix annoncé; frais non prévus',
    en: 'Price charged different from the price advertised; unexpected fees',
  },
  {
    code: 'facturation',
    fr: 'Erreur de facturation, double paiement, prélèvement non autorisé',
    en: 'Billing error, double payment, unauthorized withdrawal',
  },
  {
    code: 'annulation',
    fr: 'Refus d’annulation ou de résiliation; frais de résiliation',
    en: 'Refusal to cancel; cancellation fees',
  },
  {
    code: 'remboursement',
    fr: 'Refus ou retard de remboursement ou de remise d’un dépôt',
    en: 'Refusal or delay in refunding a payment or a deposit',
  },
  {
    code: 'fausse_rep',
    fr: 'Fausse représentation ou omission d’un fait important',
    en: 'False representation or failure to mention an important fact',
  },
  { code: 'autre', fr: 'Autre (préciser)', en: 'Other (specify)' },
];
