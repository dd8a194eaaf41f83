import type { DossierEvent } from '../events.ts';
import { userIdOf } from '../state/parties.ts';
import type { Dossier, Mediation } from '../types.ts';
import { without } from './passed-deadlines.ts';
import { inState } from './proposals.ts';

type MediationEvent = Extract<
  DossierEvent,
  {
    type:
      | 'mediationRequested'
      | 'mediatorAssigned'
      | 'noConflictDeclared'
      | 'mediatorRecused'
      | 'mediatorReleased'
      | 'caucusOpened'
      | 'mediationWithdrawn'
      | 'reportedToOffice'
      | 'reportAnswered';
  }
>;

/** The dossier after something happened to its mediation. */
export function withMediationEvent(state: Dossier, event: MediationEvent): Dossier {
  if (event.type === 'mediationRequested') {
    return { ...state, status: 'mediationRequested', mediation: requested(event), closing: null };
  }
  const { mediation } = state;
  if (!mediation) return state;
  switch (event.type) {
    case 'mediatorAssigned':
      return {
        ...state,
        status: 'mediation',
        closing: null,
        mediation: {
          ...mediation,
          mediatorId: event.mediatorId,
          startedAt: mediation.startedAt ?? event.at,
          assignedAt: event.at,
          declaredAt: event.mustDeclare ? null : event.at,
          ...(event.mustDeclare ? {} : leading(mediation, event.mediatorId)),
          openedCaucuses: [],
          lastWordAt: null,
          lastActAt: null,
          closingAnnouncedAt: null,
          target: event.target,
        },
        // A-09: the parties' own proposals become history when mediation begins.
        proposals: state.proposals.map((proposal) =>
          proposal.state === 'open' && proposal.author !== 'mediator' ? inState(proposal, 'frozen') : proposal,
        ),
      };
    case 'noConflictDeclared':
      return { ...state, mediation: { ...mediation, declaredAt: event.at, ...leading(mediation, event.mediatorId) } };
    case 'mediatorRecused':
      return { ...state, mediation: { ...unled(mediation), recused: withOne(mediation.recused, event.mediatorId) } };
    case 'mediatorReleased':
      return { ...state, mediation: unled(mediation) };
    case 'caucusOpened':
      return { ...state, mediation: { ...mediation, openedCaucuses: [...mediation.openedCaucuses, event.side] } };
    case 'mediationWithdrawn': {
      const { side, reason, justificationId, at } = event;
      const by = userIdOf(event.by) ?? '';
      return { ...state, mediation: { ...mediation, withdrawal: { side, by, reason, justificationId, at } } };
    }
    case 'reportedToOffice': {
      const { kind, side, newTarget, at } = event;
      const report = { ...mediation, openReports: [...mediation.openReports, { kind, side, newTarget, at }] };
      if (!newTarget) return { ...state, mediation: report };
      return {
        ...state,
        mediation: { ...report, target: newTarget, targetSince: at },
        passed: without(without(state.passed, 'mediationWarning'), 'mediationTarget'),
      };
    }
    case 'reportAnswered': {
      const openReports = mediation.openReports.filter(({ at }) => !event.reports.includes(at));
      return { ...state, mediation: { ...mediation, openReports } };
    }
  }
}

/** That the present mediator did something, whatever it is: who acts is not silent (ADR 50). */
export function mediatorActed(state: Dossier, event: DossierEvent): Dossier {
  if (state.status !== 'mediation' || event.by.role !== 'mediator') return state;
  const { mediation } = state;
  return mediation.mediatorId === event.by.userId
    ? { ...state, mediation: { ...mediation, lastActAt: event.at } }
    : state;
}

/** F-131 asks whether the mediator has told both parties of the closing; no other message matters to the rules. */
export function mediatorSpoke(state: Dossier, event: Extract<DossierEvent, { type: 'messagePosted' }>): Dossier {
  if (!state.mediation || event.by.role !== 'mediator' || event.thread !== 'mediationRoom') return state;
  const announced = event.announcesClosing ? { closingAnnouncedAt: event.at } : {};
  return { ...state, mediation: { ...state.mediation, lastWordAt: event.at, ...announced } };
}

/** A mediator, who alone proposes in mediation (F-111), goes on after all: the closing that they had announced is announced no more (ADR 49). */
export function mediatorGoesOn(state: Dossier): Dossier {
  if (!state.mediation?.closingAnnouncedAt) return state;
  return { ...state, mediation: { ...state.mediation, closingAnnouncedAt: null } };
}

function unled(mediation: Mediation): Mediation {
  return { ...mediation, mediatorId: null, assignedAt: null, declaredAt: null, closingAnnouncedAt: null };
}

/** Who declared no conflict of interest, or was named when nobody had to, mediates. */
function leading({ ledBy }: Mediation, mediatorId: string): Pick<Mediation, 'ledBy'> {
  return { ledBy: [...ledBy.filter((id) => id !== mediatorId), mediatorId] };
}

function withOne(ids: readonly string[], id: string): string[] {
  return ids.includes(id) ? [...ids] : [...ids, id];
}

function requested(event: Extract<DossierEvent, { type: 'mediationRequested' }>): Mediation {
  return {
    requestedBy: event.side,
    requestedAt: event.at,
    mediatorId: null,
    startedAt: null,
    assignedAt: null,
    declaredAt: null,
    ledBy: [],
    recused: [],
    openedCaucuses: [],
    target: null,
    targetSince: null,
    lastWordAt: null,
    lastActAt: null,
    closingAnnouncedAt: null,
    withdrawal: null,
    openReports: [],
  };
}
