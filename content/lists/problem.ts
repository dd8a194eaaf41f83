import type { ListItem } from './types.ts';

/** « Démarches préalables » (F-060, §9.6). */
export const priorStepMeans: readonly ListItem[] = [
  { code: 'magasin', fr: 'En magasin', en: 'In store' },
  { code: 'telephone', fr: 'Téléphone', en: 'Telephone' },
  { code: 'courriel', fr: 'Courriel', en: 'E-mail' },
  { code: 'clavardage', fr: 'Clavardage', en: 'Online chat' },
  { code: 'lettre', fr: 'Lettre ou mise en demeure', en: 'Letter or formal notice' },
  { code: 'fabricant', fr: 'Auprès du fabricant', en: 'With the manufacturer' },
  { code: 'garantie', fr: 'Auprès de la garantie prolongée', en: 'With the extended warranty provider' },
  { code: 'autre', fr: 'Autre', en: 'Other' },
];

/** Where the contract was made (F-059, §9.6). */
export const contractPlaces: readonly ListItem[] = [
  { code: 'magasin', fr: 'En magasin ou au commerce', en: 'In store' },
  { code: 'en_ligne', fr: 'En ligne', en: 'Online' },
  { code: 'telephone', fr: 'Par téléphone', en: 'By telephone' },
  { code: 'domicile', fr: 'À domicile ou par un vendeur itinérant', en: 'At home or by an itinerant seller' },
  { code: 'autre', fr: 'Ailleurs', en: 'Elsewhere' },
];

/** How the consumer paid (§9.6). */
export const paymentMethods: readonly ListItem[] = [
  { code: 'credit', fr: 'Carte de crédit', en: 'Credit card' },
  { code: 'debit', fr: 'Carte de débit', en: 'Debit card' },
  { code: 'comptant', fr: 'Argent comptant', en: 'Cash' },
  { code: 'cheque', fr: 'Chèque', en: 'Cheque' },
  { code: 'virement', fr: 'Virement ou paiement en ligne', en: 'Transfer or online payment' },
  { code: 'financement', fr: 'Financement ou versements', en: 'Financing or instalments' },
  { code: 'carte_cadeau', fr: 'Carte-cadeau', en: 'Gift card' },
  { code: 'autre', fr: 'Autre', en: 'Other' },
];

/** New or used (§9.6). */
export const conditions: readonly ListItem[] = [
  { code: 'new', fr: 'Neuf', en: 'New' },
  { code: 'used', fr: 'Usagé', en: 'Used' },
];

/** Kinds of documents (F-067, §9.6); the last ones are made by the platform. */
export const documentKinds: readonly ListItem[] = [
  { code: 'facture', fr: 'Facture', en: 'Invoice' },
  { code: 'contrat', fr: 'Contrat', en: 'Contract' },
  { code: 'garantie', fr: 'Garantie', en: 'Warranty' },
  { code: 'lettre', fr: 'Courriel ou lettre', en: 'E-mail or letter' },
  { code: 'photo', fr: 'Photo ou vidéo', en: 'Photo or video' },
  { code: 'evaluation', fr: 'Évaluation écrite ou soumission', en: 'Written assessment or quote' },
  { code: 'preuve_paiement', fr: 'Preuve de paiement', en: 'Proof of payment' },
  { code: 'preuve_livraison', fr: 'Preuve de livraison', en: 'Proof of delivery' },
  { code: 'mise_en_demeure', fr: 'Mise en demeure', en: 'Formal notice' },
  { code: 'autre', fr: 'Autre', en: 'Other' },
];

/** Documents that the platform makes (requirements §5); `document.kind` of a generated row. */
export const generatedDocumentKinds: readonly ListItem[] = [
  { code: 'agreement', fr: 'Entente', en: 'Agreement' },
  {
    code: 'attestation',
    fr: 'Attestation d’absence d’entente en médiation',
    en: 'Attestation of absence of agreement in mediation',
  },
  { code: 'summary', fr: 'Résumé du dossier', en: 'File summary' },
];

/** Link between a consumer and a representative (F-075, §9.6). */
export const relationships: readonly ListItem[] = [
  { code: 'conjoint', fr: 'Conjointe ou conjoint', en: 'Spouse or partner' },
  { code: 'parent', fr: 'Mère ou père', en: 'Parent' },
  { code: 'enfant', fr: 'Fille ou fils', en: 'Child' },
  { code: 'famille', fr: 'Autre membre de la famille', en: 'Other family member' },
  { code: 'ami', fr: 'Amie ou ami', en: 'Friend' },
  { code: 'aidant', fr: 'Personne proche aidante', en: 'Caregiver' },
  { code: 'intervenant', fr: 'Intervenante sociale ou intervenant social', en: 'Social worker' },
  { code: 'autre', fr: 'Autre', en: 'Other' },
];

/** Kind of problem that an officer notes when a request comes in (F-051); no content, for statistics and assignment. */
export const problemKinds: readonly ListItem[] = [
  { code: 'livraison', fr: 'Livraison ou fourniture du service', en: 'Delivery or provision of the service' },
  { code: 'qualite', fr: 'Qualité, défaut ou durabilité', en: 'Quality, defect or durability' },
  {
    code: 'conformite',
    fr: 'Conformité au contrat ou à la publicité',
    en: 'Conformity with the contract or advertising',
  },
  { code: 'garantie', fr: 'Garantie ou réparation', en: 'Warranty or repair' },
  { code: 'facturation', fr: 'Prix ou facturation', en: 'Price or billing' },
  { code: 'annulation', fr: 'Annulation, résiliation ou remboursement', en: 'Cancellation or refund' },
  { code: 'representation', fr: 'Fausse représentation', en: 'False representation' },
  { code: 'autre', fr: 'Autre', en: 'Other' },
];

/** What makes a request ineligible (§9.1), shown to the officer before issuing codes. */
export const ineligibility: readonly ListItem[] = [
  { code: 'particulier', fr: 'Le vendeur est un particulier', en: 'The seller is a private individual' },
  { code: 'penal', fr: 'La plainte est uniquement de nature pénale', en: 'The complaint is of a penal nature only' },
  { code: 'non_participant', fr: 'Le commerçant ne participe pas', en: 'The merchant does not take part' },
  { code: 'tribunal', fr: 'La demande est jugée ou devant un tribunal', en: 'The claim is decided or before a court' },
];
