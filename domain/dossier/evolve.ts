import { limitAfter } from '../calendar/durations.ts';
import type { DossierEvent } from './events.ts';
import { userIdOf } from './parties.ts';
import { stance } from './turn.ts';
import type { Closing, DeadlineKind, Dossier, Mediation, Proposal, Representative } from './types.ts';

/**
 * The dossier after an event. Total on the events that `decide` produced, in their order; it checks nothing and never looks at a clock.
 * `seq` counts every event; `awaiting` follows the turn.
 *
 * @throws Error when the first event is not `dossierCreated`.
 */
export function evolve(state: Dossier | null, event: DossierEvent): Dossier {
  if (!state) {
    if (event.type !== 'dossierCreated') throw new Error(`a dossier begins with dossierCreated, not ${event.type}`);
    return passTurn(null, created(event), event);
  }
  return passTurn(state, { ...apply(state, event), seq: state.seq + 1 }, event);
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
    messagesOpenUntil: null,
    purgedAt: null,
    processed: [],
  };
}

function apply(state: Dossier, event: DossierEvent): Dossier {
  switch (event.type) {
    case 'dossierCreated':
      throw new Error('a dossier is created once');
    case 'draftExtended':
      return {
        ...state,
        status: 'draft',
        draftSince: event.at,
        draftExpiresAt: event.until,
        expiredAt: null,
        passed: without(state.passed, 'draftReminder'),
      };
    case 'draftExpired':
      return { ...state, status: 'expired', expiredAt: event.at };
    case 'dossierSubmitted':
      return { ...state, status: 'submitted', submittedAt: event.at };
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
    case 'chargeTaken':
      return {
        ...state,
        status: state.status === 'submitted' ? 'negotiation' : state.status,
        handlerId: event.userId,
        firstTakenChargeAt: state.firstTakenChargeAt ?? event.at,
      };
    case 'proposalMade':
    case 'proposalEdited':
    case 'proposalAccepted':
    case 'acceptanceWithdrawn':
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
    case 'mediatorRecused':
    case 'mediationWithdrawn':
    case 'reportedToOffice':
      return withMediationEvent(state, event);
    case 'dossierClosed':
      return closed(state, event);
    case 'deadlinePassed':
      return { ...state, passed: [...state.passed, event.kind] };
    case 'dossierPurged':
      return purged(state, event);
    case 'messagePosted':
      return mediatorSpoke(state, event);
    // Journalled facts that leave the rules where they are: content has its own rows.
    case 'negotiationRefused':
    case 'messagesShared':
    case 'sideNudged':
      return state;
  }
}

type ProposalEvent = Extract<
  DossierEvent,
  { type: 'proposalMade' | 'proposalEdited' | 'proposalAccepted' | 'acceptanceWithdrawn' | 'agreementConcluded' }
>;

function withProposalEvent(proposals: Proposal[], event: ProposalEvent): Proposal[] {
  const by = userIdOf(event.by) ?? '';
  if (event.type === 'proposalMade') {
    // A counter-proposal supersedes the proposal it answers (F-091).
    const before = proposals.map((proposal) => (proposal.state === 'open' ? set(proposal, 'superseded') : proposal));
    const version = { version: 1, contentId: event.contentId, by, at: event.at };
    return [
      ...before,
      { id: event.proposalId, author: event.author, versions: [version], state: 'open', acceptances: [] },
    ];
  }
  return proposals.map((proposal) => {
    if (proposal.id !== event.proposalId) return proposal;
    switch (event.type) {
      case 'proposalEdited':
        // acceptances were given to another version and do not survive it.
        return {
          ...proposal,
          versions: [...proposal.versions, { version: event.version, contentId: event.contentId, by, at: event.at }],
          acceptances: [],
        };
      case 'proposalAccepted':
        return {
          ...proposal,
          acceptances: [...proposal.acceptances, { side: event.side, version: event.version, by, at: event.at }],
        };
      case 'acceptanceWithdrawn':
        return { ...proposal, acceptances: proposal.acceptances.filter(({ side }) => side !== event.side) };
      case 'agreementConcluded':
        return set(proposal, 'accepted');
    }
  });
}

type MediationEvent = Extract<
  DossierEvent,
  {
    type: 'mediationRequested' | 'mediatorAssigned' | 'mediatorRecused' | 'mediationWithdrawn' | 'reportedToOffice';
  }
>;

