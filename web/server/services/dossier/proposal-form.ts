import { randomUUID } from 'node:crypto';
import { formatTime } from '#content/texts/format.ts';
import type { Language, Translate } from '#content/texts/index.ts';
import type { LineWords, RemedyCatalogue } from '#content/texts/remedy-lines.ts';
import { label } from '#content/lists/index.ts';
import { AppError } from '#contracts/errors.ts';
import { isUuid } from '#contracts/ids.ts';
import { isEmptyProposal, proposalValues, type ProposalForm } from '#contracts/schemas/proposal.ts';
import { discardProposalDrafts, proposalDraft, saveProposalDraft } from '#db/queries/dossier-drafts.ts';
import type { Db } from '#db/queries/sql.ts';
import { checkProposal, type ProposalProblem } from '#domain/agreement/check.ts';
import { compareProposals } from '#domain/agreement/compare.ts';
import { longestTerms } from '#domain/agreement/remedies.ts';
import type { ProposalContent } from '#domain/agreement/types.ts';
import { actionFor, authorOf, currentVersion, openProposal, proposalOf } from '#domain/dossier/index.ts';
import type { Engine } from '../engine.ts';
import { remedyCatalogue } from '#content/texts/remedy-catalogue.ts';
import { give } from './give.ts';
import { otherPartyOf } from './names.ts';
import { contentOf, lineWords, readableProposals } from './proposal-cards.ts';
import type { Opened } from './reader.ts';
import { sheetOf, type SheetView } from './sheet.ts';

/** The form of a proposal: a first one, a counter-proposal, or a new version of one's own. */
export type ProposalFormPage = {
  mode: 'new' | 'counter' | 'edit';
  other: string;
  ids: { contentId: string; proposalId: string; answers: string; version: number };
  values: Record<string, unknown>;
  content: ProposalContent;
  catalogue: RemedyCatalogue;
  words: LineWords;
  documents: { id: string; title: string }[];
  sheet: SheetView;
  today: string;
  /** When the unfinished draft that is shown was saved. */
  savedAt: string | null;
};

export async function proposalFormPage(
  db: Db,
  opened: Opened,
  editedId: string | null,
  language: Language,
  t: Translate,
): Promise<ProposalFormPage> {
  const { state, head, user } = opened;
  demandForm(opened, editedId);
  const open = openProposal(state);
  const [items, words, draft] = await Promise.all([
    readableProposals(db, opened),
    lineWords(db, opened, t),
    proposalDraft(db, head.id, user.id, editedId),
  ]);
  const start = items.find(({ proposal }) => proposal.id === open?.id);
  const current = start ? currentVersion(start.proposal) : null;
  const started = start && current ? contentOf(start, current.contentId) : { remedies: [], terms: '' };
  const content = draft ? { remedies: draft.remedies, terms: draft.terms } : started;
  const author = authorOf(opened.actor) ?? 'consumer';
  const number = editedId && start ? start.number : state.proposals.length + 1;
  const version = editedId && current ? current.version + 1 : 1;
  return {
    mode: editedId ? 'edit' : open ? 'counter' : 'new',
    other: otherPartyOf(opened, t),
    ids: {
      contentId: draft?.id ?? randomUUID(),
      proposalId: editedId ?? draft?.proposalId ?? randomUUID(),
      answers: editedId ? '' : (open?.id ?? ''),
      version: editedId && current ? current.version : 0,
    },
    values: proposalValues(content, language),
    content,
    catalogue: remedyCatalogue(language),
    words,
    documents: Object.entries(words.documents).map(([id, title]) => ({ id, title })),
    sheet: sheetOf(opened, { content, author, number, version }, words, language, t),
    today: todayOf(opened.now),
    savedAt: draft ? formatTime(language, draft.savedAt) : null,
  };
}

/** Problems of a proposal about to be sent, with what the form needs to name them. */
export type NamedProblem = { field: string; key: string; params: Record<string, string>; blocking: boolean };

export async function problemsOf(
  db: Db,
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

/**
 * Keeps a proposal that is not sent yet, for its author alone. Nothing is kept of an empty one, nor of one beyond every limit.
 *
 * @returns when it was kept, or null when there was nothing to keep; `published` when it had been sent already.
 */
export async function keepProposal(
  db: Db,
  opened: Opened,
  form: ProposalForm,
  content: ProposalContent,
): Promise<'saved' | 'published' | null> {
  const author = authorOf(opened.actor);
  if (!author || opened.side === null) throw new AppError('actor.not_a_party');
  if (isEmptyProposal(content) || content.terms.length > longestTerms * 2) return null;
  const saved = await saveProposalDraft(db, {
    id: form.contentId,
    dossierId: opened.head.id,
    proposalId: form.proposalId,
    authorId: opened.user.id,
    author,
    ...content,
  });
  if (saved === 'foreign') throw new AppError('form.invalid');
  return saved;
}

/**
 * Sends a proposal or a new version (F-090, F-091, F-093, F-095). The content is written first as the author's draft; a refusal leaves it
 * there. The same form sent again is no second proposal.
 *
 * @throws AppError with the rule's code.
 */
export async function sendProposal(
  deps: { db: Db; engine: Pick<Engine, 'command'> },
  opened: Opened,
  key: string,
  form: ProposalForm,
  content: ProposalContent,
  editedId: string | null,
): Promise<void> {
  const kept = await keepProposal(deps.db, opened, form, content);
  if (kept === 'published') return;
  if (editedId) {
    const { proposalId, version, contentId } = form;
    await give(deps.engine, opened, key, { type: 'editProposal', proposalId, version, contentId });
  } else {
    const { proposalId, contentId, answers } = form;
    await give(deps.engine, opened, key, { type: 'propose', proposalId, contentId, answers });
  }
}

/** Whether a new version says exactly what the present one says: there would be nothing to answer anew. */
export async function isUnchanged(
  db: Db,
  opened: Opened,
  editedId: string,
  content: ProposalContent,
): Promise<boolean> {
  const item = (await readableProposals(db, opened)).find(({ proposal }) => proposal.id === editedId);
  if (!item) return false;
  return compareProposals(contentOf(item, currentVersion(item.proposal).contentId), content).same;
}

/** Forgets what was not sent. */
export async function discardProposal(db: Db, opened: Opened): Promise<void> {
  await discardProposalDrafts(db, opened.head.id, opened.user.id);
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
