import { draftMark } from '#contracts/draft-mark.ts';
import { AppError } from '#contracts/errors.ts';
import type { ServiceDeps } from '../deps.ts';
import type { Draft } from './load-draft.ts';
import { remainingFields } from './remaining-fields.ts';

/**
 * Sends the dossier and its first proposal to the merchant (F-068, F-069). The documents are deposited first, each under its own key, then the
 * submission: interrupted and called again, it continues where it was, and the merchant sees nothing before the end.
 *
 * @param asked.read {@link readMark} of what the person read before sending it; null to send whatever is there.
 * @throws AppError `draft.unread` when it has changed since; `form.invalid` while something is missing or wrong; the rules' own refusals;
 *   `engine.unavailable`.
 */
export async function submitDraft(
  deps: ServiceDeps,
  { draft, key, read = null }: { draft: Draft; key: string; read?: string | null },
): Promise<void> {
  const { opened, actor, documents, contentId, proposalId } = draft;
  if (read !== null && read !== readMark(draft)) throw new AppError('draft.unread');
  // Also what is there and cannot be read as asked: the page offers no button then, which binds nobody (ASVS 2.2.2).
  if (remainingFields(draft, draft.missing).length > 0) throw new AppError('form.invalid');
  const dossierId = opened.summaryRow.id;
  for (const document of documents) {
    if (document.published) continue;
    await deps.engine.command(dossierId, {
      key: `deposit:${document.id}`,
      command: { type: 'addDocument', documentId: document.id, by: actor },
    });
  }
  await deps.engine.command(dossierId, { key, command: { type: 'submitDossier', proposalId, contentId, by: actor } });
}

/** A short mark of all that a draft says: the page where it is read again sends back the one that it was shown with. */
export function readMark({ parties, problem, remedies, terms, documents }: Draft): string {
  return draftMark([parties, problem, remedies, terms, documents.map(({ id, title, kind }) => [id, title, kind])]);
}
