import type { Author, Role, Side } from '../actor.ts';
import type { Instant } from '../calendar/instant.ts';
import type { Policy } from './policy.ts';

export type { Actor, Author, Role, Side } from '../actor.ts';
export type { Instant } from '../calendar/instant.ts';

/** Where a dossier stands. See the diagram in docs/. */
export type Status =
  'draft' | 'expired' | 'submitted' | 'negotiation' | 'mediationRequested' | 'mediation' | 'closed' | 'purged';

/** How a dossier ended. `draftExpired` exists on purged drafts only. */
export type Outcome = 'agreement' | 'refused' | 'withdrawn' | 'mediationFailed' | 'draftExpired';

/** What a side answers to a version, bound to the version it names. */
type SideAnswer = { side: Side; version: number; by: string; at: Instant };

/** One acceptance. */
export type Acceptance = SideAnswer;

/** One immutable version of a proposal. `contentId` names the row that holds what people wrote. */
export type ProposalVersion = { version: number; contentId: string; by: string; at: Instant };

/**
 * - `open`: may be accepted, and edited by its author.
 * - `superseded`: the other side countered, or a new one replaced it.
 * - `frozen`: pending when mediation began; history only.
 * - `accepted`: it became the agreement.
 * - `lapsed`: open when the dossier closed without agreement.
 */
export type ProposalState = 'open' | 'superseded' | 'frozen' | 'accepted' | 'lapsed';

export type Proposal = {
  id: string;
  author: Author;
  /** Oldest first; the last one is current. Versions count from 1. */
  versions: ProposalVersion[];
  state: ProposalState;
  acceptances: Acceptance[];
  /** F-115, F-116: sides for which the current version does not do, in mediation. */
  revisionsAsked: SideAnswer[];
};

/** The consumer's representative (F-070, F-073, F-077). `invited` until the invitation is accepted with the validation key. */
export type Representative = {
  invitationId: string;
  status: 'invited' | 'active';
  userId: string | null;
  invitedAt: Instant;
  activeAt: Instant | null;
};

/**
 * A document that a person filed (F-033). `side` owns it: anyone who acts for that side may withdraw it. A withdrawn one keeps its place as a
 * tombstone. Documents made by the system are not listed here and cannot be withdrawn.
 */
type FiledDocument = { id: string; side: Author; by: string; at: Instant; withdrawnAt: Instant | null };

type MediationWithdrawal = { side: Side; by: string; reason: string; justificationId: string; at: Instant };

/** What the mediator told the Office (F-130); `nudge` asks it to reach a side (F-136). `at` names it: one mediator reports once in an instant. */
export type MediationReport = {
  kind: 'imminent' | 'waiting' | 'delay' | 'nudge';
  side: Side | null;
  newTarget: Instant | null;
  at: Instant;
};

/** How the Office tried to reach a side otherwise than by the platform's reminder (F-136). `missed`: a call that nobody answered. */
export type ContactWay = 'reached' | 'missed' | 'letter';

/**
 * What the Office answers to a report: it was read; or, to a request to reach a side, that the side was reminded, reached by telephone or written to, that it could
 * not be reached, or that there is nothing more to do.
 */
export type ReportAnswer = 'seen' | 'nudged' | Exclude<ContactWay, 'missed'> | 'unreachable' | 'settled';

export type Mediation = {
  requestedBy: Side;
  requestedAt: Instant;
  mediatorId: string | null;
  /** First assignment: the 75 days run from here, even if another mediator follows. */
  startedAt: Instant | null;
  /** Assignment of the present mediator; null while there is none. */
  assignedAt: Instant | null;
  /** When the present mediator declared no conflict of interest; until then they read nothing but who is concerned (ADR 31). */
  declaredAt: Instant | null;
  /**
   * Who ever declared no conflict of interest, and so mediated, each once, the last one last, though another may be named since: the attestation names them,
   * and earlier mediations with a merchant are counted by it (ADR 49).
   */
  ledBy: string[];
  /** Who handed this dossier back, each once: they are not named in it again (ADR 49). */
  recused: string[];
  /** Sides that let the present mediator read their private talk with a former one. */
  openedCaucuses: Side[];
  target: Instant | null;
  /** When the target was last moved by the mediator; null while it is the first one. */
  targetSince: Instant | null;
  /** When the present mediator last wrote to both parties in the discussion space; null until then. Closings of earlier releases ask for it (ADR 49). */
  lastWordAt: Instant | null;
  /** When the present mediator last did anything; begins their ladder of reminders again (ADR 50). Null until then. */
  lastActAt: Instant | null;
  /** F-131: when the present mediator announced the closing there; null until then, and again once they propose something else. */
  closingAnnouncedAt: Instant | null;
  withdrawal: MediationWithdrawal | null;
  /** Reports that the Office has not answered, oldest first, whoever mediates since (F-130, F-136). */
  openReports: MediationReport[];
};

