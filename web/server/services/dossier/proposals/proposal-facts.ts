import { AppError } from '#contracts/errors.ts';
import { isUuid } from '#contracts/ids.ts';
import { dossierDocuments } from '#db/content/documents.ts';
import { proposalContents, type ProposalContentRow } from '#db/content/proposals.ts';
import { totalCents } from '#domain/agreement/compare.ts';
import { documentNames } from '#domain/agreement/model.ts';
import type { ProposalContent } from '#domain/agreement/types.ts';
import {
  authorOf,
  currentVersion,
  type ActionView,
  type Proposal,
  type ProposalState,
  type ProposalVersion,
  type Side,
} from '#domain/dossier/index.ts';
import { canKnowAcceptance } from '#domain/visibility/index.ts';
import type { ServiceDeps } from '../../deps.ts';
import { named, type Named } from '../open-dossier/party-names.ts';
import { actsForSide, type OpenDossier } from '../open-dossier/load-dossier.ts';

/** One version of a proposal; `total` in cents, null without an amount. */
export type VersionFacts = {
  contentId: string;
  version: number;
  at: string;
  content: ProposalContent;
  total: number | null;
};

/** What a proposal is in its dossier. */
export type ProposalKind = 'initial' | 'counter' | 'proposal' | 'mediator';

export type ProposalFacts = {
  id: string;
  /** Place in the dossier, from 1. */
  number: number;
  kind: ProposalKind;
  /** Who wrote its first version, for which party; `you`: the reader. */
  author: { you: boolean; person: string; party: Named };
  mine: boolean;
  state: ProposalState;
  /** The answer is the reader's to give. */
  yourTurn: boolean;
  current: VersionFacts;
  /** Newest first. */
  older: VersionFacts[];
  /** Acceptances of the current version that this person may know of (requirements §6). */
  acceptances: { yours: OwnAnswer | null; by: Named; representedBy: string | null; at: string; left: Left }[];
  /** Sides for which the current version does not do, that this person may know of (ADR 32). */
  revisions: { yours: OwnAnswer | null; by: Named; at: string }[];
};

/** Which side has left the mediation, as the reader sees it. */
type Left = 'own' | 'other' | null;

/**
 * The reader's own side answered a proposal that is still open: themself, or somebody else for it. `changes`: the reader may answer otherwise.
 */
type OwnAnswer = { self: boolean; changes: boolean };

/** A proposal that this person may read, with what was written in each version. */
export type Readable = { proposal: Proposal; number: number; contents: Map<string, ProposalContentRow> };

/** Proposals that this person may read, oldest first. */
export async function readableProposals({ db }: Pick<ServiceDeps, 'db'>, opened: OpenDossier): Promise<Readable[]> {
  const negotiation = opened.can('negotiationProposals');
  const mediator = opened.can('mediatorProposals');
  if (!negotiation && !mediator) return [];
  const rows = await proposalContents(db, opened.summaryRow.id);
  return opened.state.proposals
    .map((proposal, index) => ({
      proposal,
      number: index + 1,
      contents: new Map(rows.filter((row) => row.proposalId === proposal.id).map((row) => [row.id, row])),
    }))
    .filter(({ proposal }) => (proposal.author === 'mediator' ? mediator : negotiation));
}

/** Titles of the dossier's documents by id, for the remedy that names one. */
export async function documentTitles(
  deps: Pick<ServiceDeps, 'db'>,
  opened: OpenDossier,
): Promise<Record<string, string>> {
  return (await namedDocuments(deps, opened)).titles;
}

/** {@link documentTitles}, and those of the documents that a new proposal may name (F-064): nobody can open a withdrawn one. */
export async function namedDocuments(
  { db }: Pick<ServiceDeps, 'db'>,
  opened: OpenDossier,
): Promise<{ titles: Record<string, string>; usable: Record<string, string> }> {
  const rows = opened.can('documents') ? await dossierDocuments(db, opened.summaryRow.id, opened.user.id) : [];
  const filed = rows.filter(({ publishedAt }) => publishedAt !== null);
  return {
    titles: documentNames(filed),
    usable: documentNames(filed.filter(({ withdrawnAt }) => withdrawnAt === null)),
  };
}

/** {@link documentTitles} for a proposal that is being written: nothing is asked where it names no document. */
export async function titlesIn(
  deps: Pick<ServiceDeps, 'db'>,
  opened: OpenDossier,
  { remedies }: ProposalContent,
): Promise<Record<string, string>> {
  const names = remedies.some(({ values }) => Object.values(values).some(isUuid));
  return names ? documentTitles(deps, opened) : {};
}

