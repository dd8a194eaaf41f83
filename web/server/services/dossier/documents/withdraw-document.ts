import { isUuid } from '#contracts/ids.ts';
import { withdrawalOf } from '#db/content/document-rows.ts';
import type { ServiceDeps } from '../../deps.ts';
import { fileDraft } from '../open-dossier/drafts.ts';
import type { CommandEngine } from '../open-dossier/execute.ts';
import { justificationDraft, type JustificationForm } from '../open-dossier/justification.ts';
import type { OpenDossier } from '../open-dossier/load-dossier.ts';

/** Withdraws a document with its reason. */
export async function withdrawDocument(
  deps: Pick<ServiceDeps, 'db'> & { engine: CommandEngine },
  opened: OpenDossier,
  { key, documentId, form }: { key: string; documentId: string; form: JustificationForm },
): Promise<void> {
  await fileDraft(deps, opened, {
    draft: justificationDraft(opened, { kind: 'withdrawDocument', form }),
    key,
    command: (justificationId) => ({ type: 'withdrawDocument', documentId, justificationId }),
    otherwise: 'refused',
    done: async () =>
      isUuid(documentId) &&
      (await withdrawalOf(deps.db, { dossierId: opened.summaryRow.id, id: documentId })) === form.justificationId,
  });
}
