import type { Thread } from './commands.ts';
import type { DossierMailTemplate } from './reactions/mail-templates.ts';
import type { Policy } from './policy.ts';
import type {
  Actor,
  Author,
  ContactWay,
  DeadlineKind,
  Instant,
  MediationReport,
  Outcome,
  ReportAnswer,
  Role,
  Side,
} from './types.ts';

/** What happened. Events carry ids, codes and instants only; they are what the journal stores, also after the purge. */
export type EventBody =
  | { type: 'dossierCreated'; dossierId: string; consumerId: string; merchantId: string; policy: Policy }
  | { type: 'draftExtended'; until: Instant }
  | { type: 'draftExpired' }
  | { type: 'dossierSubmitted' }
  | { type: 'representativeNamed'; invitationId: string; replaces?: string }
  | { type: 'invitationAccepted'; invitationId: string; userId: string }
  | { type: 'invitationExpired'; invitationId: string }
  | { type: 'representativeRemoved'; invitationId: string; userId: string | null }
  | { type: 'chargeTaken'; userId: string; replaced: string | null }
  | { type: 'negotiationRefused'; reason: string; justificationId: string }
  | { type: 'proposalMade'; proposalId: string; contentId: string; author: Author; answers: string | null }
  | { type: 'proposalEdited'; proposalId: string; version: number; contentId: string; author: Author; voided: Side[] }
  | { type: 'proposalAccepted'; proposalId: string; version: number; side: Side }
  | { type: 'acceptanceWithdrawn'; proposalId: string; version: number; side: Side }
  | { type: 'revisionAsked'; proposalId: string; version: number; side: Side }
  | { type: 'agreementConcluded'; proposalId: string; version: number; contentId: string }
  /** `announcesClosing`: the mediator tells the parties that the mediation will be closed without agreement (F-131). */
  | { type: 'messagePosted'; thread: Thread; messageId: string; announcesClosing?: true }
  | { type: 'messagesShared'; shareId: string; side: Side; count: number }
  | { type: 'caucusOpened'; side: Side }
  | { type: 'documentAdded'; documentId: string; side: Author }
  | { type: 'documentWithdrawn'; documentId: string; justificationId: string }
  | { type: 'mediationRequested'; side: Side }
  /** `mustDeclare`: the mediator has yet to declare no conflict of interest; in older journals nobody had to. */
  | { type: 'mediatorAssigned'; mediatorId: string; replaced: string | null; target: Instant; mustDeclare?: true }
  | { type: 'noConflictDeclared'; mediatorId: string }
  /** `reasonTold`: the mediator chose that the parties read the reason, which the Office reads in any case (ADR 49). */
  | { type: 'mediatorRecused'; mediatorId: string; reason: string; reasonTold?: true }
  | { type: 'mediatorReleased'; mediatorId: string }
  | { type: 'mediationWithdrawn'; side: Side; reason: string; justificationId: string }
  | { type: 'reportedToOffice'; kind: MediationReport['kind']; side: Side | null; newTarget: Instant | null }
  | { type: 'sideNudged'; side: Side }
  | { type: 'sideContacted'; side: Side; way: ContactWay }
  /** Reports of the mediator, by their instants, that one act of the Office answers: all of one kind, about one side. */
  | {
      type: 'reportAnswered';
      reports: Instant[];
      kind: MediationReport['kind'];
      side: Side | null;
      answer: ReportAnswer;
    }
  | { type: 'glassBroken'; reason: string; justificationId: string; until: Instant }
  | { type: 'breakGlassEnded' }
  | {
      type: 'dossierClosed';
      outcome: Outcome;
      role: Role;
      reason: string | null;
      justificationId: string | null;
      natureId: string | null;
    }
  /** A deadline passed that changes nothing but must be notified (reminder, alert, right to mediation, end of messages). */
  | { type: 'deadlinePassed'; kind: DeadlineKind }
  | { type: 'dossierPurged' };

export type EventType = EventBody['type'];

/** An event with its author and instant. */
export type DossierEvent = EventBody & { by: Actor; at: Instant };

/** A document that the system must make. */
export type DocumentKind = 'agreement' | 'attestation';

/**
 * Who must be notified; the directory turns it into people when the reaction runs (F-086, A-22).
 * - `consumerSide`: the person who acts for the consumer: the active representative, else the consumer.
 * - `consumer`: the consumer in person, also when represented.
 * - `merchantSide`: the member in charge; the respondent while there is none, or when that account is disabled.
 * - `invitee`: the address of the invitation named by the event.
 * - `user:<id>`: that account only (someone who has just lost a role).
 */
export type Audience =
  'consumerSide' | 'merchantSide' | 'respondent' | 'mediator' | 'office' | 'consumer' | 'invitee' | `user:${string}`;

/**
 * Something to be done because of an event: a row of the journal's transaction, run until done. `key` is unique within
 * the event. A `notify` names a mail template of content/mail.
 */
export type Reaction =
  | { key: string; kind: 'renderDocument'; document: DocumentKind }
  | { key: string; kind: 'notify'; audience: Audience; template: DossierMailTemplate }
  | { key: string; kind: 'eraseContent' };