export function proposalFacts(opened: OpenDossier, item: Readable): ProposalFacts {
  const { proposal, number, contents } = item;
  const [current, ...older] = [...proposal.versions].reverse().map((version) => versionFacts(item, version));
  if (!current) throw new Error('a proposal has at least one version');
  const first = proposal.versions[0];
  const mine = proposal.author === authorOf(opened.actor);
  return {
    id: proposal.id,
    number,
    kind: kindOf(opened, item),
    author: {
      you: first?.by === opened.user.id,
      person: contents.get(first ? first.contentId : '')?.authorName ?? '',
      party: named(opened, proposal.author),
    },
    mine,
    state: proposal.state,
    yourTurn: proposal.state === 'open' && !mine && actsForSide(opened) && !answeredBySide(opened, proposal),
    current,
    older,
    acceptances: acceptancesOf(opened, proposal),
    revisions: revisionsOf(opened, proposal),
  };
}

export function versionFacts(item: Readable, { contentId, version, at }: ProposalVersion): VersionFacts {
  const content = contentOf(item, contentId);
  return { contentId, version, at, content, total: totalCents(content) };
}

/** What was written in a version; empty when the content was erased. */
export function contentOf(item: Readable, contentId: string): ProposalContent {
  const row = item.contents.get(contentId);
  return { remedies: row?.remedies ?? [], terms: row?.terms ?? '' };
}

export function kindOf(opened: OpenDossier, { proposal, number }: Readable): ProposalKind {
  if (proposal.author === 'mediator') return 'mediator';
  if (number === 1) return 'initial';
  const before = opened.state.proposals[number - 2];
  return before && before.author !== proposal.author ? 'counter' : 'proposal';
}

function answeredBySide(opened: OpenDossier, proposal: Proposal): boolean {
  const { version } = currentVersion(proposal);
  const answers = [...proposal.acceptances, ...proposal.revisionsAsked];
  return answers.some((each) => each.side === opened.side && each.version === version);
}

/** Each side's own, and both for the mediator: whoever may know of the side's acceptance (requirements §6), while there is something to change. */
function revisionsOf(opened: OpenDossier, proposal: Proposal): ProposalFacts['revisions'] {
  if (proposal.state !== 'open') return [];
  return proposal.revisionsAsked
    .filter(({ side }) => opened.can(`${side}Acceptance`))
    .map(({ side, by, at }) => ({ yours: ownAnswer(opened, { side, by }), by: named(opened, side), at }));
}

function ownAnswer(opened: OpenDossier, { side, by }: { side: Side; by: string }): OwnAnswer | null {
  return side === opened.side ? { self: by === opened.user.id, changes: actsForSide(opened) } : null;
}

/** Which side has left the mediation, as the reader sees it. */
export function whoLeft({ state, side }: Pick<OpenDossier, 'state' | 'side'>): Left {
  const { withdrawal = null } = state.mediation ?? {};
  return withdrawal && (withdrawal.side === side ? 'own' : 'other');
}

/**
 * Refuses an answer to a proposal, with the reason of that very one: the rules were asked of the open proposal, which may be another.
 *
 * @throws AppError `proposal.not_open`, the rules' reason.
 */
export function demandAnswer({ allowed, why, proposalId: open }: ActionView, proposalId: string): void {
  const ofOther = open !== proposalId && (allowed || why?.startsWith('proposal.'));
  if (ofOther) throw new AppError('proposal.not_open');
  if (!allowed) throw new AppError(why ?? 'actor.not_allowed');
}

/** Name of the consumer's representative, when it is they who acted; the Office reads roles only. */
function representativeWho({ state, summaryRow, can }: OpenDossier, userId: string): string | null {
  if (!can('identities') || state.representative?.userId !== userId) return null;
  return summaryRow.representative?.name ?? null;
}

function acceptancesOf(opened: OpenDossier, proposal: Proposal): ProposalFacts['acceptances'] {
  const { version } = currentVersion(proposal);
  return proposal.acceptances
    .filter((each) => each.version === version)
    .filter((each) => canKnowAcceptance(opened.state, opened, { proposalId: proposal.id, ...each }))
    .map((each) => ({
      yours: proposal.state === 'open' ? ownAnswer(opened, each) : null,
      by: named(opened, each.side),
      representedBy: representativeWho(opened, each.by),
      at: each.at,
      left: whoLeft(opened),
    }));
}
