import { defineEntity, p } from '@mikro-orm/core';
import type { Remedy } from '#domain/agreement/types.ts';
import type { Thread } from '#domain/dossier/commands.ts';
import type { Author } from '#domain/dossier/types.ts';

/** The consumer's form, saved field by field until it is submitted (F-057). */
export const DossierForm = defineEntity({
  name: 'DossierForm',
  tableName: 'dossier_form',
  properties: {
    dossierId: p.uuid().primary(),
    title: p.string().default(''),
    parties: p.json<Record<string, unknown>>().onCreate(() => ({})),
    problem: p.json<Record<string, unknown>>().onCreate(() => ({})),
    savedAt: p.datetime().onCreate(() => new Date()),
    savedBy: p.uuid().nullable(),
    version: p.integer().default(1),
  },
});

/** What one version of a proposal says. A draft of its author until the journal publishes it. */
export const ProposalContent = defineEntity({
  name: 'ProposalContent',
  tableName: 'proposal_content',
  properties: {
    id: p.uuid().primary(),
    dossierId: p.uuid(),
    proposalId: p.uuid(),
    authorId: p.uuid(),
    author: p.string().$type<Author>(),
    remedies: p.json<Remedy[]>().onCreate(() => []),
    terms: p.text().default(''),
    savedAt: p.datetime().onCreate(() => new Date()),
    givenAt: p.datetime().nullable(),
    publishedAt: p.datetime().nullable(),
    version: p.integer().nullable(),
  },
});

/** A message of one of the dossier's separate conversations. */
export const Message = defineEntity({
  name: 'Message',
  tableName: 'message',
  properties: {
    id: p.uuid().primary(),
    dossierId: p.uuid(),
    thread: p.string().$type<Thread>(),
    authorId: p.uuid(),
    authorRole: p.string(),
    body: p.text().default(''),
    savedAt: p.datetime().onCreate(() => new Date()),
    givenAt: p.datetime().nullable(),
    publishedAt: p.datetime().nullable(),
    sharedWithMediatorAt: p.datetime().nullable(),
  },
});

/** messages of the negotiation that a party chose to show the mediator; takes effect when the journal publishes it. */
export const MessageShare = defineEntity({
  name: 'MessageShare',
  tableName: 'message_share',
  properties: {
    id: p.uuid().primary(),
    dossierId: p.uuid(),
    authorId: p.uuid(),
    messageIds: p.array().columnType('uuid[]'),
    savedAt: p.datetime().onCreate(() => new Date()),
    publishedAt: p.datetime().nullable(),
  },
});

/** Until when a person has read a conversation. */
export const ThreadRead = defineEntity({
  name: 'ThreadRead',
  tableName: 'thread_read',
  properties: {
    dossierId: p.uuid().primary(),
    thread: p.string().primary().$type<Thread>(),
    userId: p.uuid().primary(),
    readAt: p.datetime(),
  },
});

/** A file of the dossier, deposited by a person or made by the system (`generatedFor`). */
export const DossierDocument = defineEntity({
  name: 'DossierDocument',
  tableName: 'document',
  properties: {
    id: p.uuid().primary(),
    dossierId: p.uuid(),
    ownerId: p.uuid().nullable(),
    ownerRole: p.string(),
    kind: p.string(),
    title: p.string(),
    fileName: p.string(),
    mediaType: p.string(),
    byteSize: p.bigint('number'),
    sha256: p.blob().fieldName('sha256'),
    storageKey: p.string(),
    language: p.string().nullable(),
    generatedFor: p.string().nullable(),
    savedAt: p.datetime().onCreate(() => new Date()),
    publishedAt: p.datetime().nullable(),
    withdrawnAt: p.datetime().nullable(),
    withdrawalId: p.uuid().nullable(),
  },
});

/** Reasons in a person's own words: refusal, closing, withdrawal, nature of the problem. */
export const Justification = defineEntity({
  name: 'Justification',
  tableName: 'justification',
  properties: {
    id: p.uuid().primary(),
    dossierId: p.uuid(),
    authorId: p.uuid(),
    kind: p.string(),
    body: p.text(),
    savedAt: p.datetime().onCreate(() => new Date()),
    givenAt: p.datetime().nullable(),
    publishedAt: p.datetime().nullable(),
  },
});

/** B-06, A-34: who accepted what and when, and the hash of the stored agreement. */
export const AgreementCertificate = defineEntity({
  name: 'AgreementCertificate',
  tableName: 'agreement_certificate',
  properties: {
    dossierId: p.uuid().primary(),
    certificateNumber: p.string(),
    documentId: p.uuid().nullable(),
    sha256: p.blob().fieldName('sha256').nullable(),
    acceptances: p.json<unknown[]>().onCreate(() => []),
  },
});
