/** Who may know that something happened in a dossier, and which mail tells it to whom: the access table applied to events. */
export {
  eventTypes,
  lastKnown,
  canKnow,
  canKnowAcceptance,
  canKnowRecusalReason,
  knownDeadlines,
  seatOf,
  seats,
} from './known-events.ts';
export type { Seat } from './known-events.ts';
export { mailFor, mailInPlace, type InPlace } from './mail-for.ts';
