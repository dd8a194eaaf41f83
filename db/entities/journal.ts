import { defineEntity, p } from '@mikro-orm/core';
import type { DossierEvent, Reaction } from '#domain/dossier/events.ts';
import type { Dossier, DeadlineKind, Outcome, Status, Turn, TurnHolder } from '#domain/dossier/types.ts';

/**
 * The dossier as the journal last wrote it: columns that lists read, and the workflow's state. Written by activities/journal only.
 */
export const DossierRow = defineEntity({
  name: 'DossierRow',
  tableName: 'dossier',
  properties: {
    id: p.uuid().primary(),
    number: p.string(),
    status: p.string().$type<Status>(),
    turn: p.string().$type<TurnHolder>(),
    turnWhat: p.string().$type<Turn['what']>(),
    turnSince: p.datetime().nullable(),
    nextDeadline: p.datetime().nullable(),
    nextDeadlineKind: p.string().$type<DeadlineKind>().nullable(),
    consumerId: p.uuid(),
    representativeId: p.uuid().nullable(),
    merchantId: p.uuid(),
    handlerId: p.uuid().nullable(),
    /** Computed by the database: the handler, the company itself while there is none. */
    holderId: p.uuid(),
    mediatorId: p.uuid().nullable(),
    problemKind: p.string().default(''),
    outcome: p.string().$type<Outcome>().nullable(),
    proposalsCount: p.integer().default(0),
    documentsCount: p.integer().default(0),
    messagesCount: p.integer().default(0),
    createdAt: p.datetime(),
    submittedAt: p.datetime().nullable(),
    takenChargeAt: p.datetime().nullable(),
    mediationStartedAt: p.datetime().nullable(),
    closedAt: p.datetime().nullable(),
    /** Of the last event, whoever may know of it: shown to nobody. */
    updatedAt: p.datetime(),
    /** Of the last event that each seat may know of (domain/access): what lists show and are ordered by. */
    changedForConsumer: p.datetime().nullable(),
    changedForHandler: p.datetime().nullable(),
    changedForRespondent: p.datetime().nullable(),
    changedForColleague: p.datetime().nullable(),
    changedForMediator: p.datetime().nullable(),
    changedForOffice: p.datetime().nullable(),
    seq: p.integer(),
    headHash: p.blob(),
    state: p.json<Dossier>(),
    engineSeq: p.integer().default(0),
    recordedAt: p.datetime(),
  },
});

/** One link of the dossier's chain. */
export const DossierEventRow = defineEntity({
  name: 'DossierEventRow',
  tableName: 'dossier_event',
  properties: {
    dossierId: p.uuid().primary(),
    seq: p.integer().primary(),
    type: p.string().$type<DossierEvent['type']>(),
    at: p.datetime(),
    actorRole: p.string(),
    actorId: p.uuid().nullable(),
    payload: p.json<DossierEvent>(),
    commandKey: p.string(),
    prevHash: p.blob(),
    hash: p.blob(),
  },
});

/** Every command handled, and every signal refused. */
export const DossierCommandRow = defineEntity({
  name: 'DossierCommandRow',
  tableName: 'dossier_command',
  properties: {
    dossierId: p.uuid().primary(),
    commandKey: p.string().primary(),
    seq: p.integer(),
    status: p.string().$type<Status>(),
    refusedCode: p.string().nullable(),
    commandType: p.string().nullable(),
    at: p.datetime(),
  },
});

/** Which command a key was used for first: its digest. */
export const CommandClaim = defineEntity({
  name: 'CommandClaim',
  tableName: 'command_claim',
  properties: {
    dossierId: p.uuid().primary(),
    commandKey: p.string().primary(),
    digest: p.blob(),
    claimedAt: p.datetime().onCreate(() => new Date()),
  },
});

/** Something owed to the world because of an event. */
export const ReactionRow = defineEntity({
  name: 'ReactionRow',
  tableName: 'reaction',
  properties: {
    id: p.string().primary(),
    dossierId: p.uuid(),
    eventSeq: p.integer(),
    kind: p.string().$type<Reaction['kind']>(),
    payload: p.json<Reaction>(),
    createdAt: p.datetime().onCreate(() => new Date()),
    attempts: p.integer().default(0),
    attemptedAt: p.datetime().nullable(),
    doneAt: p.datetime().nullable(),
    lastError: p.string().nullable(),
  },
});
