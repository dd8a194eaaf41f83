import { isCode } from '#content/lists/index.ts';
import { draftMark } from '#contracts/draft-mark.ts';
import { AppError } from '#contracts/errors.ts';
import { isUuid } from '#contracts/ids.ts';
import { maxTitleLength, textIn, type FormValues } from '#contracts/schemas/filing-screens.ts';
import { deleteUnpublishedDocument, describeDocument, lockUnpublishedDocuments } from '#db/filing/documents.ts';
import { inTransaction } from '#db/transaction.ts';
import { receiveDocuments, type Received } from '#web/server/uploads/index.ts';
import type { ServiceDeps } from '../deps.ts';
import type { Draft } from './load-draft.ts';

/**
 * Adds files to a draft (F-067): the represented consumer may do so too (F-072).
 *
 * @throws AppError `dossier.draft_expired`; `form.invalid`, `form.too_large` as {@link receiveDocuments}.
 */
export async function addDraftDocuments(deps: ServiceDeps, draft: Draft, request: Request): Promise<Received> {
  if (!draft.canAddDocuments) throw new AppError('dossier.draft_expired');
  return receiveDocuments(deps, request, {
    dossierId: draft.opened.summaryRow.id,
    user: draft.opened.user,
    role: draft.actor.role,
  });
}

/** The outcome of describing documents. `conflict`: another page changed one of them meanwhile; `tooLong`: ids of titles that are. */
export type Described = { outcome: 'saved' | 'conflict' | 'tooLong'; base: string; tooLong: string[] };

/**
 * Names and sorts the documents of a draft: `title-<id>` and `kind-<id>` of the form; what is blank or unknown is left as it was. If another page
 * changed one of them since this form was shown, nothing is written.
 *
 * @param asked.base {@link baseOfDocuments} as the form was shown with it; null to overwrite.
 */
export async function describeDraftDocuments(
  deps: ServiceDeps,
  { draft, form, base = null }: { draft: Draft; form: FormValues; base?: string | null },
): Promise<Described> {
  await deps.limits.count('saves', draft.opened.user.id);
  const seen = new Map((base ?? '').split(' ').map((each): [string, string] => [each.slice(0, 36), each.slice(37)]));
  return inTransaction(deps, async ({ db }): Promise<Described> => {
    const rows = await lockUnpublishedDocuments(db, draft.opened.summaryRow.id);
    const changes = rows
      .filter(({ id, ownerId }) => canChange(draft, ownerId) && draft.documents.some((document) => document.id === id))
      .map((row) => ({ row, next: described(row, form) }))
      .filter(({ row, next }) => next.title !== row.title || next.kind !== row.kind);
    const tooLong = changes.filter(({ next }) => [...next.title].length > maxTitleLength).map(({ row }) => row.id);
    if (tooLong.length > 0) return { outcome: 'tooLong', base: basesOf(rows), tooLong };
    if (base !== null && changes.some(({ row }) => seen.get(row.id) !== baseOfOne(row))) {
      return { outcome: 'conflict', base: basesOf(rows), tooLong };
    }
    for (const { row, next } of changes) {
      await describeDocument(db, { id: row.id, title: next.title, kind: next.kind });
    }
    const after = rows.map((row) => changes.find((change) => change.row === row)?.next ?? row);
    return { outcome: 'saved', base: basesOf(after), tooLong };
  });
}

/** A short mark of how each document is named and sorted: a form sends back the ones that it was shown with. */
export function baseOfDocuments(draft: Draft): string {
  return basesOf(draft.documents);
}

type Named = { id: string; title: string; kind: string; ownerId: string | null };

const baseOfOne = ({ title, kind }: Pick<Named, 'title' | 'kind'>): string => draftMark([title, kind]);

function basesOf(documents: readonly Pick<Named, 'id' | 'title' | 'kind'>[]): string {
  return documents.map((document) => `${document.id}:${baseOfOne(document)}`).join(' ');
}

function described(row: Named, form: FormValues): Named {
  const title = textIn(form, `title-${row.id}`).replaceAll(/\s+/g, ' ').trim();
  const kind = form[`kind-${row.id}`];
  return { ...row, title: title || row.title, kind: isCode('documentKinds', kind) ? kind : row.kind };
}

/**
 * Removes a document from a draft permanently (A-33: until the submission nobody else has seen it), and from the damages that named it.
 *
 * @throws AppError `document.not_allowed` when it is not this side's, or was deposited already.
 */
export async function removeDraftDocument(deps: ServiceDeps, draft: Draft, documentId: string): Promise<void> {
  const document = isUuid(documentId) ? draft.documents.find(({ id }) => id === documentId) : undefined;
  if (!document || document.published || !canChange(draft, document.ownerId))
    throw new AppError('document.not_allowed');
  const storageKey = await deleteUnpublishedDocument(deps.db, {
    id: documentId,
    dossierId: draft.opened.summaryRow.id,
  });
  if (storageKey) await deps.files.remove(storageKey);
}

/** A person who writes the draft may change all of its documents; a represented consumer, those that they added. */
export function canChange(draft: Draft, ownerId: string | null): boolean {
  return draft.writable || (draft.canAddDocuments && ownerId === draft.opened.user.id);
}
