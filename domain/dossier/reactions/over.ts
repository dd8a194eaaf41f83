import type { DossierEvent } from '../events.ts';
import type { Dossier } from '../types.ts';

/**
 * Whether the moment that a mail would tell of is over by now: what was waited for has come, or the date is another. A notice may leave long after its event,
 * and one that asks for what was done meanwhile would be untrue. That something was done stays so, and is told however late.
 *
 * @param state the dossier as it is when the mail is written.
 */
export function isOver(event: DossierEvent, state: Dossier): boolean {
  switch (event.type) {
    case 'draftExtended':
      return state.status !== 'draft' || state.draftExpiresAt !== event.until;
    case 'draftExpired':
      return state.status !== 'expired';
    case 'representativeNamed':
      return state.representative?.invitationId !== event.invitationId || state.representative.status !== 'invited';
    case 'deadlinePassed':
      return isWaitOver(event, state);
    default:
      return false;
  }
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
