import { AppError } from '#contracts/errors.ts';
import type { ServiceDeps } from '../deps.ts';
import type { Draft } from './draft.ts';

/**
 * Sends the dossier and its first proposal to the merchant (F-068, F-069). The documents are deposited first, each under its own
 * key, then the submission: stopped half-way and asked again, it goes on where it was, and the merchant sees nothing before the end.
 *
 * @throws AppError `form.invalid` while something is missing; the rules' own refusals; `engine.unavailable`.
 */
export async function submitDraft(deps: ServiceDeps, draft: Draft, key: string): Promise<void> {
  const { opened, actor, missing, documents, contentId, proposalId } = draft;
  if (missing.length > 0) throw new AppError('form.invalid');
  const dossierId = opened.head.id;
  for (const document of documents) {
    if (document.published) continue;
    await deps.engine.command(dossierId, {
      key: `deposit:${document.id}`,
      command: { type: 'addDocument', documentId: document.id, by: actor },
    });
  }
  await deps.engine.command(dossierId, { key, command: { type: 'submitDossier', proposalId, contentId, by: actor } });
}
