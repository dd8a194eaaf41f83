import { keysOf } from '../known-values.ts';
import {
  access,
  phaseOf,
  threadResource,
  readerRoleOf,
  readsThreadFrom,
  type Phase,
  type Resource,
  type ReaderRole,
  type Thread,
} from '../access/index.ts';
import type { Viewpoint } from '../actor.ts';
import type { DossierEvent, EventType } from '../dossier/events.ts';
import { proposalOf } from '../dossier/state/proposals.ts';
import type { Acceptance, Deadline, DeadlineKind, Dossier, Instant, Side } from '../dossier/types.ts';

/** Who looks and when, and the dossier as it is now. */
type Seen = { readerRole: ReaderRole; phase: Phase; state: Dossier };
type EventOf<Type extends EventType> = Extract<DossierEvent, { type: Type }>;
type Rule<Type extends EventType> = (event: EventOf<Type>, seen: Seen) => boolean;

const shows = (resource: Resource, { readerRole, phase }: Seen): boolean =>
  access(readerRole, resource, phase) !== 'none';

/** The course of the dossier: for everyone to whom it is open, the Office included (F-005). */
const course = (_event: unknown, seen: Seen): boolean => shows('summary', seen) || shows('draft', seen);

/** That a mediator is named, what is awaited of them, and that it is over: for one who has not declared yet too (ADR 31). */
const named = (_event: unknown, seen: Seen): boolean => shows('identities', seen);

/** What happened to the draft as such stays with those who could see it then. */
const drafting = (event: unknown, seen: Seen): boolean =>
  access(seen.readerRole, 'draft', 'draft') !== 'none' && course(event, seen);

/** Whom the consumer thinks of naming is the consumer's affair until the person accepts (F-073). */
const consumerOnly = (event: unknown, seen: Seen): boolean =>
  sideOf(seen.readerRole) === 'consumer' && course(event, seen);

/** Between the mediator and the Office (F-130). */
const neutral = (event: unknown, seen: Seen): boolean =>
  (seen.readerRole === 'mediator' || isOffice(seen.readerRole)) && course(event, seen);

/** As {@link neutral}, for one who has not declared yet too. */
const ofMediator = (event: unknown, seen: Seen): boolean =>
  (seen.readerRole === 'assignedMediator' && named(event, seen)) || neutral(event, seen);

const documents = (_event: unknown, seen: Seen): boolean => shows('documents', seen);

const proposal = ({ author }: EventOf<'proposalMade' | 'proposalEdited'>, seen: Seen): boolean =>
  shows(author === 'mediator' ? 'mediatorProposals' : 'negotiationProposals', seen);

/**
 * Which row of the matrix each event belongs to. A new event does not compile until this says who may know of it; whatever tells that
 * something happened (facts, lists and their order, files, mails) asks here.
 */
const rules: { [Type in EventType]: Rule<Type> } = {
  dossierCreated: course,
  draftExtended: drafting,
  draftExpired: drafting,
  dossierSubmitted: course,
  representativeNamed: consumerOnly,
  invitationAccepted: course,
  invitationExpired: consumerOnly,
  representativeRemoved: (event, seen) => (event.userId === null ? consumerOnly : course)(event, seen),
  chargeTaken: course,
  negotiationRefused: course,
  proposalMade: proposal,
  proposalEdited: proposal,
  proposalAccepted: acceptanceShows,
  acceptanceWithdrawn: answerOfOne,
  // As hidden as an acceptance that was never met: neither side learns what the other answered (ADR 32).
  revisionAsked: answerOfOne,
  agreementConcluded: course,
  messagePosted: ({ thread, at }, seen) => shows(threadResource(thread), seen) && at >= readsFrom(thread, seen),
  messagesShared: (_event, seen) => shows('sharedMessages', seen),
  // Between a side and the mediator, like the talk itself.
  caucusOpened: ({ side }, seen) => shows(side === 'consumer' ? 'consumerCaucus' : 'merchantCaucus', seen),
  documentAdded: documents,
  documentWithdrawn: documents,
  mediationRequested: course,
  mediatorAssigned: named,
  noConflictDeclared: course,
  mediatorRecused: course,
  mediatorReleased: course,
  mediationWithdrawn: course,
  // What is reported stays between them; a target date that moves is on everyone's page.
  reportedToOffice: (event, seen) => (event.newTarget === null ? neutral : course)(event, seen),
  // That the Office reminded a side is a fact of the course: whoever waits for that side is not left to wonder (F-136).
  sideNudged: course,
  // So is that it called or wrote; what it noted of that is in none of them.
  sideContacted: course,
  reportAnswered: neutral,
  // Whose content it is, and who reads it too, know who else does.
  glassBroken: named,
  breakGlassEnded: named,
  dossierClosed: named,
  deadlinePassed: (event, seen) => moments[ladderOf(event.kind)](event, seen),
  dossierPurged: course,
};

