import { AppError } from '#contracts/errors.ts';
import { isUuid } from '#contracts/ids.ts';
import { actionFor, currentVersion, hasAskedForRevision, proposalOf } from '#domain/dossier/index.ts';
import { execute, type CommandEngine } from '../open-dossier/execute.ts';
import { demand, type OpenDossier } from '../open-dossier/load-dossier.ts';
import { named, otherParty, type Named } from '../open-dossier/party-names.ts';

/** The version that does not do, who learns of it, and who does not. */
export type RevisionFacts = { version: number; mediator: Named; other: Named };

/** Before a side says that the mediator's proposal does not do (F-115). @throws AppError the rules' reason. */
export function revisionForm(_deps: unknown, opened: OpenDossier, proposalId: string): RevisionFacts {
  demand(opened, 'mediatorProposals');
  const proposal = isUuid(proposalId) ? proposalOf(opened.state, proposalId) : null;
  if (!proposal) throw new AppError('access.not_found');
  const view = actionFor(opened.state, opened, 'askForRevision');
  if (!view.allowed) throw new AppError(view.why ?? 'actor.not_allowed');
  if (view.proposalId !== proposalId) throw new AppError('proposal.not_open');
  const { version } = currentVersion(proposal);
  return { version, mediator: named(opened, 'mediator'), other: otherParty(opened) };
}

/** « Cette proposition ne me convient pas »: the mediator alone learns of it (ADR 32). @throws AppError the rules' refusals. */
export async function askForRevision(
  deps: { engine: CommandEngine },
  opened: OpenDossier,
  { key, proposalId, version }: { key: string; proposalId: string; version: number },
): Promise<void> {
  const proposal = proposalOf(opened.state, proposalId);
  const { side } = opened;
  // The same form sent again, once it was heard.
  if (proposal && side && currentVersion(proposal).version === version && hasAskedForRevision(proposal, side)) return;
  await execute(deps, opened, { key, command: { type: 'askForRevision', proposalId, version } });
}
