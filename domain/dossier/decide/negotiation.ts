import { DomainError } from '../errors.ts';
import type { EventBody } from '../events.ts';
import { actingSide, requireStatus } from '../guards.ts';
import type { CommandOf } from '../guards.ts';
import { authorOf, sideOf } from '../state/parties.ts';
import { currentVersion, hasAccepted, openProposal, proposalOf } from '../state/proposals.ts';
import type { Actor, Dossier, Proposal, Side } from '../types.ts';

/** parties propose and accept until a mediator is assigned. */
const negotiating = ['negotiation', 'mediationRequested'] as const;

/** F-037, F-090, F-091, F-092, F-111, F-125: a counter-proposal answers the open one; in mediation the mediator proposes, alone. */
export function propose(state: Dossier, command: CommandOf<'propose'>): EventBody[] {
  const author = requireAuthor(state, command.by);
  const { proposalId, contentId, answers } = command;
  const open = openProposal(state);
  if (open?.author === author) throw new DomainError('proposal.own_open', { proposalId: open.id });
  if ((open?.id ?? null) !== answers) throw new DomainError('proposal.stale', { proposalId: open?.id ?? null });
  if (proposalOf(state, proposalId)) throw new DomainError('proposal.exists', { proposalId });
  return [{ type: 'proposalMade', proposalId, contentId, author, answers }];
}

/**
 * F-036, F-095, F-116: the author changes a proposal that has no answer yet; the consumer also before anybody has taken charge. In mediation the
 * present mediator changes the mediator's proposal, and both must accept again.
 */
export function editProposal(state: Dossier, command: CommandOf<'editProposal'>): EventBody[] {
  const ownFirst = state.status === 'submitted' && sideOf(command.by) === 'consumer';
  const author = ownFirst ? 'consumer' : requireAuthor(state, command.by);
  const proposal = requireProposal(state, command.proposalId);
  if (proposal.author !== author) throw new DomainError('proposal.not_author');
  requireOpen(proposal);
  requireCurrent(proposal, command.version);
  const sides = ['consumer', 'merchant'] as const;
  return [
    {
      type: 'proposalEdited',
      proposalId: proposal.id,
      version: command.version + 1,
      contentId: command.contentId,
      author,
      voided: sides.filter((side) => hasAccepted(proposal, side)),
    },
  ];
}

/**
 * F-037, F-099, F-100, F-117, A-13, A-14: accepting the other's current version, read, concludes. In mediation it concludes when both sides have accepted
 * the same version.
 */
export function acceptProposal(state: Dossier, command: CommandOf<'acceptProposal'>): EventBody[] {
  const side = actingSide(command.by);
  requireStatus(state, ...negotiating, 'mediation');
  const proposal = requireProposal(state, command.proposalId);
  if (proposal.author === side) throw new DomainError('proposal.own');
  requireOpen(proposal);
  const { version, contentId } = requireCurrent(proposal, command.version);
  if (hasAccepted(proposal, side)) throw new DomainError('proposal.already_accepted');
  if (command.read !== true) throw new DomainError('proposal.not_read');
  const proposalId = proposal.id;
  const accepted: EventBody = { type: 'proposalAccepted', proposalId, version, side };
  const other: Side = side === 'consumer' ? 'merchant' : 'consumer';
  if (proposal.author !== other && !hasAccepted(proposal, other)) return [accepted];
  return [
    accepted,
    { type: 'agreementConcluded', proposalId, version, contentId },
    {
      type: 'dossierClosed',
      outcome: 'agreement',
      role: command.by.role,
      reason: null,
      justificationId: null,
      natureId: null,
    },
  ];
}

/** until the second acceptance, an acceptance of the mediator's proposal may be withdrawn. */
export function withdrawAcceptance(state: Dossier, command: CommandOf<'withdrawAcceptance'>): EventBody[] {
  const side = actingSide(command.by);
  requireStatus(state, 'mediation');
  const proposal = requireProposal(state, command.proposalId);
  requireOpen(proposal);
  if (!hasAccepted(proposal, side)) throw new DomainError('proposal.no_acceptance');
  const { version } = currentVersion(proposal);
  return [{ type: 'acceptanceWithdrawn', proposalId: proposal.id, version, side }];
}

/** Who may author now: a party while they negotiate, the mediator in mediation (F-111). */
function requireAuthor(state: Dossier, actor: Actor): Proposal['author'] {
  const author = authorOf(actor);
  if (!author) throw new DomainError('actor.not_allowed');
  if (author === 'mediator') requireStatus(state, 'mediation');
  else if (state.status === 'mediation') throw new DomainError('proposal.only_mediator');
  else requireStatus(state, ...negotiating);
  return author;
}

/** The proposal of that id. @throws DomainError `proposal.unknown`. */
export function requireProposal(state: Dossier, proposalId: string): Proposal {
  const proposal = proposalOf(state, proposalId);
  if (!proposal) throw new DomainError('proposal.unknown', { proposalId });
  return proposal;
}

/** Refuses a proposal that is no longer on the table, with the reason why. */
export function requireOpen(proposal: Proposal): void {
  switch (proposal.state) {
    case 'open':
      return;
    case 'superseded':
    case 'accepted':
      throw new DomainError('proposal.answered', { proposalId: proposal.id });
    case 'frozen':
    case 'lapsed':
      throw new DomainError('proposal.not_open', { proposalId: proposal.id });
  }
}

/** the version named must be the last; the page shows the difference from `version` to the current one. */
export function requireCurrent(proposal: Proposal, version: number): Proposal['versions'][number] {
  const current = currentVersion(proposal);
  if (current.version !== version) {
    throw new DomainError('proposal.stale', { proposalId: proposal.id, version: current.version });
  }
  return current;
}
