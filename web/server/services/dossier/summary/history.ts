import { dossierEvents } from '#db/dossiers/history.ts';
import { eventTypes, canKnow, canKnowRecusalReason } from '#domain/visibility/index.ts';
import { userIdOf, type DossierEvent, type EventType, type Role, type Side } from '#domain/dossier/index.ts';
import type { ServiceDeps } from '../../deps.ts';
import type { OpenDossier } from '../open-dossier/load-dossier.ts';

/** An event of the journal: what, who, when. Never what anybody wrote, nor its number, which counts what is hidden too. */
export type HistoryEntry = {
  /**
   * `targetMoved`: what the parties learn of a report to the Office, which is the date that their page shows; `chargeGiven`: charge that a colleague gave
   * (F-081); `invitationRevoked`: of somebody who never represented the consumer; `sideCalled`, `sideWritten`: how the Office contacted a side, and not
   * whether anybody answered (F-136).
   */
  what:
    | Exclude<EventType, 'sideContacted'>
    | 'targetMoved'
    | 'chargeGiven'
    | 'invitationRevoked'
    | 'sideCalled'
    | 'sideWritten';
  /** Of the proposal, where the event has one; else 0. */
  version: number;
  /** The Office sees roles and no names. */
  by: { role: Role; name: string | null };
  /** The consumer whom the person represents (F-071); null for everyone else. */
  represents: string | null;
  at: string;
  /** Of an officer's reading of content: why, and until when. */
  reading: { reason: string; until: string } | null;
  /** Why a mediator handed the dossier back, for whom that may be known (ADR 49); null for all else. */
  recusal: string | null;
  /** Whom the Office reminded, called or wrote to (F-136); null for all else. */
  nudged: Side | null;
};

/** Messages are in their own tab, and moments that change nothing are for mails. */
const elsewhere: readonly EventType[] = ['messagePosted', 'deadlinePassed'];
const listed = eventTypes.filter((type) => !elsewhere.includes(type));

export const maxHistory = 100;

/** What happened in a dossier that this person may know, newest first; all of it when `limit` is null. */
export async function historyOf(
  { db }: Pick<ServiceDeps, 'db'>,
  opened: OpenDossier,
  { limit = maxHistory }: { limit?: number | null } = {},
): Promise<HistoryEntry[]> {
  const rows = await dossierEvents(db, { dossierId: opened.summaryRow.id, types: listed });
  // Counted after hidden events are left out: otherwise the end of the list would reveal how many there are.
  return rows
    .filter((row) => canKnow(opened.state, opened, row.event))
    .slice(0, limit ?? undefined)
    .map(({ event, actorName }) => ({
      what: whatOf(opened, event),
      version: 'version' in event ? event.version : 0,
      by: { role: event.by.role, name: opened.can('identities') ? actorName : null },
      represents:
        event.by.role === 'consumerRepresentative' && opened.can('identities') ? opened.summaryRow.consumer.name : null,
      at: event.at,
      reading: event.type === 'glassBroken' ? { reason: event.reason, until: event.until } : null,
      recusal:
        event.type === 'mediatorRecused' && canKnowRecusalReason(opened.state, opened, event) ? event.reason : null,
      nudged: event.type === 'sideNudged' || event.type === 'sideContacted' ? event.side : null,
    }));
}

function whatOf({ readerRole, actor }: OpenDossier, event: DossierEvent): HistoryEntry['what'] {
  if (event.type === 'chargeTaken' && event.userId !== userIdOf(event.by)) return 'chargeGiven';
  if (event.type === 'representativeRemoved' && event.userId === null) return 'invitationRevoked';
  if (event.type === 'sideContacted') return event.way === 'letter' ? 'sideWritten' : 'sideCalled';
  const { type } = event;
  return type === 'reportedToOffice' && readerRole !== 'mediator' && actor.role !== 'officer' ? 'targetMoved' : type;
}
