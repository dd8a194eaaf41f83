import type { Language } from '#content/texts/index.ts';
import { AppError } from '#contracts/errors.ts';
import { isUuid } from '#contracts/ids.ts';
import { noteAcceptanceAddress } from '#db/content/acceptance-addresses.ts';
import { compareProposals } from '#domain/agreement/compare.ts';
import { wholeDays } from '#domain/calendar/durations.ts';
import { actionFor, currentVersion, proposalOf, type Dossier } from '#domain/dossier/index.ts';
import { addressIn } from '#web/server/http/network-place.ts';
import type { ServiceDeps } from '../../deps.ts';
import type { Engine } from '../../engine.ts';
import { agreementPreview, type AgreementPreview } from './agreement-preview.ts';
import type { Difference } from './comparison.ts';
import { codeOf, execute, type CommandEngine } from '../open-dossier/execute.ts';
import { named, otherParty, type Named } from '../open-dossier/party-names.ts';
import { contentOf, demandAnswer, documentTitles, readableProposals, whoLeft } from './proposal-facts.ts';
import type { OpenDossier } from '../open-dossier/load-dossier.ts';

/** What is read before a version is accepted: the agreement it would make, what follows, and the version that the tick is about. */
export type Acceptance = {
  dossierId: string;
  version: number;
  /** Whom the reader would agree with. */
  with: Named;
  /** Who made the proposal, and alone may change it. */
  proposedBy: Named;
  mediation: boolean;
  /** A side has left the mediation: either may still accept, until the dossier is closed. */
  left: 'own' | 'other' | null;
  preview: AgreementPreview;
  documentTitles: Record<string, string>;
  /** Of the document that the agreement will be. */
  documentLanguage: Language;
  /** Days that messages stay open after an agreement (F-103). */
  messagesDays: number;
  canCounter: boolean;
};

/** @throws AppError the rules' reason when this proposal is not the reader's to accept now. */
export async function acceptanceOf(
  deps: Pick<ServiceDeps, 'db'>,
  opened: OpenDossier,
  proposalId: string,
): Promise<Acceptance> {
  const { state, actor, now, summaryRow } = opened;
  if (!isUuid(proposalId) || !proposalOf(state, proposalId)) throw new AppError('access.not_found');
  const view = actionFor(state, { actor, now }, 'acceptProposal');
  const [items, titles] = await Promise.all([readableProposals(deps, opened), documentTitles(deps, opened)]);
  const item = items.find(({ proposal }) => proposal.id === proposalId);
  if (!item) throw new AppError('access.not_found');
  demandAnswer(view, proposalId);
  const { version, contentId } = currentVersion(item.proposal);
  const { author } = item.proposal;
  const content = contentOf(item, contentId);
  return {
    dossierId: summaryRow.id,
    version,
    with: author === 'mediator' ? otherParty(opened) : named(opened, author),
    proposedBy: named(opened, author),
    mediation: author === 'mediator',
    left: whoLeft(opened),
    preview: agreementPreview(opened, { content, author, number: item.number, version }),
    documentTitles: titles,
    documentLanguage: summaryRow.consumerLanguage,
    messagesDays: wholeDays(state.policy.messagesAfterAgreement),
    canCounter: actionFor(state, { actor, now }, 'propose').allowed,
  };
}

/** What an acceptance led to: the agreement, or one that waits for the other side, where either may have left the mediation. */
export type Accepted = 'agreement' | 'awaited' | 'awaitedFromWhoLeft' | 'awaitedAfterLeaving';

const awaitedAs = { nobody: 'awaited', other: 'awaitedFromWhoLeft', own: 'awaitedAfterLeaving' } as const;

/**
 * Accepts a version (F-099, F-117). Asked again once it is accepted by the same person, the answer is the same. The address that it came from is
 * noted before the command leaves; the command does not carry it.
 *
 * @throws AppError with the rule's code; `proposal.stale` when the author has made a newer version; `dossier.closed` when the dossier closed
 *   without agreement since the same person accepted.
 */
export async function accept(
  deps: Pick<ServiceDeps, 'db'> & { engine: Pick<Engine, 'command' | 'state'> },
  opened: OpenDossier,
  { key, ip, proposalId, version }: { key: string; ip: string; proposalId: string; version: number },
): Promise<Accepted> {
  const { state, user, actor, side, now: at, summaryRow } = opened;
  const ledTo = (status: Dossier['status'], now: Dossier): Accepted => {
    if (status === 'closed') return 'agreement';
    return awaitedAs[whoLeft({ state: now, side }) ?? 'nobody'];
  };
  if (hasAcceptedAlready(state, user.id, { proposalId, version })) {
    if (state.closing && state.closing.outcome !== 'agreement') throw new AppError('dossier.closed');
    return ledTo(state.status, state);
  }
  const from = addressIn(ip);
  // Of someone whom the rules are about to refuse, nothing is noted.
  if (from && actionFor(state, { actor, now: at }, 'acceptProposal').allowed)
    await noteAcceptanceAddress(deps.db, { dossierId: summaryRow.id, commandKey: key, userId: user.id, ip: from });
  const command = { type: 'acceptProposal', proposalId, version, read: true } as const;
  try {
    const { status } = await execute(deps, opened, { key, command });
    // A side may have left since the dossier was opened.
    return ledTo(status, (await deps.engine.state(summaryRow.id)) ?? state);
  } catch (error) {
    // It speaks to somebody who wrote a proposal; here nothing was written.
    if (codeOf(error) === 'proposal.answered') throw new AppError('proposal.not_open');
    throw error;
  }
}

/** What changed since the version that the person read, when that is why `error` was thrown; null for any other refusal. */
export async function changedSince(
  deps: Pick<ServiceDeps, 'db'>,
  opened: OpenDossier,
  { error, proposalId, version }: { error: unknown; proposalId: string; version: number },
): Promise<Difference | null> {
  if (codeOf(error) !== 'proposal.stale') return null;
  const [items, titles] = await Promise.all([readableProposals(deps, opened), documentTitles(deps, opened)]);
  const item = items.find(({ proposal }) => proposal.id === proposalId);
  const read = item?.proposal.versions.find((each) => each.version === version);
  if (!item || !read) return null;
  const current = contentOf(item, currentVersion(item.proposal).contentId);
  return { ...compareProposals(contentOf(item, read.contentId), current), documentTitles: titles };
}

function hasAcceptedAlready(state: Dossier, userId: string, asked: { proposalId: string; version: number }): boolean {
  const proposal = proposalOf(state, asked.proposalId);
  return proposal?.acceptances.some((each) => each.by === userId && each.version === asked.version) ?? false;
}

/** Withdraws the reader's acceptance, while the other side has not accepted. */
export function withdrawAcceptance(
  deps: { engine: CommandEngine },
  opened: OpenDossier,
  { key, proposalId }: { key: string; proposalId: string },
) {
  return execute(deps, opened, { key, command: { type: 'withdrawAcceptance', proposalId } });
}