export const eventTypes = keysOf(rules);

type Ladder<Kind extends DeadlineKind = DeadlineKind> = Kind extends `${infer Name}:${number}` ? Name : Kind;

/** Deadlines; pages announce most of them in advance to everyone. */
const moments: Record<Ladder, (event: unknown, seen: Seen) => boolean> = {
  draftReminder: drafting,
  draftExpiry: drafting,
  draftPurge: drafting,
  invitationExpiry: consumerOnly,
  takeChargeReminder: course,
  takeChargeAlert: course,
  mediationAvailable: course,
  turnReminder: course,
  turnAlert: course,
  // Its moment tells when they last did anything, which may be a message that nobody else knows of (ADR 50).
  mediatorReminder: (event, seen) => !isOffice(seen.readerRole) && ofMediator(event, seen),
  mediatorAlert: ofMediator,
  mediationWarning: neutral,
  mediationTarget: course,
  withdrawalClose: course,
  // After it nobody is awaited, which their list shows to one who had not declared too.
  messagesClose: named,
  purge: course,
};

function ladderOf(kind: DeadlineKind): Ladder {
  return kind.split(':')[0] as Ladder;
}

/** One side's acceptance, as a proposal holds it or as the event tells it. */
type Accepted = { proposalId: string } & Pick<Acceptance, 'side' | 'version' | 'at'>;

function acceptanceShows(accepted: Accepted, seen: Seen): boolean {
  return shows(acceptanceResource(accepted.side), concluded(accepted, seen.state) ? seen : neverAnswered(seen));
}

function answerOfOne({ side }: { side: Side }, seen: Seen): boolean {
  return shows(acceptanceResource(side), neverAnswered(seen));
}

function readsFrom(thread: Thread, { state, readerRole }: Seen): Instant {
  return readsThreadFrom(state, readerRole, thread) ?? '';
}

function acceptanceResource(side: Side): Resource {
  return side === 'consumer' ? 'consumerAcceptance' : 'merchantAcceptance';
}

/** Whether it is one of the two that made the agreement, and not one that was withdrawn or given to an earlier version. */
function concluded({ proposalId, version, side, at }: Accepted, state: Dossier): boolean {
  const agreement = state.closing?.agreement;
  if (agreement?.proposalId !== proposalId || agreement.version !== version) return false;
  const made = proposalOf(state, proposalId)?.acceptances ?? [];
  return made.some((each) => each.side === side && each.version === version && each.at === at);
}

/** Requirements §6: an acceptance that the other side never met stays hidden from it, also when they agreed on something else later. */
function neverAnswered(seen: Seen): Seen {
  return seen.phase === 'afterAgreement' || seen.phase === 'agreement' ? { ...seen, phase: 'withoutAgreement' } : seen;
}

function sideOf(readerRole: ReaderRole): Side | null {
  switch (readerRole) {
    case 'consumer':
    case 'representedConsumer':
    case 'consumerRepresentative':
      return 'consumer';
    case 'respondent':
    case 'handler':
    case 'otherMerchantRepresentative':
      return 'merchant';
    case 'mediator':
    case 'assignedMediator':
    case 'officer':
    case 'readingOfficer':
    case 'stranger':
      return null;
  }
}

function isOffice(readerRole: ReaderRole): boolean {
  return readerRole === 'officer' || readerRole === 'readingOfficer';
}

