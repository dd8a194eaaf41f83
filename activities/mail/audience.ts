import type { Database } from '#db/database.ts';
import {
  accountOf,
  companyOf,
  handlerOf,
  inviteeOf,
  partyOf,
  respondentsOf,
  type Recipient,
} from '#db/outbox/recipients.ts';
import type { Audience } from '#domain/dossier/events.ts';

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
      return partyOf(db, { dossierId, role: 'consumer' });
    case 'consumerSide':
      return firstFound([
        () => partyOf(db, { dossierId, role: 'consumerRepresentative' }),
        () => partyOf(db, { dossierId, role: 'consumer' }),
      ]);
    case 'merchantSide':
      return firstFound([() => handlerOf(db, dossierId), () => contactsOf(db, dossierId)]);
    case 'respondent':
      return contactsOf(db, dossierId);
    case 'mediator':
      return partyOf(db, { dossierId, role: 'mediator' });
    case 'office':
      return [{ userId: null, ...office, language: 'fr', role: 'officer' }];
    case 'invitee':
      return invitationId ? inviteeOf(db, invitationId) : [];
    default:
      return accountOf(db, { dossierId, userId: audience.slice('user:'.length) });
  }
}

/** The contact persons; the company's own address when none is left, so that a notice is always sent. */
function contactsOf(db: Database, dossierId: string): Promise<Recipient[]> {
  return firstFound([() => respondentsOf(db, dossierId), () => companyOf(db, dossierId)]);
}

async function firstFound(searches: (() => Promise<Recipient[]>)[]): Promise<Recipient[]> {
  for (const search of searches) {
    const found = await search();
    if (found.length > 0) return found;
  }
  return [];
}
