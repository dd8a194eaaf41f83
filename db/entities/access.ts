import { defineEntity, p } from '@mikro-orm/core';

/** Reference number and access code issued by the Office (F-051); the code is kept as a keyed hash. */
export const Referral = defineEntity({
  name: 'Referral',
  tableName: 'referral',
  properties: {
    id: p.uuid().primary(),
    referenceNumber: p.string(),
    accessCodeHash: p.blob(),
    consumerEmail: p.string().columnType('citext'),
    language: p.string().$type<'fr' | 'en'>().default('fr'),
    merchantId: p.uuid(),
    problemKind: p.string(),
    issuedBy: p.uuid(),
    issuedAt: p.datetime().onCreate(() => new Date()),
    expiresAt: p.datetime(),
    attempts: p.integer().default(0),
    usedAt: p.datetime().nullable(),
    usedBy: p.uuid().nullable(),
    dossierId: p.uuid().nullable(),
    revokedAt: p.datetime().nullable(),
  },
});

/** who accepted which version of the terms, for which dossier when it is per dossier. */
export const TermsAcceptance = defineEntity({
  name: 'TermsAcceptance',
  tableName: 'terms_acceptance',
  properties: {
    id: p.uuid().primary(),
    userId: p.uuid(),
    dossierId: p.uuid().nullable(),
    kind: p.string().$type<'terms' | 'confidentiality'>(),
    version: p.string(),
    language: p.string().$type<'fr' | 'en'>(),
    acceptedAt: p.datetime().onCreate(() => new Date()),
    ip: p.string().columnType('inet').nullable(),
  },
});

/** A representative's invitation (F-075…F-077); the validation key is kept as a keyed hash. */
export const Invitation = defineEntity({
  name: 'Invitation',
  tableName: 'invitation',
  properties: {
    id: p.uuid().primary(),
    dossierId: p.uuid(),
    email: p.string().columnType('citext'),
    firstName: p.string(),
    lastName: p.string(),
    relationship: p.string(),
    keyHash: p.blob(),
    consentedAt: p.datetime(),
    createdAt: p.datetime().onCreate(() => new Date()),
    expiresAt: p.datetime(),
    attempts: p.integer().default(0),
    acceptedAt: p.datetime().nullable(),
    acceptedBy: p.uuid().nullable(),
    revokedAt: p.datetime().nullable(),
  },
});
