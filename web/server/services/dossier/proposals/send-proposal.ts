import { marksIn } from '#contracts/draft-mark.ts';
import { AppError } from '#contracts/errors.ts';
import { isEmptyProposal, isTooLongToSave, type ProposalForm } from '#contracts/schemas/proposal.ts';
import { forgetDraftRow } from '#db/content/draft-rows.ts';
import { proposalRow } from '#db/content/drafts.ts';
import type { ProposalContent } from '#domain/agreement/types.ts';
import { authorOf } from '#domain/dossier/index.ts';
import type { ServiceDeps } from '../../deps.ts';
import { fileDraft, saveDraft, type DraftText, type SavedDraft } from '../open-dossier/drafts.ts';
import type { CommandEngine } from '../open-dossier/execute.ts';
import type { OpenDossier } from '../open-dossier/load-dossier.ts';

/** A proposal as its form sends it. */
type SentProposal = { form: ProposalForm; content: ProposalContent };

/**
 * Saves a proposal that is not sent yet, for its author alone. Nothing is saved of one beyond every limit, nor of an empty one where
 * nothing was saved before.
 *
 * @returns null when nothing was saved.
 * @throws AppError as {@link saveDraft}; `rate.limited`.
 */
export async function saveDraftProposal(
  { db, limits }: Pick<ServiceDeps, 'db' | 'limits'>,
  opened: OpenDossier,
  { form, content }: SentProposal,
): Promise<SavedDraft | null> {
  const draft = draftText(opened, { form, content });
  if (isTooLongToSave(content) || (isEmptyProposal(content) && draft.seen.length === 0)) return null;
  await limits.count('saves', opened.user.id);
  return saveDraft(db, draft);
}

/**
 * Sends a proposal, or a new version of the one `editedId` names (F-090, F-091, F-093, F-095). The content is written first as the author's draft; a
 * refusal leaves it there. The same form sent again makes no second proposal; another text under its id is refused and saved.
 *
 * @throws AppError with the rule's code, `draft.sent`, `draft.changed`.
 */
export async function sendProposal(
  deps: Pick<ServiceDeps, 'db'> & { engine: CommandEngine },
  opened: OpenDossier,
  { key, form, content, editedId }: SentProposal & { key: string; editedId: string | null },
): Promise<void> {
  const { proposalId, version, answers } = form;
  await fileDraft(deps, opened, {
    draft: draftText(opened, { form, content }),
    key,
    command: (contentId) =>
      editedId
        ? { type: 'editProposal', proposalId, version, contentId }
        : { type: 'propose', proposalId, contentId, answers },
    otherwise: 'refused',
  });
}

/** Deletes the draft that the form shows. @throws AppError `draft.not_discarded` when another page changed it meanwhile. */
export async function discardDraftProposal(
  { db }: Pick<ServiceDeps, 'db'>,
  opened: OpenDossier,
  form: ProposalForm,
): Promise<void> {
  const { row, id, seen } = draftText(opened, { form, content: { remedies: [], terms: '' } });
  if (!(await forgetDraftRow(db, row(id), seen))) throw new AppError('draft.not_discarded');
}

function draftText(opened: OpenDossier, { form, content }: SentProposal): DraftText<ProposalContent> {
  const author = authorOf(opened.actor);
  if (!author) throw new AppError('actor.not_a_party');
  const { proposalId, contentId, base } = form;
  const whose = { dossierId: opened.summaryRow.id, proposalId, authorId: opened.user.id, author, content };
  return { row: (id) => proposalRow({ id, ...whose }), id: contentId, seen: marksIn(base) };
}
