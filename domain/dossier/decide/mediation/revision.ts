import { DomainError } from '../../errors.ts';
import type { EventBody } from '../../events.ts';
import { actingSide, requireStatus } from '../../guards.ts';
import type { CommandOf } from '../../guards.ts';
import { hasAccepted, hasAskedForRevision } from '../../state/proposals.ts';
import type { Dossier } from '../../types.ts';
import { requireCurrent, requireOpen, requireProposal } from '../negotiation.ts';

/**
 * F-115, F-116: a side says that this version of the mediator's proposal does not do. Nothing closes and nobody is rejected: it is the mediator's turn as
 * far as that side goes, until another version or the side's own acceptance (ADR 32).
 */
export function askForRevision(state: Dossier, command: CommandOf<'askForRevision'>): EventBody[] {
  const side = actingSide(command.by);
  requireStatus(state, 'mediation');
  const proposal = requireProposal(state, command.proposalId);
  requireOpen(proposal);
  const { version } = requireCurrent(proposal, command.version);
  if (hasAccepted(proposal, side)) throw new DomainError('proposal.already_accepted');
  if (hasAskedForRevision(proposal, side)) throw new DomainError('proposal.revision_asked');
  return [{ type: 'revisionAsked', proposalId: proposal.id, version, side }];
}
