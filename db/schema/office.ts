import { defineEntity, p } from '@mikro-orm/core';
import type { ErrorCode } from '#contracts/errors.ts';
import type { Policy } from '#domain/dossier/policy.ts';
import type { MediationReport, Side } from '#domain/dossier/types.ts';
import { civilDay, emptyText, instant, instantOfNow } from './columns.ts';

/** Days on which a mediator is away (F-137). `late`: a long absence that was told less than two weeks ahead. */
export const MediatorAbsence = defineEntity({
  name: 'MediatorAbsence',
  tableName: 'mediator_absence',
  properties: {
    id: p.uuid().primary(),
    mediatorId: p.uuid(),
    firstDay: civilDay(),
    lastDay: civilDay(),
    late: p.boolean(),
    declaredAt: instantOfNow(),
    changedAt: instantOfNow(),
    cancelledAt: instant().nullable(),
  },
});

/** What an officer did to reach a party of a dossier, or noted; the text is for the Office alone (F-136, B-11). `seen`: a mediator's report was read. */
export const OfficeContact = defineEntity({
  name: 'OfficeContact',
  tableName: 'office_contact',
  properties: {
    id: p.uuid().primary(),
    dossierId: p.uuid(),
    authorId: p.uuid(),
    kind: p.text().$type<'reached' | 'missed' | 'letter' | 'note' | 'seen'>(),
    side: p.text().$type<'consumer' | 'merchant' | 'mediator'>().nullable(),
    body: emptyText(),
    at: instantOfNow(),
  },
});

/** What the Office will do next in a dossier, and on which civil day: one a dossier. `version`: what a page has seen of it. */
export const OfficeStep = defineEntity({
  name: 'OfficeStep',
  tableName: 'office_step',
  properties: {
    dossierId: p.uuid().primary(),
    dueDay: civilDay(),
    body: p.text(),
    setBy: p.uuid(),
    setAt: instantOfNow(),
    /** Given by the table, as that of a kept text. */
    version: p.bigint('number'),
  },
});

/** A kind of problem that is a mediator's field (B-11). */
export const MediatorField = defineEntity({
  name: 'MediatorField',
  tableName: 'mediator_field',
  properties: {
    mediatorId: p.uuid().primary(),
    problemKind: p.text().primary(),
  },
});

/** Mediations of one person that an officer gives away together; who they are and what came of each are its lines. Removed 90 days after. */
export const HandOver = defineEntity({
  name: 'HandOver',
  tableName: 'hand_over',
  properties: {
    id: p.uuid().primary(),
    mediatorId: p.uuid(),
    setBy: p.uuid().nullable(),
    setAt: instantOfNow(),
  },
});

/** One of them: to whom it goes, null for the Office's queue; when that was done or refused, null while it is to be done, and with which code it was refused. */
export const HandOverLine = defineEntity({
  name: 'HandOverLine',
  tableName: 'hand_over_line',
  properties: {
    handOverId: p.uuid().primary(),
    dossierId: p.uuid().primary(),
    toId: p.uuid().nullable(),
    doneAt: instant().nullable(),
    refused: p.text().$type<ErrorCode>().nullable(),
  },
});

/** Durations of new dossiers, version after version (T-08): added to, never changed. `number` counts from 2; the first version is the installation's. */
export const PolicyVersion = defineEntity({
  name: 'PolicyVersion',
  tableName: 'policy_version',
  properties: {
    number: p.integer().primary().autoincrement(false),
    policy: p.json<Policy>(),
    /** Civil day in Québec from which dossiers open under it. */
    fromDay: civilDay(),
    setBy: p.uuid(),
    setAt: instantOfNow(),
  },
});

/**
 * What a mediation has for an officer, kept by triggers (docs/adr/0046): each report of its mediator that the Office has not answered (docs/adr/0051); when there is
 * none, and while a mediator has it, `target`, its target date, which may be to come.
 */
export const OfficeNews = defineEntity({
  name: 'OfficeNews',
  tableName: 'office_news',
  properties: {
    dossierId: p.uuid().primary(),
    kind: p.text().$type<MediationReport['kind'] | 'target'>(),
    /** Whom the report is about. */
    side: p.text().$type<Side>().nullable(),
    /** When it was reported, or the target date. */
    since: instant().primary(),
    target: instant().nullable(),
  },
});

/**
 * What a merchant's dossiers have been, kept by triggers. `waitingSince`: when the one was submitted that has waited longest to be taken in charge; `taken`: how many
 * were, after so many days in the median.
 */
export const MerchantRecord = defineEntity({
  name: 'MerchantRecord',
  tableName: 'merchant_record',
  properties: {
    merchantId: p.uuid().primary(),
    waitingSince: instant().nullable(),
    submitted: p.integer().default(0),
    taken: p.integer().default(0),
    medianDays: p.integer().nullable(),
  },
});

/** How many dossiers a merchant took charge of after so many days, to the nearest. Kept by triggers. */
export const MerchantPace = defineEntity({
  name: 'MerchantPace',
  tableName: 'merchant_pace',
  properties: {
    merchantId: p.uuid().primary(),
    days: p.integer().primary(),
    taken: p.integer(),
  },
});
