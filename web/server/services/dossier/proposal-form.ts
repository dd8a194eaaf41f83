import { draftMark, marksIn } from '#contracts/draft-mark.ts';
import { href, pages } from '#contracts/pages/index.ts';
import { formatDateTime, formatTime } from '#content/texts/format.ts';
import type { Language, Translate } from '#content/texts/index.ts';
import type { LineWords, RemedyCatalogue } from '#content/texts/remedy-lines.ts';
import { remedyLines } from '#content/texts/remedy-lines.ts';
import { label } from '#content/lists/index.ts';
import { AppError } from '#contracts/errors.ts';
import { isUuid } from '#contracts/ids.ts';
import { isEmptyProposal, proposalValues, type ProposalForm } from '#contracts/schemas/proposal.ts';
import type { Database } from '#db/database.ts';
import { proposalDrafts, proposalRow, type ProposalDraft } from '#db/content/drafts.ts';
import { forgetDraftRow } from '#db/content/draft-rows.ts';
import { checkProposal, type ProposalProblem } from '#domain/agreement/check.ts';
import { compareProposals } from '#domain/agreement/compare.ts';
import { maxTermsLength } from '#domain/agreement/remedies.ts';
import type { ProposalContent } from '#domain/agreement/types.ts';
import { actionFor, authorOf, currentVersion, openProposal, proposalOf } from '#domain/dossier/index.ts';
import { remedyCatalogue } from '#content/texts/remedy-catalogue.ts';
import { idOf } from '../key-id.ts';
import { codeOf, type Giver } from './give.ts';
import type { OtherDraft } from './messages.ts';
import { otherPartyOf } from './names.ts';
import { contentOf, lineWords, readableProposals } from './proposal-cards.ts';
import type { Opened } from './reader.ts';
import { sheetOf, type SheetView } from './sheet.ts';
import { fileWords, keepWords, type Kept, type Words } from './words.ts';

/** The form of a proposal: a first one, a counter-proposal, or a new version of one's own. */
export type ProposalFormPage = {
  mode: 'new' | 'counter' | 'edit';
  other: string;
  ids: { contentId: string; proposalId: string; answers: string; version: number };
  /** Mark of the draft that is shown; empty when nothing was kept. */
  base: string;
  values: Record<string, unknown>;
  content: ProposalContent;
  catalogue: RemedyCatalogue;
  words: LineWords;
  documents: { id: string; title: string }[];
  sheet: SheetView;
  today: string;
  /** When the unfinished draft that is shown was saved. */
  savedAt: string | null;
  /** Other drafts of the same proposal, from other pages. */
  others: OtherDraft[];
  /** Set when nothing can be sent from here any more: why, and where what was written can still go. What was written is shown. */
  kept: { code: string; edit: string | null } | null;
};

/** What the form's page asks for: the proposal that is edited, if one is, and the draft to continue, if one is named. */
export type ProposalAsked = { editedId: string | null; draft: string | null };

/**
 * The form, with the draft that was left; where the rules refuse the form and something was left, that alone, with the reason.
 *
 * @throws AppError the rules' reason when there is nothing to show.
 */
