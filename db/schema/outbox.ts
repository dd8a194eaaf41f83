import { defineEntity, p } from '@mikro-orm/core';
import type { MailTemplate } from '#domain/mail/templates.ts';
import { citext, emptyText, instant, instantOfNow } from './columns.ts';

/** A mail to be sent, for a dossier or an account. `dedupeKey` makes it unique. */
export const Mail = defineEntity({
  name: 'Mail',
  tableName: 'mail',
  properties: {
    id: p.uuid().primary(),
    dedupeKey: p.text(),
    recipientId: p.uuid().nullable(),
    toAddress: citext(),
    toName: emptyText(),
    language: p.text().$type<'fr' | 'en'>().default('fr'),
    template: p.text().$type<MailTemplate>(),
    params: p.json<Record<string, string | number>>().defaultRaw(`'{}'`),
    dossierId: p.uuid().nullable(),
    createdAt: instantOfNow(),
    state: p.text().$type<'queued' | 'sending' | 'sent' | 'failed'>().default('queued'),
    attempts: p.integer().default(0),
    attemptedAt: instant().nullable(),
    sentAt: instant().nullable(),
    lastError: p.text().nullable(),
    /** Not sent before. */
    heldUntil: instant().nullable(),
  },
});
