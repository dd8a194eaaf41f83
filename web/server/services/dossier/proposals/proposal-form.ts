import { draftMark } from '#contracts/draft-mark.ts';
import { AppError } from '#contracts/errors.ts';
import { isUuid } from '#contracts/ids.ts';
import { proposalDrafts } from '#db/content/drafts.ts';
import { checkProposal, type ProposalProblem } from '#domain/agreement/check.ts';
import { compareProposals } from '#domain/agreement/compare.ts';
import type { ProposalContent } from '#domain/agreement/types.ts';
import { todayInQuebec } from '#domain/calendar/civil-day.ts';
import { actionFor, authorOf, currentVersion, openProposal, proposalOf } from '#domain/dossier/index.ts';
import type { ServiceDeps } from '../../deps.ts';
import { idOf } from '#db/key-id.ts';
import { agreementPreview, type AgreementPreview } from './agreement-preview.ts';
import { otherParty, type Named } from '../open-dossier/party-names.ts';
import { contentOf, namedDocuments, readableProposals } from './proposal-facts.ts';
import type { OpenDossier } from '../open-dossier/load-dossier.ts';

/** The form of a proposal: a first one, a counter-proposal, or a new version of one's own. */
export type ProposalFormFacts = {
  dossierId: string;
  mode: 'new' | 'counter' | 'edit';
  /** The proposal that is edited, if one is. */
  editedId: string | null;
  other: Named;
  /** The author is the mediator: both parties read it. */
  mediator: boolean;
  ids: { contentId: string; proposalId: string; answers: string; version: number };
  /** Mark of the draft that is shown; empty when nothing was saved. */
  base: string;
  content: ProposalContent;
  documentTitles: Record<string, string>;
  /** Titles of the documents that the proposal may name. */
  usableDocuments: Record<string, string>;
  preview: AgreementPreview;
  /** Civil day in Québec. */
  today: string;
  /** When the unfinished draft that is shown was saved. */
  savedAt: string | null;
  /** Other drafts of the same proposal, from other pages. */
  others: { id: string; content: ProposalContent; savedAt: string }[];
  /** Set when nothing can be sent from here any more: why, and the proposal where what was written can still go. */
  refusal: { code: string; editableId: string | null } | null;
};

/**
 * The form, with the draft that was left; where the rules refuse the form and something was left, that alone, with the reason.
 *
 * @param asked the proposal that is edited, if one is, and the draft to continue, if one is named.
 * @throws AppError the rules' reason when there is nothing to show.
 */
export async function proposalForm(
  deps: Pick<ServiceDeps, 'db' | 'env'>,
  opened: OpenDossier,
  { editedId, draft: asked }: { editedId: string | null; draft: string | null },
): Promise<ProposalFormFacts> {
  const { state, summaryRow, user } = opened;
  const refusal = refusalOfForm(opened, editedId);
  const drafts = await proposalDrafts(deps.db, {
    dossierId: summaryRow.id,
    authorId: user.id,
    ...(refusal === null ? { edits: editedId } : {}),
  });
  const draft = drafts.find(({ id }) => id === asked) ?? drafts[0] ?? null;
  if (refusal && !draft) throw refusal;
  const open = openProposal(state);
  const [items, { titles, usable }] = await Promise.all([
    readableProposals(deps, opened),
    namedDocuments(deps, opened),
  ]);
  const start = items.find(({ proposal }) => proposal.id === open?.id);
  const current = start ? currentVersion(start.proposal) : null;
  const started = start && current ? contentOf(start, current.contentId) : { remedies: [], terms: '' };
  const content = draft ? { remedies: draft.remedies, terms: draft.terms } : started;
  const author = authorOf(opened.actor) ?? 'consumer';
  const number = editedId && start ? start.number : state.proposals.length + 1;
  const version = editedId && current ? current.version + 1 : 1;
  const mark = deps.env.secrets[0].key('draft').export().toString('base64url');
  // Always the same until it is sent: two pages that begin it write one draft, and each is informed of the other.
  const fresh = (...parts: string[]) => idOf('proposal-draft', mark, summaryRow.id, user.id, ...parts);
  const proposalId = editedId ?? draft?.proposalId ?? fresh(String(state.proposals.length));
  return {
    dossierId: summaryRow.id,
    mode: editedId ? 'edit' : open ? 'counter' : 'new',
    editedId,
    other: otherParty(opened),
    mediator: author === 'mediator',
    ids: {
      contentId: draft?.id ?? fresh(proposalId, String(version)),
      proposalId,
      answers: editedId ? '' : (open?.id ?? ''),
      version: editedId && current ? current.version : 0,
    },
    base: draft ? draftMark(content) : '',
    content,
    documentTitles: titles,
    usableDocuments: usable,
    preview: agreementPreview(opened, { content, author, number, version }),
    today: todayInQuebec(opened.now),
    savedAt: draft?.savedAt ?? null,
    others: drafts
      .filter((other) => other !== draft)
      .map(({ id, remedies, terms, savedAt }) => ({ id, content: { remedies, terms }, savedAt })),
    refusal: refusal && { code: refusal.code, editableId: editableElsewhere(opened, editedId) },
  };
}

/** The reader's own proposal that can be edited, when it is not the form's. */
function editableElsewhere({ state, actor, now }: OpenDossier, editedId: string | null): string | null {
  const { allowed, proposalId } = actionFor(state, { actor, now }, 'editProposal');
  return allowed && proposalId !== editedId ? proposalId : null;
}

/** The reason for which the rules would refuse what the form sends. @throws AppError `access.not_found`. */
function refusalOfForm({ state, actor, now }: OpenDossier, editedId: string | null): AppError | null {
  if (editedId !== null && (!isUuid(editedId) || !proposalOf(state, editedId))) throw new AppError('access.not_found');
  const { allowed, why, proposalId } = actionFor(state, { actor, now }, editedId ? 'editProposal' : 'propose');
  if (!allowed) return new AppError(why ?? 'actor.not_allowed');
  return editedId && proposalId !== editedId ? new AppError('proposal.not_open') : null;
}

/** What is wrong with a proposal about to be sent. */
export async function proposalProblems(
  deps: Pick<ServiceDeps, 'db'>,
  opened: OpenDossier,
  content: ProposalContent,
): Promise<ProposalProblem[]> {
  const { usable } = await namedDocuments(deps, opened);
  return checkProposal(content, { today: todayInQuebec(opened.now), documents: Object.keys(usable) });
}

/** Whether a new version says exactly what the present one says: there would be nothing new to answer. */
export async function isUnchanged(
  deps: Pick<ServiceDeps, 'db'>,
  opened: OpenDossier,
  { editedId, content }: { editedId: string; content: ProposalContent },
): Promise<boolean> {
  const item = (await readableProposals(deps, opened)).find(({ proposal }) => proposal.id === editedId);
  if (!item) return false;
  return compareProposals(contentOf(item, currentVersion(item.proposal).contentId), content).same;
}
