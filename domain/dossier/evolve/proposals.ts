import type { DossierEvent } from '../events.ts';
import { userIdOf } from '../state/parties.ts';
import type { Proposal } from '../types.ts';

type ProposalEvent = Extract<
  DossierEvent,
  {
    type:
      | 'proposalMade'
      | 'proposalEdited'
      | 'proposalAccepted'
      | 'acceptanceWithdrawn'
      | 'revisionAsked'
      | 'agreementConcluded';
  }
>;

/** The proposals after something happened to one of them. */
export function withProposalEvent(proposals: Proposal[], event: ProposalEvent): Proposal[] {
  const by = userIdOf(event.by) ?? '';
  if (event.type === 'proposalMade') {
    // A counter-proposal supersedes the proposal it answers (F-091).
    const before = proposals.map((proposal) =>
      proposal.state === 'open' ? inState(proposal, 'superseded') : proposal,
    );
    const version = { version: 1, contentId: event.contentId, by, at: event.at };
    return [
      ...before,
      {
        id: event.proposalId,
        author: event.author,
        versions: [version],
        state: 'open',
        acceptances: [],
        revisionsAsked: [],
      },
    ];
  }
  return proposals.map((proposal) => {
    if (proposal.id !== event.proposalId) return proposal;
    switch (event.type) {
      case 'proposalEdited':
        // answers were given to another version and do not survive it.
        return {
          ...proposal,
          versions: [...proposal.versions, { version: event.version, contentId: event.contentId, by, at: event.at }],
          acceptances: [],
          revisionsAsked: [],
        };
      case 'proposalAccepted':
        return {
          ...proposal,
          acceptances: [...proposal.acceptances, { side: event.side, version: event.version, by, at: event.at }],
          revisionsAsked: proposal.revisionsAsked.filter(({ side }) => side !== event.side),
        };
      case 'acceptanceWithdrawn':
        return { ...proposal, acceptances: proposal.acceptances.filter(({ side }) => side !== event.side) };
      case 'revisionAsked':
        return {
          ...proposal,
          revisionsAsked: [...proposal.revisionsAsked, { side: event.side, version: event.version, by, at: event.at }],
        };
      case 'agreementConcluded':
        return inState(proposal, 'accepted');
    }
  });
}

export function inState(proposal: Proposal, state: Proposal['state']): Proposal {
  return { ...proposal, state };
}
