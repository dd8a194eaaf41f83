import { limitAfter } from '../calendar/durations.ts';
import type { DossierEvent } from './events.ts';
import { withReadingEvent } from './evolve/content-readers.ts';
import { mediatorActed, mediatorGoesOn, mediatorSpoke, withMediationEvent } from './evolve/mediation.ts';
import { without } from './evolve/passed-deadlines.ts';
import { inState, withProposalEvent } from './evolve/proposals.ts';
import { isRepresented, userIdOf } from './state/parties.ts';
import { mediatorAwaitedSince } from './state/mediator-awaited.ts';
import { sideSilentAfter } from './state/silent-sides.ts';
import { stance } from './turn.ts';
import type { Closing, Dossier, Representative } from './types.ts';

/**
 * The dossier after an event. Total on the events that `decide` produced, in their order; it checks no rule and reads no clock. `seq` counts
 * every event; `awaiting` follows the turn.
 *
 * @throws Error on events that `decide` never produces: a first one that is not `dossierCreated`, a closing by an agreement that was not
 *   concluded.
 */
export function evolve(state: Dossier | null, event: DossierEvent): Dossier {
  if (!state) {
    if (event.type !== 'dossierCreated') throw new Error(`a dossier begins with dossierCreated, not ${event.type}`);
    return passTurn(null, created(event), event);
  }
  const after = passTurn(state, { ...mediatorActed(apply(state, event), event), seq: state.seq + 1 }, event);
  return passMediatorTurn(state, after);
}

function created(event: Extract<DossierEvent, { type: 'dossierCreated' }>): Dossier {
  return {
    v: 1,
    id: event.dossierId,
    seq: 1,
    status: 'draft',
    policy: event.policy,
    createdAt: event.at,
    consumerId: event.consumerId,
    merchantId: event.merchantId,
    representative: null,
    draftSince: event.at,
    draftExpiresAt: limitAfter(event.at, event.policy.draft),
    submittedAt: null,
    expiredAt: null,
    handlerId: null,
    firstTakenChargeAt: null,
    proposals: [],
    documents: [],
    mediation: null,
    closing: null,
    awaiting: null,
    passed: [],
    sideSilentAt: null,
    messagesOpenUntil: null,
    contentReaders: [],
    purgedAt: null,
  };
}

/** Nothing has been mediated or closed yet. */
const beforeMediation = { mediation: null, closing: null };

function apply(state: Dossier, event: DossierEvent): Dossier {
  switch (event.type) {
    case 'dossierCreated':
      throw new Error('a dossier is created once');
    case 'draftExtended':
      return {
        ...state,
        ...beforeMediation,
        status: 'draft',
        draftSince: event.at,
        draftExpiresAt: event.until,
        expiredAt: null,
        passed: without(state.passed, 'draftReminder'),
      };
    case 'draftExpired':
      return { ...state, ...beforeMediation, status: 'expired', expiredAt: event.at };
    case 'dossierSubmitted':
      return { ...state, ...beforeMediation, status: 'submitted', submittedAt: event.at };
    case 'representativeNamed':
      return { ...state, representative: invited(event) };
    case 'invitationAccepted':
      return {
        ...state,
        representative: state.representative && {
          ...state.representative,
          status: 'active',
          userId: event.userId,
          activeAt: event.at,
        },
      };
    case 'invitationExpired':
    case 'representativeRemoved':
      return { ...state, representative: null };
    case 'chargeTaken': {
      const charge = { handlerId: event.userId, firstTakenChargeAt: state.firstTakenChargeAt ?? event.at };
      return state.status === 'submitted' ? { ...state, ...charge, status: 'negotiation' } : { ...state, ...charge };
    }
    case 'proposalMade':
    case 'proposalEdited':
      return mediatorGoesOn({ ...state, proposals: withProposalEvent(state.proposals, event) });
    case 'proposalAccepted':
    case 'acceptanceWithdrawn':
    case 'revisionAsked':
    case 'agreementConcluded':
      return { ...state, proposals: withProposalEvent(state.proposals, event) };
    case 'documentAdded':
      return { ...state, documents: [...state.documents, filed(event)] };
    case 'documentWithdrawn':
      return {
        ...state,
        documents: state.documents.map((document) =>
          document.id === event.documentId ? { ...document, withdrawnAt: event.at } : document,
        ),
      };
    case 'mediationRequested':
    case 'mediatorAssigned':
    case 'noConflictDeclared':
    case 'mediatorRecused':
    case 'mediatorReleased':
    case 'caucusOpened':
    case 'mediationWithdrawn':
    case 'reportedToOffice':
    case 'reportAnswered':
      return withMediationEvent(state, event);
    case 'glassBroken':
    case 'breakGlassEnded':
      return { ...state, contentReaders: withReadingEvent(state.contentReaders, event) };
    case 'dossierClosed':
      return closed(state, event);
    case 'deadlinePassed':
      return { ...state, passed: [...state.passed, event.kind], sideSilentAt: sideSilentAfter(state, event) };
    case 'dossierPurged':
      return purged(state, event);
    case 'messagePosted':
      return mediatorSpoke(state, event);
    // Events that do not affect the rules: content has its own rows.
    case 'negotiationRefused':
    case 'messagesShared':
    case 'sideNudged':
    case 'sideContacted':
      return state;
  }
}

