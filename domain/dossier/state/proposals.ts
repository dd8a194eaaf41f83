import type { Dossier, Proposal, ProposalVersion, Side } from '../types.ts';

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

/** F-105 a): whether each side has made at least one formal proposal. */
export function bothSidesProposed(state: Dossier): boolean {
  return (['consumer', 'merchant'] as const).every((side) =>
    state.proposals.some((proposal) => proposal.author === side),
  );
}
