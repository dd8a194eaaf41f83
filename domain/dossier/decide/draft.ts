import { compare } from '../deadlines.ts';
import { DomainError } from '../errors.ts';
import type { EventBody } from '../events.ts';
import { requireInstant, requireTimeLeft, requireValue } from '../guards.ts';
import type { CommandOf } from '../guards.ts';
import type { Dossier, Instant } from '../types.ts';

/** F-053, F-054, F-055, F-056, T-01: a consumer opens a dossier against an enrolled merchant; the 14 days begin. */
export function createDossier(command: CommandOf<'createDossier'>): EventBody[] {
  const { by, dossierId, merchantId, policy } = command;
  if (by.role !== 'consumer') throw new DomainError('actor.not_allowed');
  requireValue(dossierId, merchantId, by.userId);
  return [{ type: 'dossierCreated', dossierId, consumerId: by.userId, merchantId, policy }];
}

/** F-068, F-069: file and first proposal go to the merchant together; the negotiation is open. */
export function submitDossier(state: Dossier, command: CommandOf<'submitDossier'>, now: Instant): EventBody[] {
  if (state.status === 'expired') throw new DomainError('dossier.draft_expired', { expiredAt: state.draftExpiresAt });
  if (state.status === 'closed') throw new DomainError('dossier.closed');
  if (state.status !== 'draft') throw new DomainError('dossier.not_draft');
  requireTimeLeft(state, now);
  const { proposalId, contentId } = command;
  requireValue(proposalId, contentId);
  return [
    { type: 'dossierSubmitted' },
    { type: 'proposalMade', proposalId, contentId, author: 'consumer', answers: null },
  ];
}

/** the Office gives more time, also after expiry as long as nothing has been erased. It never takes time away. */
export function extendDraft(state: Dossier, command: CommandOf<'extendDraft'>, now: Instant): EventBody[] {
  if (state.status !== 'draft' && state.status !== 'expired') throw new DomainError('dossier.not_draft');
  requireInstant(command.until);
  if (compare(command.until, now) <= 0 || compare(command.until, state.draftExpiresAt) <= 0) {
    throw new DomainError('value.invalid', { after: state.draftExpiresAt });
  }
  return [{ type: 'draftExtended', until: command.until }];
}