function invited(event: Extract<DossierEvent, { type: 'representativeNamed' }>): Representative {
  return { invitationId: event.invitationId, status: 'invited', userId: null, invitedAt: event.at, activeAt: null };
}

function filed(event: Extract<DossierEvent, { type: 'documentAdded' }>): Dossier['documents'][number] {
  const by = userIdOf(event.by) ?? '';
  return { id: event.documentId, side: event.side, by, at: event.at, withdrawnAt: null };
}

function closed(state: Dossier, event: Extract<DossierEvent, { type: 'dossierClosed' }>): Dossier {
  const closing = closingOf(state, event);
  return {
    ...state,
    status: 'closed',
    closing,
    proposals: state.proposals.map((proposal) => (proposal.state === 'open' ? inState(proposal, 'lapsed') : proposal)),
    // An invitation that was not accepted in time can no longer be used.
    representative: isRepresented(state) ? state.representative : null,
    messagesOpenUntil: closing.agreement ? limitAfter(event.at, state.policy.messagesAfterAgreement) : null,
    passed: [],
  };
}

function closingOf(state: Dossier, event: Extract<DossierEvent, { type: 'dossierClosed' }>): Closing {
  const { outcome, at, role: by, reason, justificationId, natureId } = event;
  const ended = { at, by, reason, justificationId, natureId };
  if (outcome !== 'agreement') return { ...ended, outcome, agreement: null };
  const accepted = state.proposals.find((proposal) => proposal.state === 'accepted');
  if (!accepted) throw new Error('a dossier is closed by an agreement that was concluded');
  return { ...ended, outcome, agreement: { proposalId: accepted.id, version: accepted.versions.length } };
}

/** F-142: ids, counts and instants stay as the record of destruction; the invitation, which leads to an address, does not. */
function purged(state: Dossier, event: Extract<DossierEvent, { type: 'dossierPurged' }>): Dossier {
  const expired: Closing = {
    outcome: 'draftExpired',
    at: state.expiredAt ?? event.at,
    by: 'system',
    reason: null,
    justificationId: null,
    natureId: null,
    agreement: null,
  };
  return {
    ...state,
    status: 'purged',
    closing: state.closing ?? expired,
    representative: null,
    passed: [],
    contentReaders: [],
    purgedAt: event.at,
  };
}

/** Keeps `awaiting` in step with the turn; a new turn starts its ladder of reminders again (B-02). */
function passTurn(before: Dossier | null, after: Dossier, event: DossierEvent): Dossier {
  const next = stance(after);
  if (next.who === 'none' || after.status === 'closed') return { ...after, awaiting: null, sideSilentAt: null };
  const last = before && stance(before);
  const same = last && last.who === next.who && last.what === next.what && last.about === next.about;
  if (same && after.awaiting) return after;
  return {
    ...after,
    awaiting: { who: next.who, since: event.at },
    sideSilentAt: null,
    passed: without(without(after.passed, 'turnReminder'), 'turnAlert'),
  };
}

/** As {@link passTurn}, for what the mediator alone is awaited for: not everyone on the dossier may know of it. */
function passMediatorTurn(before: Dossier, after: Dossier): Dossier {
  if (mediatorAwaitedSince(before) === mediatorAwaitedSince(after)) return after;
  return { ...after, passed: without(without(after.passed, 'mediatorReminder'), 'mediatorAlert') };
}
