import { limitAfter } from '../../../calendar/durations.ts';
import { followsAnother } from '../../../access/index.ts';
import { compare, mediationAvailableAt } from '../../deadlines.ts';
import { DomainError } from '../../errors.ts';
import type { EventBody } from '../../events.ts';
import {
  actingSide,
  requireInstant,
  requireMediation,
  requireMediator,
  requireStatus,
  requireValue,
} from '../../guards.ts';
import type { CommandOf } from '../../guards.ts';
import { isPartyElsewhere } from '../../state/parties.ts';
import { bothSidesProposed, hasAccepted, openProposal } from '../../state/proposals.ts';
import type { Dossier, Instant } from '../../types.ts';

/**
 * F-105, A-01, A-10: either side, without the other's consent, once each side has made a proposal **or** 45 days after the first
 * take-over.
 */
export function requestMediation(state: Dossier, command: CommandOf<'requestMediation'>, now: Instant): EventBody[] {
  if (state.status === 'mediationRequested' || state.status === 'mediation') {
    throw new DomainError('mediation.already_requested');
  }
  requireStatus(state, 'negotiation');
  const from = mediationAvailableAt(state);
  if (!bothSidesProposed(state) && (!from || compare(now, from) < 0)) {
    throw new DomainError('mediation.too_soon', { from });
  }
  return [{ type: 'mediationRequested', side: actingSide(command.by) }];
}

/**
 * F-121: the Office names a mediator, or another (`replaces` must be the present one). The 75 days run from the first assignment, even if another
 * mediator follows (A-24); the parties' own proposals are frozen then (A-09). Whoever handed the dossier back is not named again (ADR 49).
 */
export function assignMediator(state: Dossier, command: CommandOf<'assignMediator'>, now: Instant): EventBody[] {
  const { mediation } = state;
  if (state.status === 'closed') throw new DomainError('dossier.closed');
  if (!mediation) throw new DomainError('mediation.not_requested');
  const { mediatorId, replaces, mustDeclare, unlessRecused } = command;
  requireValue(mediatorId);
  if (mediation.mediatorId === mediatorId) throw new DomainError('mediation.same_mediator');
  if (mediation.mediatorId !== replaces) {
    throw new DomainError('mediation.mediator_changed', { mediatorId: mediation.mediatorId });
  }
  if (unlessRecused && mediation.recused.includes(mediatorId)) throw new DomainError('mediation.recused');
  // Neutrality (F-110): no party and no representative mediates its own dispute.
  if (isPartyElsewhere(state, mediatorId, 'mediator')) throw new DomainError('value.invalid');
  const target = mediation.target ?? limitAfter(now, state.policy.mediationTarget);
  const replaced = mediation.mediatorId;
  return [{ type: 'mediatorAssigned', mediatorId, replaced, target, ...(mustDeclare && { mustDeclare }) }];
}

/** B-10: nothing opens to a mediator who has not said that they have no conflict of interest (ADR 31); one who has hands the dossier back. */
export function declareNoConflict(state: Dossier): EventBody[] {
  const { mediatorId, declaredAt } = requireMediation(state);
  if (!mediatorId) throw new DomainError('mediation.no_mediator');
  if (declaredAt) throw new DomainError('mediation.already_declared');
  return [{ type: 'noConflictDeclared', mediatorId }];
}

/** what a side and a former mediator wrote in private opens to the one who follows when that side says so, and to no other after them. */
export function openCaucus(state: Dossier, command: CommandOf<'openCaucus'>): EventBody[] {
  const mediation = requireMediator(state);
  const side = actingSide(command.by);
  if (!followsAnother(mediation)) throw new DomainError('mediation.no_former_mediator');
  if (mediation.openedCaucuses.includes(side)) throw new DomainError('mediation.already_opened');
  return [{ type: 'caucusOpened', side }];
}

/**
 * §9.5: conflict of interest or absence. The mediation goes on without a mediator until the Office names one. The parties read why when the mediator says
 * so, who must have declared: of a conflict that was declared they learn that someone else will mediate, and no more (ADR 31).
 */
export function recuse(state: Dossier, command: CommandOf<'recuse'>): EventBody[] {
  const { mediatorId, declaredAt } = requireMediation(state);
  const { reason, tellParties } = command;
  if (!mediatorId) throw new DomainError('mediation.no_mediator');
  if (tellParties && !declaredAt) throw new DomainError('mediation.not_declared');
  requireValue(reason);
  return [{ type: 'mediatorRecused', mediatorId, reason, ...(tellParties && { reasonTold: true }) }];
}

/** F-020, F-121: the Office takes the mediation back from somebody who cannot lead it any more; it names another in its own time. */
export function releaseMediator(state: Dossier, command: CommandOf<'releaseMediator'>): EventBody[] {
  const { mediatorId } = requireMediation(state);
  if (!mediatorId) throw new DomainError('mediation.no_mediator');
  requireValue(command.mediatorId);
  if (mediatorId !== command.mediatorId) throw new DomainError('mediation.mediator_changed', { mediatorId });
  return [{ type: 'mediatorReleased', mediatorId }];
}

/**
 * mediation is voluntary. A party that leaves withdraws its acceptance too, so that the other's acceptance can no longer bind it; the mediator
 * closes, or the system after the delay.
 */
export function withdrawFromMediation(state: Dossier, command: CommandOf<'withdrawFromMediation'>): EventBody[] {
  const mediation = requireMediation(state);
  if (mediation.withdrawal) throw new DomainError('mediation.already_withdrawn');
  const { reason, justificationId, by } = command;
  requireValue(reason, justificationId);
  const side = actingSide(by);
  const open = openProposal(state);
  const takenBack: EventBody[] =
    open && hasAccepted(open, side)
      ? [{ type: 'acceptanceWithdrawn', proposalId: open.id, version: open.versions.length, side }]
      : [];
  return [...takenBack, { type: 'mediationWithdrawn', side, reason, justificationId }];
}

/** F-130, A-24: why it lasts, and the new target date if there is one. Waiting for a side or nudging it names the side. */
export function reportToOffice(state: Dossier, command: CommandOf<'reportToOffice'>, now: Instant): EventBody[] {
  requireMediation(state);
  const { kind, side, newTarget } = command;
  if ((kind === 'waiting' || kind === 'nudge') && !side) throw new DomainError('value.invalid');
  if (newTarget !== null) {
    requireInstant(newTarget);
    if (compare(newTarget, now) <= 0) throw new DomainError('value.invalid');
  }
  return [{ type: 'reportedToOffice', kind, side, newTarget }];
}
