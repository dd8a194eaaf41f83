import { defineEntity, p } from '@mikro-orm/core';

/** A mail that is owed, whether a dossier or an account asked for it. `dedupeKey` makes it unique. */
export const Mail = defineEntity({
  name: 'Mail',
  tableName: 'mail',
  properties: {
    id: p.uuid().primary(),
    dedupeKey: p.string(),
    recipientId: p.uuid().nullable(),
    toAddress: p.string().columnType('citext'),
    toName: p.string().default(''),
    language: p.string().$type<'fr' | 'en'>().default('fr'),
    template: p.string(),
    params: p.json<Record<string, unknown>>().onCreate(() => ({})),
    dossierId: p.uuid().nullable(),
    createdAt: p.datetime().onCreate(() => new Date()),
    state: p.string().$type<'queued' | 'sending' | 'sent' | 'failed'>().default('queued'),
    attempts: p.integer().default(0),
    attemptedAt: p.datetime().nullable(),
    sentAt: p.datetime().nullable(),
    lastError: p.string().nullable(),
  },
});
