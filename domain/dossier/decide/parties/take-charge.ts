import { DomainError } from '../../errors.ts';
import type { EventBody } from '../../events.ts';
import { actingUser, requireStatus } from '../../guards.ts';
import type { CommandOf } from '../../guards.ts';
import { isPartyElsewhere } from '../../state/parties.ts';
import { runningStatuses } from '../../state/statuses.ts';
import type { Dossier } from '../../types.ts';

/**
 * F-084, F-085, F-087: a member of the merchant takes charge; the one in charge before no longer is. `replaces` must name the one in charge, so
 * that nobody is evicted by someone who did not know of them.
 */
export function takeCharge(state: Dossier, command: CommandOf<'takeCharge'>): EventBody[] {
  requireStatus(state, ...runningStatuses);
  const userId = actingUser(command.by);
  if (state.handlerId === userId) throw new DomainError('dossier.already_in_charge');
  if (state.handlerId !== command.replaces) {
    throw new DomainError('dossier.charge_changed', { handlerId: state.handlerId });
  }
  if (isPartyElsewhere(state, userId, 'merchant')) throw new DomainError('actor.not_allowed');
  return [{ type: 'chargeTaken', userId, replaced: state.handlerId }];
}
