import { receiveDocuments, type RefusedFile } from '#web/server/uploads/index.ts';
import type { ServiceDeps } from '../../deps.ts';
import { idOf } from '#db/key-id.ts';
import { execute, type CommandEngine } from '../open-dossier/execute.ts';
import { demandAction, type OpenDossier } from '../open-dossier/load-dossier.ts';

/**
 * Receives files and files each of them in the dossier (F-033, F-072). A refused file does not affect the others; when the engine is unavailable,
 * what was received stays with its owner, to be filed later.
 *
 * @throws AppError with the rule's code; `engine.unavailable`; `form.invalid`, `form.too_large`.
 */
export async function addDocuments(
  deps: ServiceDeps,
  opened: OpenDossier,
  request: Request,
): Promise<{ accepted: { id: string }[]; refused: RefusedFile[] }> {
  demandAction(opened, 'addDocument');
  const owner = { dossierId: opened.summaryRow.id, user: opened.user, role: opened.actor.role };
  const received = await receiveDocuments(deps, request, owner);
  for (const { id } of received.accepted) {
    await depositDocument(deps, opened, { key: idOf('addDocument', id), documentId: id });
  }
  return received;
}

/** Files a document that was received before; filed already, from another page, it stays as it is. */
export async function depositDocument(
  deps: { engine: CommandEngine },
  opened: OpenDossier,
  { key, documentId }: { key: string; documentId: string },
): Promise<void> {
  if (opened.state.documents.some(({ id, by }) => id === documentId && by === opened.user.id)) return;
  await execute(deps, opened, { key, command: { type: 'addDocument', documentId } });
}
