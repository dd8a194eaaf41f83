import { phaseOf } from '../../../access/index.ts';
import { DomainError } from '../../errors.ts';
import type { EventBody } from '../../events.ts';
import { actingUser, requireStatus, requireValue } from '../../guards.ts';
import type { CommandOf } from '../../guards.ts';
import { isPartyElsewhere } from '../../state/parties.ts';
import { runningStatuses } from '../../state/statuses.ts';
import type { Dossier, Instant } from '../../types.ts';

/**
 * F-084, F-085, F-087: a member of the merchant takes charge; the one in charge before no longer is. `replaces` must name the one in charge, so
 * that nobody is evicted by someone who did not know of them.
 */
export function takeCharge(state: Dossier, command: CommandOf<'takeCharge'>, now: Instant): EventBody[] {
  requireMatter(state, now);
  const userId = actingUser(command.by);
  return chargeOf(state, userId, command.replaces);
}

/**
 * F-081, F-087: the respondent decides who of the company handles it, and who has charge hands it over; anybody else of the company takes charge in
 * person. That the colleague is of the company is for who gives the command to know: the dossier knows none of its members.
 */
export function giveCharge(state: Dossier, command: CommandOf<'giveCharge'>, now: Instant): EventBody[] {
  requireMatter(state, now);
  requireValue(command.to);
  if (command.by.role !== 'respondent' && actingUser(command.by) !== state.handlerId) {
    throw new DomainError('dossier.not_in_charge');
  }
  return chargeOf(state, command.to, command.replaces);
}

/**
 * Somebody must be able to answer for the company while there is something to answer: as long as the process runs, and then for as long as the parties write to
 * each other about what they agreed (F-103).
 */
function requireMatter(state: Dossier, now: Instant): void {
  if (phaseOf(state, now) !== 'afterAgreement') requireStatus(state, ...runningStatuses);
}

/** Charge goes to one person, who is nobody else's in the dossier, instead of the one who was seen in charge. */
function chargeOf(state: Dossier, userId: string, replaces: string | null): EventBody[] {
  if (state.handlerId === userId) throw new DomainError('dossier.already_in_charge');
  if (state.handlerId !== replaces) {
    throw new DomainError('dossier.charge_changed', { handlerId: state.handlerId });
  }
  if (isPartyElsewhere(state, userId, 'merchant')) throw new DomainError('actor.not_allowed');
  return [{ type: 'chargeTaken', userId, replaced: state.handlerId }];
}