function knows<Type extends EventType>(event: EventOf<Type>, seen: Seen): boolean {
  return rules[event.type as Type](event, seen);
}

function seenFrom(state: Dossier, { actor, now }: Viewpoint): Seen {
  return { readerRole: readerRoleOf(state, { actor, now }), phase: phaseOf(state, now), state };
}

/** Whether this person may know that it happened, who did it and when. Whether what was written then is shown is decided by domain/access. */
export function canKnow(state: Dossier, viewpoint: Viewpoint, event: DossierEvent): boolean {
  return knows(event, seenFrom(state, viewpoint));
}

/** As {@link canKnow}, with why the mediator handed the dossier back: the Office reads it, everyone else when the mediator chose to tell the parties (ADR 49). */
export function canKnowRecusalReason(state: Dossier, viewpoint: Viewpoint, event: EventOf<'mediatorRecused'>): boolean {
  const seen = seenFrom(state, viewpoint);
  return knows(event, seen) && (event.reasonTold === true || isOffice(seen.readerRole));
}

/** In a mediation these follow what each side answered to a proposal. */
const ofTheTurn: readonly Ladder[] = ['turnReminder', 'turnAlert', 'mediatorReminder', 'mediatorAlert'];

/**
 * What a dossier waits for by itself, as this person may know of it beforehand: nothing that they may not know to have come. In a mediation the Office is not
 * told of the moments that hang on what a side answered, which is no matter of its own: their dates would tell it (requirements §6).
 */
export function knownDeadlines(state: Dossier, viewpoint: Viewpoint, deadlines: readonly Deadline[]): Deadline[] {
  const seen = seenFrom(state, viewpoint);
  const hidesTurn = isOffice(seen.readerRole) && state.status === 'mediation';
  return deadlines.filter(
    ({ kind, at }) =>
      !(hidesTurn && ofTheTurn.includes(ladderOf(kind))) &&
      knows({ type: 'deadlinePassed', kind, at, by: { role: 'system' } }, seen),
  );
}

/** As {@link canKnow}, of an acceptance that a proposal still holds. */
export function canKnowAcceptance(state: Dossier, viewpoint: Viewpoint, accepted: Accepted): boolean {
  return acceptanceShows(accepted, seenFrom(state, viewpoint));
}

/**
 * Readers of lists, by what they may know: those of one seat know the same (domain/visibility/known-events.spec.ts). Who is named to mediate has the
 * mediator's seat, and knows less until they declare.
 */
export const seats = {
  consumer: ['consumer', 'representedConsumer', 'consumerRepresentative'],
  handler: ['handler'],
  respondent: ['respondent'],
  colleague: ['otherMerchantRepresentative'],
  mediator: ['mediator'],
  office: ['officer', 'readingOfficer'],
} as const satisfies Record<string, readonly ReaderRole[]>;
export type Seat = keyof typeof seats;

/**
 * Who is named to mediate and has not declared yet has the mediator's seat, and knows less there (ADR 31).
 *
 * @throws Error for a stranger, who has none.
 */
export function seatOf(role: ReaderRole): Seat {
  if (role === 'assignedMediator') return 'mediator';
  const found = keysOf(seats).find((name) => (seats[name] as readonly ReaderRole[]).includes(role));
  if (!found) throw new Error(`${role} has no seat`);
  return found;
}

/**
 * When each seat last learnt of something, from events in their order and the dossier after them; null when it learns of none of them.
 * Taken up command after command, it is what the whole journal would give: what opens more of a dossier to a reader is itself known to
 * that reader.
 */
export function lastKnown(events: readonly DossierEvent[], state: Dossier): Record<Seat, Instant | null> {
  const last = (readerRole: ReaderRole): Instant | null =>
    events.findLast((event) => knows(event, { readerRole, phase: phaseOf(state, event.at), state }))?.at ?? null;
  return {
    consumer: last('consumer'),
    handler: last('handler'),
    respondent: last('respondent'),
    colleague: last('otherMerchantRepresentative'),
    mediator: last(state.mediation?.mediatorId && !state.mediation.declaredAt ? 'assignedMediator' : 'mediator'),
    office: last('officer'),
  };
}
