import { label } from '#content/lists/index.ts';
import { formatDateTime, formatMoney } from '#content/texts/format.ts';
import type { Language, Translate } from '#content/texts/index.ts';
import { remedyLines, type LineWords, type RemedyLines } from '#content/texts/remedy-lines.ts';
import { dossierDocuments } from '#db/content/documents.ts';
import { proposalContents, type ProposalContentRow } from '#db/content/proposals.ts';
import type { Database } from '#db/database.ts';
import { mayKnowAcceptance } from '#domain/visibility/index.ts';
import { totalCents } from '#domain/agreement/compare.ts';
import type { ProposalContent } from '#domain/agreement/types.ts';
import { currentVersion, type Proposal, type ProposalVersion } from '#domain/dossier/index.ts';
import { remedyCatalogue } from '#content/texts/remedy-catalogue.ts';
import { nameOf } from './names.ts';
import type { Opened } from './reader.ts';

/** One version of a proposal as it is read. */
export type VersionView = {
  contentId: string;
  version: number;
  head: string;
  remedies: RemedyLines[];
  terms: string;
  total: string | null;
};

export type ProposalCard = {
  id: string;
  number: number;
  kind: string;
  author: string;
  mine: boolean;
  state: string;
  open: boolean;
  yourTurn: boolean;
  answersTo: string | null;
  current: VersionView;
  older: VersionView[];
  acceptances: string[];
};

/** Proposals that this person may read, oldest first, with what was written in each version. */
export type Readable = { proposal: Proposal; number: number; contents: Map<string, ProposalContentRow> };

export async function readableProposals(db: Database, opened: Opened): Promise<Readable[]> {
  const negotiation = opened.may('negotiationProposals');
  const mediator = opened.may('mediatorProposals');
  if (!negotiation && !mediator) return [];
  const rows = await proposalContents(db, opened.head.id);
  return opened.state.proposals
    .map((proposal, index) => ({
      proposal,
      number: index + 1,
      contents: new Map(rows.filter((row) => row.proposalId === proposal.id).map((row) => [row.id, row])),
    }))
    .filter(({ proposal }) => (proposal.author === 'mediator' ? mediator : negotiation));
}

/** Titles of the dossier's documents, for the remedy that names one. */
export async function lineWords(db: Database, opened: Opened, t: Translate): Promise<LineWords> {
  const rows = opened.may('documents') ? await dossierDocuments(db, opened.head.id, opened.user.id) : [];
  const documents = Object.fromEntries(
    rows.filter((row) => row.publishedAt).map((row) => [row.id, row.title || row.fileName]),
  );
  return { yes: t('proposals:yes'), no: t('proposals:no'), documents };
}

export function cardOf(
  opened: Opened,
  item: Readable,
  words: LineWords,
  language: Language,
  t: Translate,
): ProposalCard {
  const { proposal, number } = item;
  const versions = [...proposal.versions].reverse().map((version) => versionOf(item, version, words, language, t));
  const [current, ...older] = versions;
  if (!current) throw new Error('a proposal has at least one version');
  const mine = opened.side !== null && proposal.author === opened.side;
  const open = proposal.state === 'open';
  return {
    id: proposal.id,
    number,
    kind: kindOf(opened, item, t),
    author: authorLine(opened, item, t),
    mine,
    state: label('proposalStates', proposal.state, language),
    open,
    yourTurn: open && !mine && actsForSide(opened) && !acceptedBySide(opened, proposal),
    answersTo: null,
    current,
    older,
    acceptances: acceptancesOf(opened, proposal, language, t),
  };
}

export function versionOf(
  item: Readable,
  version: ProposalVersion,
  words: LineWords,
  language: Language,
  t: Translate,
): VersionView {
  const content = contentOf(item, version.contentId);
  const total = totalCents(content);
  return {
    contentId: version.contentId,
    version: version.version,
    head: t('proposals:versionOn', { version: version.version, date: formatDateTime(language, version.at) }),
    remedies: remedyLines(content.remedies, remedyCatalogue(language), words, language),
    terms: content.terms,
    total: total === null ? null : t('proposals:total', { amount: formatMoney(language, total) }),
  };
}

/** What was written in a version; empty when the content was erased. */
export function contentOf(item: Readable, contentId: string): ProposalContent {
  const row = item.contents.get(contentId);
  return { remedies: row?.remedies ?? [], terms: row?.terms ?? '' };
}

/** « Première proposition », « Contre-proposition 2 ». */
export function kindOf(opened: Opened, item: Readable, t: Translate): string {
  const { number } = item;
  if (item.proposal.author === 'mediator') return t('proposals:kind.mediator', { number });
  if (number === 1) return t('proposals:kind.initial');
  const before = opened.state.proposals[number - 2];
  const counter = before && before.author !== item.proposal.author;
  return t(counter ? 'proposals:kind.counter' : 'proposals:kind.proposal', { number });
}

/** « de Claire Roy », with the party when someone else writes for it. */
export function authorLine(opened: Opened, item: Readable, t: Translate): string {
  return item.proposal.versions[0]?.by === opened.user.id ? t('proposals:byYou') : namedAuthorLine(opened, item, t);
}

/** The same with the reader's own name instead of « vous »: for what is kept and read elsewhere. */
export function namedAuthorLine(opened: Opened, item: Readable, t: Translate): string {
  const { proposal, contents } = item;
  const first = proposal.versions[0];
  const person = contents.get(first ? first.contentId : '')?.authorName ?? '';
  const party = nameOf(opened, proposal.author, t);
  const by = t('proposals:by', { name: person || party });
  return person && person !== party && proposal.author !== 'mediator'
    ? `${by}, ${t('proposals:forSide', { party })}`
    : by;
}

/** The answer is this person's to give: someone else gives it for a represented consumer or for colleagues. */
function actsForSide({ viewer }: Opened): boolean {
  return viewer === 'consumer' || viewer === 'consumerRepresentative' || viewer === 'handler';
}

function acceptedBySide(opened: Opened, proposal: Proposal): boolean {
  const { version } = currentVersion(proposal);
  return proposal.acceptances.some((each) => each.side === opened.side && each.version === version);
}

/** Acceptances of the current version that this person may know of (requirements §6). */
function acceptancesOf(opened: Opened, proposal: Proposal, language: Language, t: Translate): string[] {
  const { version } = currentVersion(proposal);
  return proposal.acceptances
    .filter((each) => each.version === version)
    .filter((each) => mayKnowAcceptance(opened.state, opened.actor, { proposalId: proposal.id, ...each }, opened.now))
    .map((each) => {
      const date = formatDateTime(language, each.at);
      return each.side === opened.side && proposal.state === 'open'
        ? t('proposals:yourAcceptance', { date })
        : t('proposals:acceptedBy', { name: nameOf(opened, each.side, t), date });
    });
}
