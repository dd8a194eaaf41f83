import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { citext, instant, instantOfNow } from './columns.ts';

/** Reference number and access code issued by the Office (F-051); the code is stored as a keyed hash. */
export const Referral = defineEntity({
  name: 'Referral',
  tableName: 'referral',
  properties: {
    id: p.uuid().primary(),
    referenceNumber: p.text(),
    accessCodeHash: p.blob(),
    consumerEmail: citext(),
    language: p.text().$type<'fr' | 'en'>().default('fr'),
    merchantId: p.uuid(),
    problemKind: p.text(),
    issuedBy: p.uuid(),
    issuedAt: instantOfNow(),
    expiresAt: instant(),
    attempts: p.integer().default(0),
    usedAt: instant().nullable(),
    usedBy: p.uuid().nullable(),
    dossierId: p.uuid().nullable(),
    revokedAt: instant().nullable(),
  },
});

export type ReferralEntity = InferEntity<typeof Referral>;

/** who accepted which version of the terms, for which dossier when it is per dossier. */
export const TermsAcceptance = defineEntity({
  name: 'TermsAcceptance',
  tableName: 'terms_acceptance',
  properties: {
    id: p.uuid().primary(),
    userId: p.uuid(),
    dossierId: p.uuid().nullable(),
    kind: p.text().$type<'terms' | 'confidentiality' | 'office'>(),
    version: p.text(),
    language: p.text().$type<'fr' | 'en'>(),
    acceptedAt: instantOfNow(),
    ip: p.text().columnType('inet').nullable(),
  },
});

/** A representative's invitation (F-075, F-076, F-077); the validation key is stored as a keyed hash. */
export const Invitation = defineEntity({
  name: 'Invitation',
  tableName: 'invitation',
  properties: {
    id: p.uuid().primary(),
    dossierId: p.uuid(),
    email: citext(),
    firstName: p.text(),
    lastName: p.text(),
    relationship: p.text(),
    keyHash: p.blob(),
    consentedAt: instant(),
    createdAt: instantOfNow(),
    expiresAt: instant(),
    attempts: p.integer().default(0),
    acceptedAt: instant().nullable(),
    acceptedBy: p.uuid().nullable(),
    revokedAt: instant().nullable(),
  },
});