export async function proposalFormPage(
  { db, pepper }: { db: Database; pepper: string },
  opened: Opened,
  { editedId, draft: asked }: ProposalAsked,
  language: Language,
  t: Translate,
): Promise<ProposalFormPage> {
  const { state, head, user } = opened;
  const refusal = refusalOfForm(opened, editedId);
  const drafts = await proposalDrafts(db, {
    dossierId: head.id,
    authorId: user.id,
    ...(refusal === null ? { edits: editedId } : {}),
  });
  const draft = drafts.find(({ id }) => id === asked) ?? drafts[0] ?? null;
  if (refusal && !draft) throw refusal;
  const open = openProposal(state);
  const [items, words] = await Promise.all([readableProposals(db, opened), lineWords(db, opened, t)]);
  const start = items.find(({ proposal }) => proposal.id === open?.id);
  const current = start ? currentVersion(start.proposal) : null;
  const started = start && current ? contentOf(start, current.contentId) : { remedies: [], terms: '' };
  const content = draft ? { remedies: draft.remedies, terms: draft.terms } : started;
  const author = authorOf(opened.actor) ?? 'consumer';
  const number = editedId && start ? start.number : state.proposals.length + 1;
  const version = editedId && current ? current.version + 1 : 1;
  const edit = actionFor(state, opened.actor, opened.now, 'editProposal');
  // Always the same until it is sent: two pages that begin it write one draft, and are told of each other.
  const fresh = (...parts: string[]) => idOf('proposal-draft', pepper, head.id, user.id, ...parts);
  const proposalId = editedId ?? draft?.proposalId ?? fresh(String(state.proposals.length));
  const catalogue = remedyCatalogue(language);
  return {
    mode: editedId ? 'edit' : open ? 'counter' : 'new',
    other: otherPartyOf(opened, t),
    ids: {
      contentId: draft?.id ?? fresh(proposalId, String(version)),
      proposalId,
      answers: editedId ? '' : (open?.id ?? ''),
      version: editedId && current ? current.version : 0,
    },
    base: draft ? draftMark(content) : '',
    values: proposalValues(content, language),
    content,
    catalogue,
    words,
    documents: Object.entries(words.documents).map(([id, title]) => ({ id, title })),
    sheet: sheetOf(opened, { content, author, number, version }, words, language, t),
    today: todayOf(opened.now),
    savedAt: draft ? formatTime(language, draft.savedAt) : null,
    others: drafts
      .filter((other) => other !== draft)
      .map((other) => ({
        id: other.id,
        body: inLines(other, catalogue, words, language),
        savedAt: formatDateTime(language, other.savedAt),
        to: `${editedId ? href(pages.dossier.editProposal, { dossierId: head.id, proposalId: editedId }) : href(pages.dossier.propose, { dossierId: head.id })}?brouillon=${other.id}`,
      })),
    kept: refusal
      ? {
          code: refusal.code,
          edit:
            edit.allowed && edit.proposalId && edit.proposalId !== editedId
              ? href(pages.dossier.editProposal, { dossierId: head.id, proposalId: edit.proposalId })
              : null,
        }
      : null,
  };
}

/** A draft in a few lines: what was ticked with what was filled, then the terms. */
function inLines(draft: ProposalDraft, catalogue: RemedyCatalogue, words: LineWords, language: Language): string {
  const lines = remedyLines(draft.remedies, catalogue, words, language).map((remedy) =>
    [remedy.label, ...remedy.lines.map((line) => `${line.label} ${line.value}`)].join('\n'),
  );
  return [...lines, draft.terms].filter((line) => line.trim() !== '').join('\n');
}

function refusalOfForm(opened: Opened, editedId: string | null): AppError | null {
  try {
    demandForm(opened, editedId);
    return null;
  } catch (error) {
    if (!(error instanceof AppError) || codeOf(error) === 'access.not_found') throw error;
    return error;
  }
}

/** Problems of a proposal about to be sent, with what the form needs to name them. */
export type NamedProblem = { field: string; key: string; params: Record<string, string>; blocking: boolean };

export async function problemsOf(
  db: Database,
  opened: Opened,
  content: ProposalContent,
  language: Language,
  t: Translate,
): Promise<NamedProblem[]> {
  const words = await lineWords(db, opened, t);
  const problems = checkProposal(content, { today: todayOf(opened.now), documents: Object.keys(words.documents) });
  return problems.map((problem) => named(problem, language));
}

