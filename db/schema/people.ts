import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { citext, emptyText, instant, instantOfNow, searchText } from './columns.ts';

/** A person with an account, of any of the four kinds. */
export const AppUser = defineEntity({
  name: 'AppUser',
  tableName: 'app_user',
  properties: {
    id: p.uuid().primary(),
    kind: p.text().$type<'consumer' | 'merchant' | 'mediator' | 'officer'>(),
    email: citext(),
    emailVerifiedAt: instant().nullable(),
    passwordHash: p.text().nullable(),
    language: p.text().$type<'fr' | 'en'>().default('fr'),
    firstName: emptyText(),
    lastName: emptyText(),
    phone: emptyText(),
    addressLine: emptyText(),
    city: emptyText(),
    province: emptyText(),
    postalCode: emptyText(),
    jobTitle: emptyText(),
    accreditation: emptyText(),
    /** What a search looks into: names, address of mail, accreditation. */
    search: searchText('first_name, last_name, (email)::text, accreditation'),
    profileCompletedAt: instant().nullable(),
    disabledAt: instant().nullable(),
    /** Until when the account may take another address without a code at the one that it has: the Office spoke to its owner. */
    formerAddressWaivedUntil: instant().nullable(),
    createdAt: instantOfNow(),
    updatedAt: instantOfNow().onUpdate(() => new Date().toISOString()),
  },
});

export type AppUserEntity = InferEntity<typeof AppUser>;

/** A signed-in browser; the cookie holds the token whose hash is the key. */
export const Session = defineEntity({
  name: 'Session',
  tableName: 'session',
  properties: {
    idHash: p.blob().primary(),
    /** By which its owner ends it from another browser; opens nothing. */
    id: p.uuid().defaultRaw('gen_random_uuid()'),
    userId: p.uuid(),
    createdAt: instantOfNow(),
    lastSeenAt: instantOfNow(),
    expiresAt: instant(),
    /** What the browser said that it is, as codes (web/server/http/user-agent.ts); empty when it did not say. */
    browser: emptyText(),
    system: emptyText(),
    /** The network place that it was opened from (see placeOf). */
    place: emptyText(),
    /** An identity service said that two factors were shown (ADR 42). */
    strong: p.boolean().default(false),
  },
});

/** A sign-up whose address is not proved yet: no account. Deleted once its code made the account, or after a day. */
export const Registration = defineEntity({
  name: 'Registration',
  tableName: 'registration',
  properties: {
    id: p.uuid().primary(),
    email: citext(),
    passwordHash: p.text(),
    firstName: p.text(),
    lastName: p.text(),
    language: p.text().$type<'fr' | 'en'>(),
    codeHash: p.blob(),
    codeExpiresAt: instant(),
    attempts: p.integer().default(0),
    /** Hashes of the codes that the present one replaced, in hexadecimal. */
    formerCodes: p.json<string[]>().defaultRaw(`'[]'`),
    createdAt: instantOfNow(),
  },
});

/**
 * A code or link sent by e-mail, stored as a keyed hash. A code requested for an address without an account belongs to nobody. A challenge that was
 * answered is one too, so that it is answered once.
 */
export const OneTimeCode = defineEntity({
  name: 'OneTimeCode',
  tableName: 'one_time_code',
  properties: {
    id: p.uuid().primary(),
    purpose: p.text().$type<'reset_password' | 'activate' | 'challenge'>(),
    userId: p.uuid().nullable(),
    codeHash: p.blob(),
    expiresAt: instant(),
    attempts: p.integer().default(0),
    usedAt: instant().nullable(),
    createdAt: instantOfNow(),
  },
});

/** A merchant enrolled on the platform. */
export const Merchant = defineEntity({
  name: 'Merchant',
  tableName: 'merchant',
  properties: {
    id: p.uuid().primary(),
    name: p.text(),
    legalName: emptyText(),
    neq: emptyText(),
    email: citext().default(''),
    phone: emptyText(),
    addressLine: emptyText(),
    city: emptyText(),
    province: p.text().default('QC'),
    postalCode: emptyText(),
    /** The other names that it trades under, one a line (F-014). */
    tradeNames: emptyText(),
    /** What a search looks into: names, business number, address of mail, town. */
    search: searchText('name, legal_name, neq, (email)::text, city, trade_names'),
    enrolledAt: instantOfNow(),
    /** It gets no new dossier since; its members go on with those that it has, and read those that are closed. */
    leftAt: instant().nullable(),
  },
});

/** Who acts for a merchant (F-014, F-015). */
export const MerchantMember = defineEntity({
  name: 'MerchantMember',
  tableName: 'merchant_member',
  properties: {
    merchantId: p.uuid().primary(),
    userId: p.uuid().primary(),
    role: p.text().$type<'respondent' | 'representative'>(),
    since: instantOfNow(),
    until: instant().nullable(),
  },
});

/** Acts on the platform that are not acts on a dossier. Ids and codes only. */
export const AuditLog = defineEntity({
  name: 'AuditLog',
  tableName: 'audit_log',
  properties: {
    id: p.bigint('string').primary().autoincrement(),
    at: instantOfNow(),
    actorId: p.uuid().nullable(),
    action: p.text(),
    subject: emptyText(),
    detail: p.json<Record<string, unknown>>().defaultRaw(`'{}'`),
  },
});

/** The audit log up to a row, signed by a worker. */
export const AuditAnchor = defineEntity({
  name: 'AuditAnchor',
  tableName: 'audit_anchor',
  properties: {
    lastId: p.bigint('string').primary().autoincrement(false),
    hash: p.blob(),
    keyId: p.text(),
    mac: p.blob(),
    at: instantOfNow(),
  },
});
