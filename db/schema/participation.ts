import { defineEntity, p } from '@mikro-orm/core';
import type { AccessPerson, ParticipationForm } from '#contracts/schemas/participation.ts';
import { citext, emptyText, instant, instantOfNow } from './columns.ts';

/** `correction`: its sender is to correct it. */
type ParticipationState = 'waiting' | 'correction' | 'accepted' | 'declined';

/** A company that asks to take part (F-014). */
export const Participation = defineEntity({
  name: 'Participation',
  tableName: 'participation',
  properties: {
    /** The key of the form that was sent first. */
    id: p.uuid().primary(),
    number: p.text(),
    state: p.text().$type<ParticipationState>().default('waiting'),
    form: p.json<ParticipationForm>(),
    /** Also in the form; lists and conflicts read them here. */
    legalName: p.text(),
    neq: p.text(),
    /** Version of the undertaking that was ticked with the form; empty before it was kept. */
    undertaking: emptyText(),
    senderEmail: citext(),
    language: p.text().$type<'fr' | 'en'>(),
    sentAt: instantOfNow(),
    /** When it came to the state it is in. */
    since: instantOfNow(),
    /** The key of the form that was sent last. */
    lastKey: p.uuid(),
    /** What a page has seen of it. */
    version: p.integer().default(1),
    /** What is to be corrected, or why it was declined. */
    answer: emptyText(),
    answeredBy: p.uuid().nullable(),
    linkHash: p.blob().nullable(),
    linkUntil: instant().nullable(),
    /** The company that it became. */
    merchantId: p.uuid().nullable(),
  },
});

type AccessRequestKind = 'add' | 'remove' | 'change';
type AccessRequestState = 'waiting' | 'done' | 'declined';

/** What a respondent asks of the Office about the people of a company (F-019). */
export const AccessRequest = defineEntity({
  name: 'AccessRequest',
  tableName: 'access_request',
  properties: {
    id: p.uuid().primary(),
    merchantId: p.uuid(),
    kind: p.text().$type<AccessRequestKind>(),
    /** Who is to have access. */
    person: p.json<AccessPerson>().nullable(),
    /** Whose access is to end. */
    memberId: p.uuid().nullable(),
    /** What else has changed, in the respondent's words. */
    body: emptyText(),
    askedBy: p.uuid(),
    askedAt: instantOfNow(),
    state: p.text().$type<AccessRequestState>().default('waiting'),
    answer: emptyText(),
    answeredBy: p.uuid().nullable(),
    answeredAt: instant().nullable(),
  },
});
