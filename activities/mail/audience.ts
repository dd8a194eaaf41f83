import type { Database } from '#db/database.ts';
import { accountOf, holdersOf, inviteeOf, type Place, type Recipient } from '#db/outbox/recipients.ts';
import type { Audience } from '#domain/dossier/events.ts';
import type { DossierMailTemplate } from '#domain/dossier/reactions/mail-templates.ts';
import type { InPlace } from '#domain/visibility/index.ts';

export type { Recipient };

/** The Office's shared address: its alerts are for the officer on duty. */
type OfficeAddress = { address: string; name: string };

/** Who is notified of an event: `invitationId` is the id of the invitation that the event names, for `invitee`. */
export type Addressing = { dossierId: string; audience: Audience; invitationId: string | null; office: OfficeAddress };

/**
 * The people behind an audience, now (F-086, A-17, A-21, A-22): a disabled account is replaced by the person who stands in for it. Empty when there
 * is nobody to notify.
 */
export async function recipientsOf(
  db: Database,
  { dossierId, audience, invitationId, office }: Addressing,
): Promise<Recipient[]> {
  switch (audience) {
    case 'consumer':
    case 'consumerSide':
    case 'merchantSide':
    case 'respondent':
    case 'mediator':
      return holdersOf(db, { dossierId, places: placesOf[audience] });
    case 'office':
      return [{ userId: null, ...office, language: 'fr', role: 'officer' }];
    case 'invitee':
      return invitationId ? inviteeOf(db, invitationId) : [];
    default:
      return accountOf(db, { dossierId, userId: audience.slice('user:'.length) });
  }
}

/** In whose place each mail of a company's people is told that something waits for whoever has charge. */
const placesToldOf: Partial<Record<string, readonly InPlace[]>> = {
  'substitute-update': ['handler'],
  'charge-waiting': ['nobody', 'respondent'],
} satisfies Partial<Record<DossierMailTemplate, readonly InPlace[]>>;

/** Whether such a mail was queued for somebody who stands in that place no more: somebody has taken charge since, who was away is back (ADR 48). */
export async function standsInNoMore(
  db: Database,
  { dossierId, userId, template }: { dossierId: string; userId: string | null; template: string },
): Promise<boolean> {
  const told = placesToldOf[template];
  if (!told) return false;
  const people = await holdersOf(db, { dossierId, places: placesOf.merchantSide });
  return !people.some((person) => person.userId === userId && person.inPlace && told.includes(person.inPlace));
}

/** Who stands for an audience, in order of preference: the company's own address when nobody of it is left, so that a notice is always sent. */
const placesOf = {
  consumer: ['consumer'],
  consumerSide: ['consumerRepresentative', 'consumer'],
  merchantSide: ['handler', 'respondents', 'company'],
  respondent: ['respondents', 'company'],
  mediator: ['mediator'],
} as const satisfies Partial<Record<Audience, readonly Place[]>>;
