import { defineEntity, p } from '@mikro-orm/core';
import type { DossierEvent, Reaction } from '#domain/dossier/events.ts';
import type { Dossier, DeadlineKind, Outcome, Side, Status, Turn, TurnHolder } from '#domain/dossier/types.ts';
import { emptyText, instant, instantOfNow } from './columns.ts';

/**
 * The dossier as the journal last wrote it: columns that lists read, and the workflow's state. Written by activities/journal only.
 */
export const DossierRow = defineEntity({
  name: 'DossierRow',
  tableName: 'dossier',
  properties: {
    id: p.uuid().primary(),
    number: p.text(),
    status: p.text().$type<Status>(),
    turn: p.text().$type<TurnHolder>(),
    turnWhat: p.text().$type<Turn['what']>(),
    turnSince: instant().nullable(),
    nextDeadline: instant().nullable(),
    nextDeadlineKind: p.text().$type<DeadlineKind>().nullable(),
    consumerId: p.uuid(),
    representativeId: p.uuid().nullable(),
    merchantId: p.uuid(),
    handlerId: p.uuid().nullable(),
    /** Computed by the database: the handler, the company itself while there is none. */
    holderId: p
      .uuid()
      .generated('coalesce(handler_id, merchant_id) stored')
      .defaultRaw('coalesce(handler_id, merchant_id)'),
    mediatorId: p.uuid().nullable(),
    /** False while the mediator who is named has yet to declare no conflict of interest, and reads nothing (ADR 31). */
    mediatorDeclared: p.boolean().default(true),
    /** Computed by the database: everyone who ever led its mediation, handed on or not. */
    ledBy: p
      .json<string[]>()
      .generated(`(coalesce(state #> '{mediation,ledBy}', '[]'::jsonb)) stored`)
      .defaultRaw(`coalesce((state #> '{mediation,ledBy}'::text[]), '[]'::jsonb)`),
    problemKind: emptyText(),
    outcome: p.text().$type<Outcome>().nullable(),
    /** The side that has accepted the mediator's proposal while the other has not: not everyone may know (requirements §6). */
    acceptedSide: p.text().$type<Side>().nullable(),
    /** Sides for which the mediator’s proposal does not do; no side may know it of the other (ADR 32). */
    revisionAskedBy: p.text().$type<Side | 'both'>().nullable(),
    /** When the Office was told that a side, or the mediator, had been silent for the whole ladder (ADR 50): what its lists hold. */
    sideSilentAt: instant().nullable(),
    mediatorSilentAt: instant().nullable(),
    proposalsCount: p.integer().default(0),
    documentsCount: p.integer().default(0),
    messagesCount: p.integer().default(0),
    createdAt: instant(),
    submittedAt: instant().nullable(),
    takenChargeAt: instant().nullable(),
    mediationStartedAt: instant().nullable(),
    closedAt: instant().nullable(),
    /** Of the last event, whoever may know of it; never shown. */
    updatedAt: instant(),
    /** Of the last event that each seat may know of (domain/access): what lists show and are ordered by. */
    changedForConsumer: instant().nullable(),
    changedForHandler: instant().nullable(),
    changedForRespondent: instant().nullable(),
    changedForColleague: instant().nullable(),
    changedForMediator: instant().nullable(),
    changedForOffice: instant().nullable(),
    seq: p.integer(),
    headHash: p.blob(),
    state: p.json<Dossier>(),
    /** When its last event was written, by the clock of the database, where the others are the dossier's own; nothing is decided on it. */
    recordedAt: instantOfNow(),
  },
});

/** One link of the dossier's chain. */
export const DossierEventRow = defineEntity({
  name: 'DossierEventRow',
  tableName: 'dossier_event',
  properties: {
    dossierId: p.uuid().primary(),
    seq: p.integer().primary(),
    type: p.text().$type<DossierEvent['type']>(),
    at: instant(),
    actorRole: p.text(),
    actorId: p.uuid().nullable(),
    payload: p.json<DossierEvent>(),
    commandKey: p.text(),
    prevHash: p.blob(),
    hash: p.blob(),
    /** SHA-256 of the content that the event published (the function `seal_of`); null when it published none. */
    seal: p.blob().nullable(),
  },
});

/** The head of a dossier's chain, signed by a worker when it had journalled it. */
export const JournalAnchor = defineEntity({
  name: 'JournalAnchor',
  tableName: 'journal_anchor',
  properties: {
    dossierId: p.uuid().primary(),
    seq: p.integer().primary(),
    hash: p.blob(),
    keyId: p.text(),
    mac: p.blob(),
    at: instantOfNow(),
  },
});

/** Every command handled, and every signal refused. */
export const DossierCommandRow = defineEntity({
  name: 'DossierCommandRow',
  tableName: 'dossier_command',
  properties: {
    dossierId: p.uuid().primary(),
    commandKey: p.text().primary(),
    seq: p.integer(),
    status: p.text().$type<Status>(),
    refusedCode: p.text().nullable(),
    commandType: p.text().nullable(),
    /** Of the command that the key was used for. */
    digest: p.text().nullable(),
    at: instant(),
  },
});

/** A reaction to an event: something to be done because of it. */
export const ReactionRow = defineEntity({
  name: 'ReactionRow',
  tableName: 'reaction',
  properties: {
    id: p.text().primary(),
    dossierId: p.uuid(),
    eventSeq: p.integer(),
    kind: p.text().$type<Reaction['kind']>(),
    payload: p.json<Reaction>(),
    createdAt: instantOfNow(),
    attempts: p.integer().default(0),
    attemptedAt: instant().nullable(),
    doneAt: instant().nullable(),
    lastError: p.text().nullable(),
  },
});
