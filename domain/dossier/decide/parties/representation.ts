import { compare, invitationExpiresAt } from '../../deadlines.ts';
import { DomainError } from '../../errors.ts';
import type { EventBody } from '../../events.ts';
import { actingUser, requireStatus, requireTimeLeft, requireValue } from '../../guards.ts';
import type { CommandOf } from '../../guards.ts';
import { isPartyElsewhere } from '../../state/parties.ts';
import { activeStatuses } from '../../state/statuses.ts';
import type { Dossier, Instant } from '../../types.ts';

/**
 * F-070, F-073, F-074: the consumer names someone, one at a time. The consumer goes on acting until the invitation is accepted: an
 * invitation that is never answered must not paralyse the dossier. A pending invitation is sent again by naming another in its place, with a key of its
 * own; the former one opens nothing any more.
 */
export function nameRepresentative(
  state: Dossier,
  command: CommandOf<'nameRepresentative'>,
  now: Instant,
): EventBody[] {
  requireStatus(state, ...activeStatuses);
  requireTimeLeft(state, now);
  const { invitationId, replaces } = command;
  const { representative } = state;
  if (replaces !== undefined && !representative) throw new DomainError('representative.none');
  const again = representative?.status === 'invited' && representative.invitationId === replaces;
  if (representative && !again) throw new DomainError('representative.exists');
  requireValue(invitationId);
  return [{ type: 'representativeNamed', invitationId, ...(replaces === undefined ? {} : { replaces }) }];
}

/** F-077, A-19: the invited person accepts in time. The key was checked when it was entered; here it must be the pending one. */
export function acceptInvitation(state: Dossier, command: CommandOf<'acceptInvitation'>, now: Instant): EventBody[] {
  requireStatus(state, ...activeStatuses);
  requireTimeLeft(state, now);
  const { invitationId } = command;
  const expiresAt = invitationExpiresAt(state);
  if (state.representative?.invitationId !== invitationId || !expiresAt) throw new DomainError('invitation.unknown');
  if (compare(now, expiresAt) > 0) throw new DomainError('invitation.expired', { expiredAt: expiresAt });
  const userId = actingUser(command.by);
  if (userId === state.consumerId || isPartyElsewhere(state, userId, 'consumer')) {
    throw new DomainError('representative.is_party');
  }
  return [{ type: 'invitationAccepted', invitationId, userId }];
}

/**
 * F-073, A-18: the consumer withdraws the mandate, the representative gives it up, or the Office revokes it, at any time, also after closing: access
 * to a dossier must be revocable as long as there is something to read. An invitation that nobody has accepted is the consumer's own: the Office is
 * not told that there is one (requirements §6), and calls none back.
 */
export function removeRepresentative(state: Dossier, { by }: CommandOf<'removeRepresentative'>): EventBody[] {
  const { representative } = state;
  if (!representative || (by.role === 'officer' && representative.status !== 'active')) {
    throw new DomainError('representative.none');
  }
  const { invitationId, userId } = representative;
  return [{ type: 'representativeRemoved', invitationId, userId }];
}
