import { defineEntity, p } from '@mikro-orm/core';

/** A person with an account, of any of the four kinds. */
export const AppUser = defineEntity({
  name: 'AppUser',
  tableName: 'app_user',
  properties: {
    id: p.uuid().primary(),
    kind: p.string().$type<'consumer' | 'merchant' | 'mediator' | 'officer'>(),
    email: p.string().columnType('citext'),
    emailVerifiedAt: p.datetime().nullable(),
    passwordHash: p.string().nullable(),
    language: p.string().$type<'fr' | 'en'>().default('fr'),
    firstName: p.string().default(''),
    lastName: p.string().default(''),
    phone: p.string().default(''),
    addressLine: p.string().default(''),
    city: p.string().default(''),
    province: p.string().default(''),
    postalCode: p.string().default(''),
    jobTitle: p.string().default(''),
    accreditation: p.string().default(''),
    profileCompletedAt: p.datetime().nullable(),
    disabledAt: p.datetime().nullable(),
    createdAt: p.datetime().onCreate(() => new Date()),
    updatedAt: p
      .datetime()
      .onCreate(() => new Date())
      .onUpdate(() => new Date()),
  },
});

/** A signed-in browser; the cookie holds the token whose hash is the key. */
export const Session = defineEntity({
  name: 'Session',
  tableName: 'session',
  properties: {
    idHash: p.blob().primary(),
    userId: p.uuid(),
    createdAt: p.datetime().onCreate(() => new Date()),
    lastSeenAt: p.datetime().onCreate(() => new Date()),
    expiresAt: p.datetime(),
  },
});

/** A sign-up whose address is not proved yet: no account. Gone once its code made the account, or after a day. */
export const Registration = defineEntity({
  name: 'Registration',
  tableName: 'registration',
  properties: {
    id: p.uuid().primary(),
    email: p.string().columnType('citext'),
    passwordHash: p.string(),
    firstName: p.string(),
    lastName: p.string(),
    language: p.string().$type<'fr' | 'en'>(),
    codeHash: p.blob(),
    codeExpiresAt: p.datetime(),
    attempts: p.integer().default(0),
    createdAt: p.datetime().onCreate(() => new Date()),
  },
});

/** A code or link sent by e-mail, kept as a keyed hash. A code asked for an address without an account is nobody's. */
export const OneTimeCode = defineEntity({
  name: 'OneTimeCode',
  tableName: 'one_time_code',
  properties: {
    id: p.uuid().primary(),
    purpose: p.string().$type<'reset_password' | 'activate'>(),
    userId: p.uuid().nullable(),
    codeHash: p.blob(),
    expiresAt: p.datetime(),
    attempts: p.integer().default(0),
    usedAt: p.datetime().nullable(),
    createdAt: p.datetime().onCreate(() => new Date()),
  },
});

/** A merchant enrolled on the platform. */
export const Merchant = defineEntity({
  name: 'Merchant',
  tableName: 'merchant',
  properties: {
    id: p.uuid().primary(),
    name: p.string(),
    legalName: p.string().default(''),
    neq: p.string().default(''),
    email: p.string().columnType('citext').default(''),
    phone: p.string().default(''),
    addressLine: p.string().default(''),
    city: p.string().default(''),
    province: p.string().default('QC'),
    postalCode: p.string().default(''),
    enrolledAt: p.datetime().onCreate(() => new Date()),
    leftAt: p.datetime().nullable(),
  },
});

/** Who acts for a merchant (F-014, F-015). */
export const MerchantMember = defineEntity({
  name: 'MerchantMember',
  tableName: 'merchant_member',
  properties: {
    merchantId: p.uuid().primary(),
    userId: p.uuid().primary(),
    role: p.string().$type<'respondent' | 'representative'>(),
    since: p.datetime().onCreate(() => new Date()),
    until: p.datetime().nullable(),
  },
});

/** Acts on the platform that are not acts on a dossier. Ids and codes only. */
export const AuditLog = defineEntity({
  name: 'AuditLog',
  tableName: 'audit_log',
  properties: {
    id: p.bigint('string').primary().autoincrement(),
    at: p.datetime().onCreate(() => new Date()),
    actorId: p.uuid().nullable(),
    action: p.string(),
    subject: p.string().default(''),
    detail: p.json<Record<string, unknown>>().onCreate(() => ({})),
  },
});
