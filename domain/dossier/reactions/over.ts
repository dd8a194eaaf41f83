import type { DossierEvent } from '../events.ts';
import { openProposal } from '../state/proposals.ts';
import { isRunning } from '../state/statuses.ts';
import type { Dossier } from '../types.ts';

/** A mail that would tell of an event, by its name. */
type Telling = { event: DossierEvent; template: string };

/**
 * Whether the moment that a mail would tell of is over by now: what was waited for has come, who was named is another, or the date is. A notice may leave long
 * after its event, and one that asks for what was done meanwhile would be untrue. That something was done stays so, and is told however late.
 *
 * @param state the dossier as it is when the mail is written.
 */
export function isOver({ event, template }: Telling, state: Dossier): boolean {
  if (template === 'charge-waiting' && !mayPassOn(state)) return true;
  switch (event.type) {
    case 'draftExtended':
      return state.status !== 'draft' || state.draftExpiresAt !== event.until;
    case 'draftExpired':
      return state.status !== 'expired';
    case 'representativeNamed':
      return state.representative?.invitationId !== event.invitationId || state.representative.status !== 'invited';
    case 'mediationRequested':
      return template === 'mediation-to-assign' && state.status !== 'mediationRequested';
    case 'mediatorAssigned':
      return template !== 'mediation-reassigned' && state.mediation?.mediatorId !== event.mediatorId;
    case 'noConflictDeclared':
      return state.mediation?.mediatorId !== event.mediatorId;
    case 'mediatorRecused':
    case 'mediatorReleased':
      return state.status !== 'mediation' || state.mediation.mediatorId !== null;
    case 'messagePosted':
      return event.announcesClosing === true && !isStillAnnounced(event, state);
    case 'caucusOpened':
      return state.mediation?.openedCaucuses.includes(event.side) !== true;
    case 'reportAnswered':
      // The page that it leads to is the mediator's of a mediation that goes on.
      return state.status !== 'mediation';
    case 'proposalAccepted':
    case 'revisionAsked':
      return !isStillSaid(event, state);
    case 'deadlinePassed':
      return isWaitOver(event, state);
    default:
      return false;
  }
}

/** Whether charge may be taken still, of which `charge-waiting` speaks: while the process runs, and after an agreement while messages are open (ADR 52). */
function mayPassOn({ status, closing, passed }: Dossier): boolean {
  return isRunning(status) || (closing?.outcome === 'agreement' && !passed.includes('messagesClose'));
}

/** Whether the dossier is still to be closed as its mediator announced: not closed since, nor gone on with. */
function isStillAnnounced({ at }: Extract<DossierEvent, { type: 'messagePosted' }>, state: Dossier): boolean {
  return state.status === 'mediation' && state.mediation.closingAnnouncedAt === at;
}

/** Whether a side's answer to the mediator's proposal, which the mediator alone is told of, is still its answer. */
function isStillSaid(event: Extract<DossierEvent, { type: 'proposalAccepted' | 'revisionAsked' }>, state: Dossier) {
  const open = openProposal(state);
  if (open?.id !== event.proposalId) return false;
  const said = event.type === 'proposalAccepted' ? open.acceptances : open.revisionsAsked;
  return said.some(({ side, version }) => side === event.side && version === event.version);
}

/** A reminder or an alert. Those of a turn, of a draft and of a target are forgotten by the dossier when it begins another (evolve). */
function isWaitOver({ kind }: Extract<DossierEvent, { type: 'deadlinePassed' }>, state: Dossier): boolean {
  switch (kind.split(':')[0]) {
    case 'draftReminder':
      return state.status !== 'draft' || !state.passed.includes(kind);
    case 'takeChargeReminder':
    case 'takeChargeAlert':
      return state.status !== 'submitted';
    case 'mediationAvailable':
      return state.status !== 'negotiation';
    case 'turnReminder':
    case 'turnAlert':
    case 'mediatorReminder':
    case 'mediatorAlert':
    case 'mediationWarning':
    case 'mediationTarget':
      return !state.passed.includes(kind);
    default:
      return false;
  }
}
