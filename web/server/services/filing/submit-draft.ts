import { AppError } from '#contracts/errors.ts';
import { handOverDocument, type DraftDocument } from '#db/filing/documents.ts';
import { signFirstProposal } from '#db/filing/draft-form.ts';
import { readMark } from '#db/filing/read-mark.ts';
import { isRepresented } from '#domain/dossier/state/parties.ts';
import type { Dossier } from '#domain/dossier/types.ts';
import type { ServiceDeps } from '../deps.ts';
import type { Draft } from './load-draft.ts';
import { remainingFields } from './remaining-fields.ts';

/**
 * Sends the dossier and its first proposal to the merchant (F-068, F-069), whoever of the consumer's side wrote them (F-071). The documents are deposited
 * first, each under its own key, then the submission: interrupted and called again, it continues where it was, and the merchant sees nothing before the
 * end.
 *
 * @param asked.read {@link readMark} of what the person read before sending it: the journal sends that and nothing else; null to send whatever is there.
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
  for (const document of documents) if (!document.published) await deposit(deps, draft, document);
  await signFirstProposal(deps.db, { contentId, userId: actor.userId });
  const submission = { type: 'submitDossier', proposalId, contentId, by: actor } as const;
  await deps.engine.command(dossierId, { key, command: read === null ? submission : { ...submission, read } });
}

/** In the name of who put it there (F-072); that of a person who is in the dossier no more, in the name of who submits. */
async function deposit(
  deps: ServiceDeps,
  { opened, actor }: Draft,
  { id, ownerId, ownerRole }: DraftDocument,
): Promise<void> {
  const owner = presentOwner(opened.state, { ownerId, ownerRole });
  if (!owner) await handOverDocument(deps.db, { id, ownerId: actor.userId, ownerRole: actor.role });
  await deps.engine.command(opened.summaryRow.id, {
    key: `deposit:${id}`,
    command: { type: 'addDocument', documentId: id, by: owner ?? actor },
  });
}

function presentOwner(
  state: Dossier,
  { ownerId: userId, ownerRole }: Pick<DraftDocument, 'ownerId' | 'ownerRole'>,
): Draft['actor'] | null {
  if (ownerRole === 'consumer' && userId === state.consumerId) return { role: 'consumer', userId };
  const represents = isRepresented(state) && userId !== null && userId === state.representative?.userId;
  return ownerRole === 'consumerRepresentative' && represents ? { role: 'consumerRepresentative', userId } : null;
}