type ClosingBase = {
  at: Instant;
  by: Role;
  /** Code of content/lists (§9.5), or null for an agreement. */
  reason: string | null;
  justificationId: string | null;
  /** F-134: content row with the summary of the nature of the problem, printed on the attestation. */
  natureId: string | null;
};

/** How a dossier ended; with an agreement, which version of which proposal it is. */
export type Closing = ClosingBase &
  (
    | { outcome: 'agreement'; agreement: { proposalId: string; version: number } }
    | { outcome: Exclude<Outcome, 'agreement'>; agreement: null }
  );

/** Names of scheduled moments. One per rule of requirements §3 and its ladders; `:n` counts steps from 1. */
export type DeadlineKind =
  | `draftReminder:${number}`
  | 'draftExpiry'
  | 'draftPurge'
  | 'invitationExpiry'
  | `takeChargeReminder:${number}`
  | 'takeChargeAlert'
  | 'mediationAvailable'
  | `turnReminder:${number}`
  | 'turnAlert'
  | `mediatorReminder:${number}`
  | 'mediatorAlert'
  | 'mediationWarning'
  | 'mediationTarget'
  | 'withdrawalClose'
  | 'messagesClose'
  | 'purge';

export type Deadline = { kind: DeadlineKind; at: Instant };

/** What every dossier has, wherever it stands. */
type DossierBase = {
  v: 1;
  id: string;
  /** Number of events applied; also the last event's number. */
  seq: number;
  policy: Policy;
  createdAt: Instant;
  consumerId: string;
  merchantId: string;
  representative: Representative | null;
  /** Since when `draftExpiresAt` holds: creation, or the last extension. */
  draftSince: Instant;
  draftExpiresAt: Instant;
  submittedAt: Instant | null;
  expiredAt: Instant | null;
  /** User in charge on the merchant's side (F-087), null before take-over. */
  handlerId: string | null;
  /** First take-over: the 45 days run from here (F-105 b). */
  firstTakenChargeAt: Instant | null;
  proposals: Proposal[];
  documents: FiledDocument[];
  /** When the turn last passed to whom; drives the reminder ladder. Null when nobody is awaited. */
  awaiting: { who: TurnHolder; since: Instant } | null;
  /** Deadlines already handled, so that each fires once. Cleared of ladders when the turn passes. */
  passed: DeadlineKind[];
  /** When the Office was told that a side had not answered in this turn (B-02): kept until the turn passes, whatever is answered meanwhile (ADR 50). Null while it was not. */
  sideSilentAt: Instant | null;
  messagesOpenUntil: Instant | null;
  /** Officers who read the content for a reason, each until a moment; some may be over. */
  contentReaders: { officerId: string; until: Instant }[];
  purgedAt: Instant | null;
};

/** What there is of a mediation and of a closing, by where the dossier stands. */
type Standing =
  | { status: 'draft' | 'expired' | 'submitted' | 'negotiation'; mediation: null; closing: null }
  | { status: 'mediationRequested' | 'mediation'; mediation: Mediation; closing: null }
  | { status: 'closed' | 'purged'; mediation: Mediation | null; closing: Closing };

/**
 * The whole dossier as the rules know it: ids, codes, instants. It never holds content or personal data, it is JSON, and it
 * survives continue-as-new and the journal as it is.
 */
export type Dossier = DossierBase & Standing;

/** Who is expected to act: a side (or both), the mediator, the Office, or nobody. */
export type TurnHolder = Side | 'both' | 'mediator' | 'office' | 'none';

/**
 * The « À qui le tour » answer (B-01), free of text: pages turn codes into sentences. What it says depends on the reader: in mediation one
 * side never learns that the other has accepted (requirements §6).
 */
export type Turn = {
  who: TurnHolder;
  /** What is awaited; key of content/texts. */
  what:
    | 'completeDraft'
    | 'takeChargeOrRefuse'
    | 'answerProposal'
    | 'waitAnswer'
    | 'assignMediator'
    | 'declareNoConflict'
    | 'discussInMediation'
    | 'answerMediatorProposal'
    | 'acceptOther'
    | 'reviseProposal'
    | 'closeAfterWithdrawal'
    | 'performAgreement'
    | 'nothing';
  since: Instant | null;
  /** Next moment that matters to this turn, hard or soft, and what happens then. */
  by: { at: Instant; then: 'expires' | 'reminder' | 'officeAlert' | 'closes' | 'messagesClose' | 'erased' } | null;
};
