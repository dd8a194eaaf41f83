import { defineEntity, p } from '@mikro-orm/core';
import type { Remedy } from '#domain/agreement/types.ts';
import type { Thread } from '#domain/dossier/commands.ts';
import type { Acceptance, Author } from '#domain/dossier/types.ts';
import type { PartiesForm, ProblemForm } from '#domain/problem/types.ts';
import type { ClosingIdentity } from '../dossiers/identity.ts';
import { emptyText, instant, instantOfNow } from './columns.ts';

/** The consumer's form, saved field by field until it is submitted (F-057). */
export const DossierForm = defineEntity({
  name: 'DossierForm',
  tableName: 'dossier_form',
  properties: {
    dossierId: p.uuid().primary(),
    title: emptyText(),
    parties: p.json<PartiesForm>().defaultRaw(`'{}'`),
    problem: p.json<ProblemForm>().defaultRaw(`'{}'`),
    savedAt: instantOfNow(),
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
    author: p.text().$type<Author>(),
    remedies: p.json<Remedy[]>().defaultRaw(`'[]'`),
    terms: emptyText(),
    savedAt: instantOfNow(),
    givenAt: instant().nullable(),
    publishedAt: instant().nullable(),
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
    thread: p.text().$type<Thread>(),
    authorId: p.uuid(),
    authorRole: p.text(),
    body: emptyText(),
    /** The mediator's announcement that the mediation will be closed without agreement (F-131). */
    announcesClosing: p.boolean().default(false),
    savedAt: instantOfNow(),
    givenAt: instant().nullable(),
    publishedAt: instant().nullable(),
    sharedWithMediatorAt: instant().nullable(),
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
    messageIds: p.array<string>().columnType('uuid[]'),
    savedAt: instantOfNow(),
    publishedAt: instant().nullable(),
  },
});

/** How far a person has read a conversation (`seenUntil`: the instant of the newest message that they were shown), and when they were there last. */
export const ThreadRead = defineEntity({
  name: 'ThreadRead',
  tableName: 'thread_read',
  properties: {
    dossierId: p.uuid().primary(),
    thread: p.text().primary().$type<Thread>(),
    userId: p.uuid().primary(),
    readAt: instant(),
    seenUntil: instant().defaultRaw('clock_timestamp()'),
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
    ownerRole: p.text(),
    kind: p.text(),
    title: p.text(),
    fileName: p.text(),
    mediaType: p.text(),
    byteSize: p.bigint('number'),
    sha256: p.blob().fieldName('sha256'),
    storageKey: p.text(),
    language: p.text().nullable(),
    generatedFor: p.text().nullable(),
    savedAt: instantOfNow(),
    publishedAt: instant().nullable(),
    withdrawnAt: instant().nullable(),
    withdrawalId: p.uuid().nullable(),
    /** `clean`, `quarantined` until the scanner has answered, `infected`: its bytes are gone. */
    scan: p.text().$type<'clean' | 'quarantined' | 'infected'>().default('clean'),
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
    kind: p.text(),
    body: p.text(),
    savedAt: instantOfNow(),
    givenAt: instant().nullable(),
    publishedAt: instant().nullable(),
  },
});

/** B-06, A-34: who accepted what and when, and the hash of the stored agreement. */
export const AgreementCertificate = defineEntity({
  name: 'AgreementCertificate',
  tableName: 'agreement_certificate',
  properties: {
    dossierId: p.uuid().primary(),
    certificateNumber: p.text(),
    documentId: p.uuid().nullable(),
    sha256: p.blob().fieldName('sha256').nullable(),
    acceptances: p.json<Acceptance[]>().defaultRaw(`'[]'`),
  },
});

/**
 * from which address an acceptance was sent, noted before its command leaves, under its key. It counts once the journal has the event of that key.
 * Personal: it is in no event, message or log, and goes with the dossier's content.
 */
export const AcceptanceAddress = defineEntity({
  name: 'AcceptanceAddress',
  tableName: 'acceptance_address',
  properties: {
    dossierId: p.uuid().primary(),
    commandKey: p.text().primary(),
    userId: p.uuid(),
    ip: p.text().columnType('inet'),
    notedAt: instantOfNow(),
  },
});

/** Who everyone was when a dossier ended, so that its document names them as they were then. */
export const ClosingIdentityRow = defineEntity({
  name: 'ClosingIdentityRow',
  tableName: 'closing_identity',
  properties: {
    dossierId: p.uuid().primary(),
    identity: p.json<ClosingIdentity>(),
    keptAt: instantOfNow(),
  },
});

/** What a mediator notes of a dossier for themselves: one row a mediator, which no other person reads. */
export const MediatorNote = defineEntity({
  name: 'MediatorNote',
  tableName: 'mediator_note',
  properties: {
    dossierId: p.uuid().primary(),
    mediatorId: p.uuid().primary(),
    body: p.text(),
    savedAt: instantOfNow(),
  },
});

/** What a person is writing in a form that has no draft of its own, for them alone: names and values of its fields, and what these held before. */
export const KeptText = defineEntity({
  name: 'KeptText',
  tableName: 'kept_text',
  properties: {
    userId: p.uuid().primary(),
    form: p.text().primary(),
    dossierId: p.uuid().nullable(),
    typed: p.json<[string, string][]>(),
    shown: p.json<[string, string][]>(),
    /** Given by the table: never that of another text (Migration20261127050000). */
    version: p.bigint('number'),
    savedAt: instantOfNow(),
  },
});
