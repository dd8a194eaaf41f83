import { Readable } from 'node:stream';
import { AppError } from '#contracts/errors.ts';
import { isUuid } from '#contracts/ids.ts';
import { FileMissing } from '#db/files/store.ts';
import { documentFile } from '#db/content/document-rows.ts';
import { attachmentHeaders } from '#web/server/uploads/attachment.ts';
import type { CurrentUser } from '../accounts/types.ts';
import type { ServiceDeps } from '../deps.ts';
import { loadDossier, type OpenDossier } from '../dossier/open-dossier/load-dossier.ts';

type Row = NonNullable<Awaited<ReturnType<typeof documentFile>>>;

/**
 * The bytes of a document, for someone whom the matrix lets read it (F-034, requirements §6); always an attachment, never opened by the browser as a
 * page of ours.
 *
 * @throws AppError `access.not_found` for anyone else and for a document that is not there, so that an address reveals nothing; `file.quarantined`
 *   while the scanner has not answered, for all but its owner; `file.infected` once it has found something, for all.
 */
export async function sendDocument(
  deps: ServiceDeps,
  { user, dossierId, documentId }: { user: CurrentUser | null; dossierId: string; documentId: string },
): Promise<Response> {
  const opened = await loadDossier(deps, user, dossierId);
  const row = isUuid(documentId) ? await documentFile(deps.db, { dossierId, id: documentId }) : undefined;
  if (!row || row.withdrawn || !canOpen(opened, row)) throw new AppError('access.not_found');
  if (row.scan === 'infected') throw new AppError('file.infected');
  if (row.scan === 'quarantined' && row.ownerId !== opened.user.id) throw new AppError('file.quarantined');
  try {
    const body = Readable.toWeb(await deps.files.open(row.storageKey)) as unknown as ReadableStream;
    return new Response(body, {
      headers: attachmentHeaders(row),
    });
  } catch (error) {
    if (error instanceof FileMissing) throw new AppError('access.not_found');
    throw error;
  }
}

/** A draft row is its owner's, or its side's while the whole dossier is a draft; what was filed follows the matrix. */
function canOpen(opened: OpenDossier, row: Row): boolean {
  if (!row.published) {
    const consumerRow = row.ownerRole === 'consumer' || row.ownerRole === 'consumerRepresentative';
    return row.ownerId === opened.user.id || (consumerRow && opened.side === 'consumer' && opened.can('draft'));
  }
  if (row.generated && (row.kind === 'agreement' || row.kind === 'attestation')) return opened.can(row.kind);
  return opened.can('documents') || (opened.side === 'consumer' && opened.can('draft'));
}
