import { AppError } from '#contracts/errors.ts';
import { isUuid } from '#contracts/ids.ts';
import { actionFor, currentVersion, hasAskedForRevision, proposalOf } from '#domain/dossier/index.ts';
import { execute, type CommandEngine } from '../open-dossier/execute.ts';
import { demand, type OpenDossier } from '../open-dossier/load-dossier.ts';
import { named, otherParty, type Named } from '../open-dossier/party-names.ts';
import { demandAnswer } from './proposal-facts.ts';

/** The version that does not do, who learns of it, and who does not. `mediator`: null while nobody leads; `leaving`: a side has left already. */
export type RevisionFacts = { version: number; mediator: Named | null; other: Named; leaving: boolean };

/** Before a side says that the mediator's proposal does not do (F-115). @throws AppError the rules' reason. */
export function revisionForm(_deps: unknown, opened: OpenDossier, proposalId: string): RevisionFacts {
  demand(opened, 'mediatorProposals');
  const proposal = isUuid(proposalId) ? proposalOf(opened.state, proposalId) : null;
  if (!proposal) throw new AppError('access.not_found');
  const view = actionFor(opened.state, opened, 'askForRevision');
  demandAnswer(view, proposalId);
  const { version } = currentVersion(proposal);
  return {
    version,
    mediator: isLed(opened) ? named(opened, 'mediator') : null,
    other: otherParty(opened),
    leaving: opened.state.mediation?.withdrawal != null,
  };
}

/**
 * « Cette proposition ne me convient pas »: the mediator alone learns of it (ADR 32).
 *
 * @returns whether somebody leads the mediation, to whom the reason can be written in private.
 * @throws AppError the rules' refusals.
 */
export async function askForRevision(
  deps: { engine: CommandEngine },
  opened: OpenDossier,
  { key, proposalId, version }: { key: string; proposalId: string; version: number },
): Promise<boolean> {
  const proposal = proposalOf(opened.state, proposalId);
  const { side } = opened;
  // The same form sent again, once it was heard.
  if (proposal && side && currentVersion(proposal).version === version && hasAskedForRevision(proposal, side))
    return isLed(opened);
  await execute(deps, opened, { key, command: { type: 'askForRevision', proposalId, version } });
  return isLed(opened);
}

function isLed({ state }: OpenDossier): boolean {
  return state.mediation?.declaredAt != null;
}