function withMediationEvent(state: Dossier, event: MediationEvent): Dossier {
  if (event.type === 'mediationRequested') {
    return { ...state, status: 'mediationRequested', mediation: requested(event) };
  }
  const { mediation } = state;
  if (!mediation) return state;
  switch (event.type) {
    case 'mediatorAssigned':
      return {
        ...state,
        status: 'mediation',
        mediation: {
          ...mediation,
          mediatorId: event.mediatorId,
          startedAt: mediation.startedAt ?? event.at,
          assignedAt: event.at,
          lastWordAt: null,
          target: event.target,
        },
        // what the parties had on the table becomes history when mediation begins.
        proposals: state.proposals.map((proposal) =>
          proposal.state === 'open' && proposal.author !== 'mediator' ? set(proposal, 'frozen') : proposal,
        ),
      };
    case 'mediatorRecused':
      return { ...state, mediation: { ...mediation, mediatorId: null, assignedAt: null } };
    case 'mediationWithdrawn': {
      const { side, reason, justificationId, at } = event;
      const by = userIdOf(event.by) ?? '';
      return { ...state, mediation: { ...mediation, withdrawal: { side, by, reason, justificationId, at } } };
    }
    case 'reportedToOffice': {
      const { kind, side, newTarget, at } = event;
      const report = { ...mediation, lastReport: { kind, side, newTarget, at } };
      if (!newTarget) return { ...state, mediation: report };
      return {
        ...state,
        mediation: { ...report, target: newTarget, targetSince: at },
        passed: without(without(state.passed, 'mediationWarning'), 'mediationTarget'),
      };
    }
  }
}

/** F-131 asks whether the mediator has spoken to both parties; no other message matters to the rules. */
function mediatorSpoke(state: Dossier, event: Extract<DossierEvent, { type: 'messagePosted' }>): Dossier {
  if (!state.mediation || event.by.role !== 'mediator' || event.thread !== 'mediationRoom') return state;
  return { ...state, mediation: { ...state.mediation, lastWordAt: event.at } };
}

function requested(event: Extract<DossierEvent, { type: 'mediationRequested' }>): Mediation {
  return {
    requestedBy: event.side,
    requestedAt: event.at,
    mediatorId: null,
    startedAt: null,
    assignedAt: null,
    target: null,
    targetSince: null,
    lastWordAt: null,
    withdrawal: null,
    lastReport: null,
  };
}

function invited(event: Extract<DossierEvent, { type: 'representativeNamed' }>): Representative {
  return { invitationId: event.invitationId, status: 'invited', userId: null, invitedAt: event.at, activeAt: null };
}

function filed(event: Extract<DossierEvent, { type: 'documentAdded' }>): Dossier['documents'][number] {
  const by = userIdOf(event.by) ?? '';
  return { id: event.documentId, side: event.side, by, at: event.at, withdrawnAt: null };
}

function closed(state: Dossier, event: Extract<DossierEvent, { type: 'dossierClosed' }>): Dossier {
  const accepted = state.proposals.find((proposal) => proposal.state === 'accepted');
  const agreement =
    event.outcome === 'agreement' && accepted ? { proposalId: accepted.id, version: accepted.versions.length } : null;
  return {
    ...state,
    status: 'closed',
    closing: { ...closingOf(event), agreement },
    proposals: state.proposals.map((proposal) => (proposal.state === 'open' ? set(proposal, 'lapsed') : proposal)),
    // An invitation that was not accepted in time has nothing left to open.
    representative: state.representative?.status === 'active' ? state.representative : null,
    messagesOpenUntil: agreement ? limitAfter(event.at, state.policy.messagesAfterAgreement) : null,
    passed: [],
  };
}

function closingOf(event: Extract<DossierEvent, { type: 'dossierClosed' }>): Closing {
  const { outcome, at, role, reason, justificationId, natureId } = event;
  return { outcome, at, by: role, reason, justificationId, natureId, agreement: null };
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
    purgedAt: event.at,
  };
}

/** Keeps `awaiting` in step with the turn; a new turn starts its ladder of reminders afresh (B-02). */
function passTurn(before: Dossier | null, after: Dossier, event: DossierEvent): Dossier {
  const next = stance(after);
  if (next.who === 'none' || after.status === 'closed') return { ...after, awaiting: null };
  const last = before && stance(before);
  const same = last && last.who === next.who && last.what === next.what && last.about === next.about;
  if (same && after.awaiting) return after;
  return {
    ...after,
    awaiting: { who: next.who, since: event.at },
    passed: without(without(after.passed, 'turnReminder'), 'turnAlert'),
  };
}

function set(proposal: Proposal, state: Proposal['state']): Proposal {
  return { ...proposal, state };
}

function without(passed: DeadlineKind[], ladder: string): DeadlineKind[] {
  return passed.filter((kind) => kind.split(':')[0] !== ladder);
}
