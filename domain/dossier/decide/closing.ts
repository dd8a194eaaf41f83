import { DomainError } from '../errors.ts';
import type { EventBody } from '../events.ts';
import { requireMediation, requireStatus, requireValue } from '../guards.ts';
import type { CommandOf } from '../guards.ts';
import type { Dossier } from '../types.ts';

/** F-083, A-07: « Refuser de négocier », with its reason and visible justification, only before anybody has taken charge. */
export function refuseToNegotiate(state: Dossier, command: CommandOf<'refuseToNegotiate'>): EventBody[] {
  if (state.status === 'closed') throw new DomainError('dossier.closed');
  if (state.status !== 'submitted') throw new DomainError('dossier.already_taken_charge');
  const { reason, justificationId, by } = command;
  requireValue(reason, justificationId);
  return [
    { type: 'negotiationRefused', reason, justificationId },
    { type: 'dossierClosed', outcome: 'refused', role: by.role, reason, justificationId, natureId: null },
  ];
}

/**
 * F-104, A-06: either side ends the negotiation at any time, the consumer also while no one has taken charge. In mediation a party withdraws
 * from it instead.
 */
export function closeDossier(state: Dossier, command: CommandOf<'closeDossier'>): EventBody[] {
  requireStatus(state, 'submitted', 'negotiation', 'mediationRequested');
  const { reason, justificationId, by } = command;
  requireValue(reason, justificationId);
  return [{ type: 'dossierClosed', outcome: 'withdrawn', role: by.role, reason, justificationId, natureId: null }];
}

/**
 * F-119, F-131, F-132, F-133, F-134: the mediator, having announced it to the parties in the discussion space (ADR 49), ends the mediation without
 * agreement; the attestation prints the nature of the problem.
 */
export function closeMediation(state: Dossier, command: CommandOf<'closeMediation'>): EventBody[] {
  const { lastWordAt, closingAnnouncedAt } = requireMediation(state);
  const { reason, justificationId, natureId, mustAnnounce, by } = command;
  if ((mustAnnounce ? closingAnnouncedAt : lastWordAt) === null) throw new DomainError('mediation.parties_not_told');
  requireValue(reason, justificationId, natureId);
  return [{ type: 'dossierClosed', outcome: 'mediationFailed', role: by.role, reason, justificationId, natureId }];
}
