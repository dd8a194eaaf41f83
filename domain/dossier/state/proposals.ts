import type { Dossier, Proposal, ProposalVersion, Side } from '../types.ts';

const sides: readonly Side[] = ['consumer', 'merchant'];

/** The proposal that waits for an answer. There is never more than one. */
export function openProposal(state: Dossier): Proposal | null {
  return state.proposals.find((proposal) => proposal.state === 'open') ?? null;
}

export function proposalOf(state: Dossier, proposalId: string): Proposal | null {
  return state.proposals.find((proposal) => proposal.id === proposalId) ?? null;
}

/** The version that may be accepted: the last one. */
export function currentVersion(proposal: Proposal): ProposalVersion {
  const last = proposal.versions.at(-1);
  if (!last) throw new Error('a proposal has at least one version');
  return last;
}

/** Whether a side's acceptance holds for the current version. */
export function hasAccepted(proposal: Proposal, side: Side): boolean {
  const { version } = currentVersion(proposal);
  return proposal.acceptances.some((acceptance) => acceptance.side === side && acceptance.version === version);
}

/** The side whose acceptance of the open proposal waits for the other's. */
export function acceptedAlone(state: Dossier): Side | null {
  const open = openProposal(state);
  return (open && sides.find((side) => hasAccepted(open, side))) ?? null;
}

/** Whether a side said that the current version does not do (F-115). */
export function hasAskedForRevision(proposal: Proposal, side: Side): boolean {
  const { version } = currentVersion(proposal);
  return proposal.revisionsAsked.some((asked) => asked.side === side && asked.version === version);
}

/** The sides that wait for the mediator to change the open proposal (F-116). */
export function sidesAskingRevision(state: Dossier): Side[] {
  const open = openProposal(state);
  return open ? sides.filter((side) => hasAskedForRevision(open, side)) : [];
}

/** F-105 a): whether each side has made at least one formal proposal. */
export function bothSidesProposed(state: Dossier): boolean {
  return sides.every((side) => state.proposals.some((proposal) => proposal.author === side));
}