function named(problem: ProposalProblem, language: Language): NamedProblem {
  const { remedy, field, other } = problem;
  return {
    field: remedy && field ? `${remedy}.${field}` : (field ?? 'remedy'),
    key: `checks:proposal.${problem.code}`,
    params: {
      ...(remedy ? { remedy: label('remedies', remedy, language) } : {}),
      ...(remedy && field ? { field: label('remedyFields', `${remedy}.${field}`, language) } : {}),
      ...(other ? { other: label('remedies', other, language) } : {}),
    },
    blocking: problem.blocking,
  };
}

/** True for terms beyond every limit, of which nothing is kept. */
export function isBeyondKeeping(content: ProposalContent): boolean {
  return content.terms.length > maxTermsLength * 2;
}

/**
 * Keeps a proposal that is not sent yet, for its author alone. Nothing is kept of one beyond every limit, nor of an empty one where
 * nothing was kept before.
 *
 * @returns null when nothing was kept.
 */
export async function keepProposal(
  db: Database,
  opened: Opened,
  form: ProposalForm,
  content: ProposalContent,
): Promise<Kept | null> {
  const words = wordsOf(opened, form, content);
  if (isBeyondKeeping(content) || (isEmptyProposal(content) && words.seen.length === 0)) return null;
  return keepWords(db, words);
}

/**
 * Sends a proposal or a new version (F-090, F-091, F-093, F-095). The content is written first as the author's draft; a refusal leaves it
 * there. The same form sent again is no second proposal; another text under its id is refused and kept.
 *
 * @throws AppError with the rule's code, `draft.sent`, `draft.changed`.
 */
export async function sendProposal(
  deps: { db: Database; engine: Giver },
  opened: Opened,
  key: string,
  form: ProposalForm,
  content: ProposalContent,
  editedId: string | null,
): Promise<void> {
  const { proposalId, version, answers } = form;
  await fileWords(deps, opened, wordsOf(opened, form, content), {
    key,
    command: (contentId) =>
      editedId
        ? { type: 'editProposal', proposalId, version, contentId }
        : { type: 'propose', proposalId, contentId, answers },
    otherwise: 'refused',
  });
}

function wordsOf(opened: Opened, form: ProposalForm, content: ProposalContent): Words<ProposalContent> {
  const author = authorOf(opened.actor);
  if (!author || opened.side === null) throw new AppError('actor.not_a_party');
  const { proposalId, contentId, base } = form;
  const whose = { dossierId: opened.head.id, proposalId, authorId: opened.user.id, author, content };
  return { row: (id) => proposalRow({ id, ...whose }), id: contentId, seen: marksIn(base) };
}

/** Whether a new version says exactly what the present one says: there would be nothing to answer anew. */
export async function isUnchanged(
  db: Database,
  opened: Opened,
  editedId: string,
  content: ProposalContent,
): Promise<boolean> {
  const item = (await readableProposals(db, opened)).find(({ proposal }) => proposal.id === editedId);
  if (!item) return false;
  return compareProposals(contentOf(item, currentVersion(item.proposal).contentId), content).same;
}

/** Forgets the draft that the form shows. @throws AppError `draft.not_discarded` when another page changed it meanwhile. */
export async function discardProposal(db: Database, opened: Opened, form: ProposalForm): Promise<void> {
  const { row, id, seen } = wordsOf(opened, form, { remedies: [], terms: '' });
  if (!(await forgetDraftRow(db, row(id), seen))) throw new AppError('draft.not_discarded');
}

/** Refuses the form itself when the rules would refuse what it sends. */
export function demandForm(opened: Opened, editedId: string | null): void {
  const { state, actor, now } = opened;
  if (editedId !== null && (!isUuid(editedId) || !proposalOf(state, editedId))) throw new AppError('access.not_found');
  const view = actionFor(state, actor, now, editedId ? 'editProposal' : 'propose');
  if (!view.allowed) throw new AppError(view.why ?? 'actor.not_allowed');
  if (editedId && view.proposalId !== editedId) throw new AppError('proposal.not_open');
}

/** The civil day in Québec. */
export function todayOf(now: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Toronto', dateStyle: 'short' }).format(new Date(now));
}
