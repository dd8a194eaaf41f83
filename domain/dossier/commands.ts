import type { Thread } from '../access/threads.ts';
import type { Policy } from './policy.ts';
import type { Actor, ContactWay, DeadlineKind, Instant, MediationReport, ReportAnswer, Side } from './types.ts';

export { threadNames, type Thread } from '../access/threads.ts';

/**
 * Everything that can be asked of a dossier. Content is named by the id of a row written beforehand as a draft (architecture §4);
 * no command carries what people wrote. `by` is who acts. None rejects a
 * proposal (F-115).
 */
export type CommandBody =
  /** F-053, F-054, F-055, F-056. Opens the dossier; only on an empty state. */
  | { type: 'createDossier'; dossierId: string; merchantId: string; policy: Policy }
  /** F-068, F-069. `proposalId`/`contentId`: the first proposal. `read`: a mark of all that its author read before sending it; nothing else is sent. */
  | { type: 'submitDossier'; proposalId: string; contentId: string; read?: string }
  /** the Office gives more time to a draft, expired or not (before its purge). */
  | { type: 'extendDraft'; until: Instant }
  /** F-073, F-074, F-075, F-076. `replaces`: the pending invitation that is sent again. */
  | { type: 'nameRepresentative'; invitationId: string; replaces?: string }
  /** F-077: by the invited person. */
  | { type: 'acceptInvitation'; invitationId: string }
  /** F-073, A-18: by the consumer, the representative (gives up), or the Office. */
  | { type: 'removeRepresentative' }
  /** F-084, F-087. `replaces`: the handler the person saw; stale when another took charge meanwhile. */
  | { type: 'takeCharge'; replaces: string | null }
  /** F-081, F-087: by the respondent, or by who has charge: `to`, a colleague, has charge from then on. `replaces` as for `takeCharge`. */
  | { type: 'giveCharge'; to: string; replaces: string | null }
  /** F-083, A-07: only before take-over. */
  | { type: 'refuseToNegotiate'; reason: string; justificationId: string }
  /** F-090, F-091, F-111: a proposal, a counter-proposal, or the mediator's. `answers`: the open proposal the author saw, or null. */
  | { type: 'propose'; proposalId: string; contentId: string; answers: string | null }
  /** F-095, F-116: makes a version; `version` is the one the author started from. */
  | { type: 'editProposal'; proposalId: string; version: number; contentId: string }
  /** F-099, F-117, A-13, A-14: `read` is the explicit « j'ai lu ». */
  | { type: 'acceptProposal'; proposalId: string; version: number; read: boolean }
  /** in mediation, until the second acceptance. */
  | { type: 'withdrawAcceptance'; proposalId: string }
  /** F-115, F-116: « Cette proposition ne me convient pas »: that version waits for the mediator to change it, as far as this side goes. */
  | { type: 'askForRevision'; proposalId: string; version: number }
  /** F-040, F-098, F-112, F-113. `announcesClosing`: by the mediator, in the discussion space, before closing without agreement (F-131). */
  | { type: 'postMessage'; thread: Thread; messageId: string; announcesClosing?: true }
  /** a party lets the mediator read messages of the negotiation that it chooses. */
  | { type: 'shareMessages'; shareId: string; count: number }
  /** a party lets the present mediator read what it and a former one wrote to each other in private. */
  | { type: 'openCaucus' }
  /** F-033, F-072. */
  | { type: 'addDocument'; documentId: string }
  /** tombstone, by who added it. */
  | { type: 'withdrawDocument'; documentId: string; justificationId: string }
  /** F-104: before mediation begins. */
  | { type: 'closeDossier'; reason: string; justificationId: string }
  /** F-105. */
  | { type: 'requestMediation' }
  /**
   * F-121: by the Office; also reassigns. `replaces`: mediator the officer saw, or null. `mustDeclare`: who is named reads nothing before declaring no
   * conflict of interest (ADR 31); `unlessRecused`: refused for anyone who handed this dossier back (ADR 49). Commands of releases that did not ask for it
   * have no such fields.
   */
  | { type: 'assignMediator'; mediatorId: string; replaces: string | null; mustDeclare?: true; unlessRecused?: true }
  /** B-10: « Je n’ai aucun conflit d’intérêts », by the mediator who was named, before reading anything. */
  | { type: 'declareNoConflict' }
  /** §9.5: « Me retirer », the mediator hands the dossier back (conflict of interest, absence). `tellParties`: they read the reason (ADR 49). */
  | { type: 'recuse'; reason: string; tellParties?: true }
  /** F-020, F-121: by the Office, of a mediator whose account is closed: the dossier goes back to its queue. `mediatorId`: who is to lead it no more. */
  | { type: 'releaseMediator'; mediatorId: string }
  /** « Me retirer de la médiation ». */
  | { type: 'withdrawFromMediation'; reason: string; justificationId: string }
  /** F-130. */
  | { type: 'reportToOffice'; kind: MediationReport['kind']; side: Side | null; newTarget: Instant | null }
  /**
   * F-119, F-132, F-134. `mustAnnounce`: only once the closing was announced to the parties (F-131, ADR 49); to commands of releases that did not ask for
   * it, which have no such field, any word of the mediator's in the discussion space is enough.
   */
  | { type: 'closeMediation'; reason: string; justificationId: string; natureId: string; mustAnnounce?: true }
  /** F-136, B-11: the Office reminds a side. */
  | { type: 'nudge'; side: Side }
  /** F-136: the Office called a side, or wrote to it. What it noted of that stays with it. */
  | { type: 'contactSide'; side: Side; way: ContactWay }
  /** F-130, F-136: the Office answers one report of the mediator, by its instant: read; or a request: the side cannot be reached, or nothing more is to be done. */
  | { type: 'answerReport'; report: Instant; answer: Extract<ReportAnswer, 'seen' | 'unreachable' | 'settled'> }
  /** an officer reads the content of this dossier for thirty minutes. `reason`: code of the list `breakGlassReasons`. */
  | { type: 'breakGlass'; reason: string; justificationId: string }
  /** the same officer ends it before its time. */
  | { type: 'endBreakGlass' }
  /** Inaction is an event that goes through the rules like any other; by `system` only. */
  | { type: 'passDeadline'; kind: DeadlineKind };

export type CommandType = CommandBody['type'];

/** A command with who gives it. */
export type Command = CommandBody & { by: Actor };
