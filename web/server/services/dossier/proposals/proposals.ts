import { AppError } from '#contracts/errors.ts';
import { proposalDrafts } from '#db/content/drafts.ts';
import { accessOf } from '#domain/access/index.ts';
import { actionFor } from '#domain/dossier/index.ts';
import type { ServiceDeps } from '../../deps.ts';
import { documentTitles, proposalFacts, readableProposals, type ProposalFacts } from './proposal-facts.ts';
import type { OpenDossier } from '../open-dossier/load-dossier.ts';

/** What this person can do with proposals now: the proposal it would be about, or whether there is something to do. */
type ProposalActions = {
  accept: string | null;
  /** A proposal can be made: in answer to another, or a first one. */
  propose: 'counter' | 'new' | null;
  edit: string | null;
  withdrawAcceptance: string | null;
  /** In mediation: the proposal that this person may say does not do (F-115). */
  askForRevision: string | null;
};

export type DossierProposals = {
  dossierId: string;
  mediation: boolean;
  /** How many there are, for those who may know that much; null for those who read them. */
  restricted: number | null;
  /** Those of the page, oldest first; `previous`: the last version of the proposal before. */
  proposals: (ProposalFacts & { previous: string | null })[];
  /** Number of the page, from 1: the newest. */
  page: number;
  /** Proposals on the pages of earlier ones. */
  earlier: number;
  /** Versions of all pages. */
  versions: number;
  actions: ProposalActions;
  /** When the reader's unfinished proposal was saved. */
  draftSavedAt: string | null;
  mediator: boolean;
  documentTitles: Record<string, string>;
};

/** Proposals of one page; one of the mediator that can be answered is always among the latest. */
const pageSize = 10;

/**
 * « Tableau des propositions » (F-036, F-037, F-038, F-039, F-092): every proposal with its versions, newest first, and what can be done.
 *
 * @param page number of the page, from 1, as in the address; anything else is the first.
 */
export async function proposalsOf(
  deps: Pick<ServiceDeps, 'db'>,
  opened: OpenDossier,
  { page: asked }: { page: string | null },
): Promise<DossierProposals> {
  const { state, actor, now, summaryRow } = opened;
  const reads = opened.can('negotiationProposals');
  if (!reads && accessOf(state, { actor, now }, 'negotiationProposals') !== 'metadata')
    throw new AppError('access.denied');
  const actions = reads ? actionsOf(opened) : noActions;
  const [items, titles, [draft]] = await Promise.all([
    reads ? readableProposals(deps, opened) : [],
    reads ? documentTitles(deps, opened) : {},
    actions.propose ? proposalDrafts(deps.db, { dossierId: summaryRow.id, authorId: opened.user.id, edits: null }) : [],
  ]);
  const last = Math.max(1, Math.ceil(items.length / pageSize));
  const page = /^[1-9]\d{0,3}$/.test(asked ?? '') ? Math.min(Number(asked), last) : 1;
  const until = Math.max(0, items.length - (page - 1) * pageSize);
  const from = Math.max(0, until - pageSize);
  return {
    dossierId: summaryRow.id,
    mediation: state.status === 'mediation' || state.mediation?.startedAt != null,
    restricted: reads ? null : state.proposals.length,
    proposals: items.slice(from, until).map((item, index) => ({
      ...proposalFacts(opened, item),
      previous: items[from + index - 1]?.proposal.versions.at(-1)?.contentId ?? null,
    })),
    page,
    earlier: from,
    versions: items.reduce((sum, item) => sum + item.proposal.versions.length, 0),
    actions,
    draftSavedAt: draft?.savedAt ?? null,
    mediator: opened.readerRole === 'mediator',
    documentTitles: titles,
  };
}

const noActions: ProposalActions = {
  accept: null,
  propose: null,
  edit: null,
  withdrawAcceptance: null,
  askForRevision: null,
};

function actionsOf({ state, actor, now }: OpenDossier): ProposalActions {
  const target = (type: 'acceptProposal' | 'editProposal' | 'withdrawAcceptance' | 'askForRevision') => {
    const view = actionFor(state, { actor, now }, type);
    return view.allowed ? view.proposalId : null;
  };
  const propose = actionFor(state, { actor, now }, 'propose');
  return {
    accept: target('acceptProposal'),
    propose: propose.allowed ? (propose.proposalId ? 'counter' : 'new') : null,
    edit: target('editProposal'),
    withdrawAcceptance: target('withdrawAcceptance'),
    askForRevision: target('askForRevision'),
  };
}

/** Every proposal as it stands, oldest first, for one table (B-10, F-038). @throws AppError `access.denied` for those who read none. */
export async function proposalsTableOf(
  deps: Pick<ServiceDeps, 'db'>,
  opened: OpenDossier,
): Promise<Pick<DossierProposals, 'proposals' | 'documentTitles'>> {
  if (!opened.can('negotiationProposals')) throw new AppError('access.denied');
  const [items, titles] = await Promise.all([readableProposals(deps, opened), documentTitles(deps, opened)]);
  return {
    proposals: items.map((item) => ({ ...proposalFacts(opened, item), previous: null })),
    documentTitles: titles,
  };
}
