import { Readable } from 'node:stream';
import { sql } from 'kysely';
import { AppError } from '#contracts/errors.ts';
import { isUuid } from '#contracts/ids.ts';
import { FileMissing } from '#db/files/store.ts';
import { firstRow } from '#db/queries/sql.ts';
import type { CurrentUser } from '../services/accounts/types.ts';
import { openDossier, type Opened } from '../services/dossier/reader.ts';
import { attachmentHeaders } from './attachment.ts';
import type { UploadDeps } from './receive.ts';

type Row = {
  ownerId: string | null;
  ownerRole: string;
  kind: string;
  fileName: string;
  mediaType: string;
  byteSize: number;
  storageKey: string;
  generated: boolean;
  published: boolean;
  withdrawn: boolean;
};

/**
 * The bytes of a document, for someone whom the matrix lets read it (F-034, requirements §6); always an attachment, never opened by
 * the browser as a page of ours.
 *
 * @throws AppError `access.not_found` for anyone else and for a document that is not there, so that an address tells nothing.
 */
export async function sendDocument(
  deps: UploadDeps,
  user: CurrentUser | null,
  dossierId: string,
  documentId: string,
  now: string,
): Promise<Response> {
  const opened = await openDossier(deps.db, user, dossierId, now);
  const row = isUuid(documentId) ? await documentOf(deps, dossierId, documentId) : null;
  if (!row || row.withdrawn || !mayOpen(opened, row)) throw new AppError('access.not_found');
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

function documentOf(deps: UploadDeps, dossierId: string, documentId: string): Promise<Row | null> {
  return firstRow(
    deps.db,
    sql<Row>`
      select owner_id as "ownerId", owner_role as "ownerRole", kind, file_name as "fileName", media_type as "mediaType",
        byte_size::float8 as "byteSize", storage_key as "storageKey", generated_for is not null as generated,
        published_at is not null as published, withdrawn_at is not null as withdrawn
      from document where id = ${documentId}::uuid and dossier_id = ${dossierId}::uuid`,
  );
}

/** A draft row is its owner's, or its side's while the whole dossier is a draft; what was filed follows the matrix. */
function mayOpen(opened: Opened, row: Row): boolean {
  if (!row.published) {
    const consumerRow = row.ownerRole === 'consumer' || row.ownerRole === 'consumerRepresentative';
    return row.ownerId === opened.user.id || (consumerRow && opened.side === 'consumer' && opened.may('draft'));
  }
  if (row.generated && (row.kind === 'agreement' || row.kind === 'attestation')) return opened.may(row.kind);
  return opened.may('documents') || (opened.side === 'consumer' && opened.may('draft'));
}
