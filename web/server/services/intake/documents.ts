import { sql } from 'kysely';
import { isCode } from '#content/lists/index.ts';
import { AppError } from '#contracts/errors.ts';
import { isUuid } from '#contracts/ids.ts';
import { textIn, type FormValues } from '#contracts/schemas/intake-screens.ts';
import { firstRow } from '#db/queries/sql.ts';
import { receiveDocuments, type Received } from '#web/server/uploads/index.ts';
import type { ServiceDeps } from '../deps.ts';
import type { Draft } from './draft.ts';

/** Longest title of a document, in characters. */
export const longestTitle = 120;

/**
 * Adds files to a draft (F-067): the represented consumer may, too (F-072).
 *
 * @throws AppError `dossier.draft_expired`; `form.invalid`, `form.too_large` as {@link receiveDocuments}.
 */
export async function addDraftDocuments(deps: ServiceDeps, draft: Draft, request: Request): Promise<Received> {
  if (!draft.mayAddDocuments) throw new AppError('dossier.draft_expired');
  return receiveDocuments(deps, request, {
    dossierId: draft.opened.head.id,
    user: draft.opened.user,
    role: draft.actor.role,
  });
}

/** Names and sorts the documents of a draft: `title-<id>` and `kind-<id>` of the form; what is blank or unknown is left as it was. */
export async function describeDraftDocuments(deps: ServiceDeps, draft: Draft, form: FormValues): Promise<void> {
  for (const document of draft.documents) {
    if (!mayChange(draft, document.ownerId)) continue;
    const title = [...textIn(form, `title-${document.id}`).replaceAll(/\s+/g, ' ').trim()]
      .slice(0, longestTitle)
      .join('');
    const kind = form[`kind-${document.id}`];
    await sql`
      update document set title = ${title || document.title}, kind = ${isCode('documentKinds', kind) ? kind : document.kind}
      where id = ${document.id}::uuid and dossier_id = ${draft.opened.head.id}::uuid and published_at is null`.execute(
      deps.db,
    );
  }
}

/**
 * Removes a document from a draft for good (A-33: until the submission nobody else has seen it), and from the damages that named it.
 *
 * @throws AppError `document.not_allowed` when it is not this side's, or was deposited already.
 */
export async function removeDraftDocument(deps: ServiceDeps, draft: Draft, documentId: string): Promise<void> {
  const document = isUuid(documentId) ? draft.documents.find(({ id }) => id === documentId) : undefined;
  if (!document || document.published || !mayChange(draft, document.ownerId))
    throw new AppError('document.not_allowed');
  const row = await firstRow(
    deps.db,
    sql<{
      key: string;
    }>`delete from document where id = ${documentId}::uuid and dossier_id = ${draft.opened.head.id}::uuid
      and published_at is null returning storage_key as key`,
  );
  if (row) await deps.files.remove(row.key);
}

/** Whoever writes the draft changes all of its documents; a represented consumer, those that they added. */
export function mayChange(draft: Draft, ownerId: string): boolean {
  return draft.writable || (draft.mayAddDocuments && ownerId === draft.opened.user.id);
}
