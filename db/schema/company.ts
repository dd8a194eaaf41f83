import { defineEntity, p } from '@mikro-orm/core';
import { civilDay, instant, instantOfNow } from './columns.ts';

/** Days on which a member of a merchant is away, and the colleague who stands in for them (B-09). */
export const MemberAbsence = defineEntity({
  name: 'MemberAbsence',
  tableName: 'member_absence',
  properties: {
    id: p.uuid().primary(),
    merchantId: p.uuid(),
    userId: p.uuid(),
    substituteId: p.uuid(),
    firstDay: civilDay(),
    lastDay: civilDay(),
    declaredBy: p.uuid(),
    declaredAt: instantOfNow(),
    cancelledAt: instant().nullable(),
  },
});

/** A short text that a merchant's people keep to begin messages with; theirs alone (B-09). `version`: what a page has seen of it. */
export const SavedReply = defineEntity({
  name: 'SavedReply',
  tableName: 'saved_reply',
  properties: {
    id: p.uuid().primary(),
    merchantId: p.uuid(),
    title: p.text(),
    body: p.text(),
    savedBy: p.uuid(),
    savedAt: instantOfNow(),
    version: p.integer().default(1),
  },
});

/** A place of a company besides its main one, as its participation form or the Office names it (F-014). `place`: where it stands among them; `closedAt`: it is named no more. */
export const Establishment = defineEntity({
  name: 'Establishment',
  tableName: 'establishment',
  properties: {
    id: p.uuid().primary(),
    merchantId: p.uuid(),
    name: p.text(),
    place: p.integer(),
    closedAt: instant().nullable(),
  },
});

/** Where a company's people put a dossier: an order of their own, which nobody else reads (B-09). */
export const DossierEstablishment = defineEntity({
  name: 'DossierEstablishment',
  tableName: 'dossier_establishment',
  properties: {
    dossierId: p.uuid().primary(),
    establishmentId: p.uuid(),
    setBy: p.uuid(),
    setAt: instantOfNow(),
  },
});
