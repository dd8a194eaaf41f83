import { defineEntity, p } from '@mikro-orm/core';
import { citext, instant, instantOfNow } from './columns.ts';

/** An authenticator application (RFC 6238); its secret is encrypted. It counts once it is confirmed by a first code. */
export const Authenticator = defineEntity({
  name: 'Authenticator',
  tableName: 'authenticator',
  properties: {
    userId: p.uuid().primary(),
    secret: p.blob(),
    /** The time step of the last code that was taken: neither it nor an earlier one is taken again. */
    lastStep: p.bigint('number').defaultRaw('0'),
    confirmedAt: instant().nullable(),
    createdAt: instantOfNow(),
  },
});

/** A passkey (WebAuthn): its public half, and the name that its owner gave it. */
export const Passkey = defineEntity({
  name: 'Passkey',
  tableName: 'passkey',
  properties: {
    id: p.uuid().primary(),
    userId: p.uuid(),
    credentialId: p.text(),
    publicKey: p.blob(),
    counter: p.bigint('number'),
    transports: p.json<string[]>().defaultRaw(`'[]'`),
    name: p.text(),
    createdAt: instantOfNow(),
    lastUsedAt: instant().nullable(),
  },
});

/** A recovery code, as a slow hash; each is used once. */
export const RecoveryCode = defineEntity({
  name: 'RecoveryCode',
  tableName: 'recovery_code',
  properties: {
    userId: p.uuid().primary(),
    codeHash: p.blob().primary(),
    createdAt: instantOfNow(),
    usedAt: instant().nullable(),
  },
});

/** Who an officer is at the office's own identity service (ADR 42). */
export const IdentityLink = defineEntity({
  name: 'IdentityLink',
  tableName: 'identity_link',
  properties: {
    issuer: p.text().primary(),
    subject: p.text().primary(),
    userId: p.uuid().unique(),
    linkedAt: instantOfNow(),
  },
});

/** Another address for an account: asked for, proved by a code at each of the two, and undone from the former address within a week. */
export const EmailChange = defineEntity({
  name: 'EmailChange',
  tableName: 'email_change',
  properties: {
    id: p.uuid().primary(),
    userId: p.uuid(),
    formerEmail: citext(),
    newEmail: citext(),
    /** Of the code sent to the new address. */
    codeHash: p.blob(),
    /** Of the code sent to the former address; null where the Office did without it. */
    formerCodeHash: p.blob().nullable(),
    codeExpiresAt: instant(),
    attempts: p.integer().default(0),
    undoHash: p.blob().nullable(),
    confirmedAt: instant().nullable(),
    undoneAt: instant().nullable(),
    createdAt: instantOfNow(),
  },
});
