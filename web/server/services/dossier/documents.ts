import { href, pages } from '#contracts/pages/index.ts';
import { choices, label } from '#content/lists/index.ts';
import { formatBytes, formatDateTime } from '#content/texts/format.ts';
import type { Language, Translate } from '#content/texts/index.ts';
import { AppError } from '#contracts/errors.ts';
import { agreementCertificate, dossierDocuments, type DocumentRow } from '#db/content/documents.ts';
import type { Database } from '#db/database.ts';
import { accessOf } from '#domain/access/index.ts';
import { actionFor, authorOf, decide, DomainError } from '#domain/dossier/index.ts';
import type { Opened } from './reader.ts';

export type DocumentView = {
  id: string;
  title: string;
  /** Empty for what the platform made: its title says what it is. */
  kind: string;
  by: string;
  on: string;
  size: string;
  sha256: string;
  download: string;
  withdraw: string | null;
  withdrawn: { on: string; reason: string } | null;
};

export type DocumentsPage = {
  restricted: string | null;
  official: (DocumentView & { certificate: string | null })[];
  preparing: string | null;
  filed: DocumentView[];
  /** Received, not filed: their owner alone sees them. */
  pending: { id: string; title: string; size: string }[];
  canAdd: boolean;
  kinds: { code: string; label: string }[];
};

/** Where a document is fetched; the route checks again who asks. */
export function downloadAddress(dossierId: string, documentId: string): string {
  return href(pages.dossier.document, { dossierId, documentId });
}

/** « Documents » (F-033, F-034, F-101, F-120): the agreement or attestation on top, then what was filed, newest first. */
export async function documentsPage(
  db: Database,
  opened: Opened,
  language: Language,
  t: Translate,
): Promise<DocumentsPage> {
  const { head, state, actor, now } = opened;
  const official = await officialDocuments(db, opened, language, t);
  const restricted = !opened.may('documents');
  if (restricted && accessOf(state, actor, 'documents', now) !== 'metadata') throw new AppError('access.denied');
  const rows = restricted ? [] : await dossierDocuments(db, head.id, opened.user.id);
  const canAdd = actionFor(state, actor, now, 'addDocument').allowed;
  return {
    ...official,
    restricted: restricted ? t('dossier:documents.restricted', { count: head.documentsCount }) : null,
    filed: rows
      .filter((row) => row.publishedAt !== null && !isOfficial(row))
      .map((row) => view(row, opened, language, t)),
    pending: rows
      .filter((row) => row.publishedAt === null && !row.withdrawnAt && row.ownerId === opened.user.id && canAdd)
      .map((row) => ({ id: row.id, title: row.title || row.fileName, size: formatBytes(language, row.byteSize) })),
    canAdd,
    kinds: restricted ? [] : choices('documentKinds', language),
  };
}

const isOfficial = (row: DocumentRow) => row.kind === 'agreement' || row.kind === 'attestation';

/** The agreement or attestation, for whoever may read it: the Office too, which reads no other document (requirements §6). */
export async function officialDocuments(
  db: Database,
  opened: Opened,
  language: Language,
  t: Translate,
): Promise<Pick<DocumentsPage, 'official' | 'preparing'>> {
  if (!opened.may('agreement') && !opened.may('attestation')) return { official: [], preparing: null };
  const [rows, certificate] = await Promise.all([
    dossierDocuments(db, opened.head.id, opened.user.id),
    agreementCertificate(db, opened.head.id),
  ]);
  const official = rows.filter(
    (row) => row.publishedAt !== null && isOfficial(row) && opened.may(row.kind as 'agreement' | 'attestation'),
  );
  return {
    official: official.map((row) => ({
      ...view(row, opened, language, t),
      certificate:
        row.kind === 'agreement' && certificate ? t('dossier:documents.certificate', { number: certificate }) : null,
    })),
    preparing: preparingOf(opened, official, t),
  };
}

/** A document that this person may withdraw; refused otherwise. */
export async function withdrawable(
  db: Database,
  opened: Opened,
  documentId: string,
  language: Language,
  t: Translate,
): Promise<DocumentView> {
  const rows = opened.may('documents') ? await dossierDocuments(db, opened.head.id, opened.user.id) : [];
  const row = rows.find((each) => each.id === documentId && each.publishedAt !== null);
  if (!row) throw new AppError('access.not_found');
  if (row.withdrawnAt || !mayWithdraw(opened, documentId)) throw new AppError('document.not_allowed');
  return view(row, opened, language, t);
}

function view(row: DocumentRow, opened: Opened, language: Language, t: Translate): DocumentView {
  const generated = row.kind === 'agreement' || row.kind === 'attestation';
  return {
    id: row.id,
    title: generated ? label('generatedDocumentKinds', row.kind, language) : row.title || row.fileName,
    kind: generated ? '' : label('documentKinds', row.kind, language),
    by: generated
      ? t('dossier:documents.byPlatform')
      : t('dossier:documents.by', { name: row.ownerName ?? label('roles', row.ownerRole, language) }),
    on: formatDateTime(language, row.publishedAt ?? row.savedAt),
    size: formatBytes(language, row.byteSize),
    sha256: row.sha256,
    download: downloadAddress(opened.head.id, row.id),
    withdraw:
      !row.withdrawnAt && mayWithdraw(opened, row.id)
        ? href(pages.dossier.withdrawDocument, { dossierId: opened.head.id, documentId: row.id })
        : null,
    withdrawn: row.withdrawnAt
      ? {
          on: t('dossier:documents.withdrawn', { date: formatDateTime(language, row.withdrawnAt) }),
          reason: row.withdrawalReason ?? '',
        }
      : null,
  };
}

/** Asks the rules beforehand, for this very document. */
function mayWithdraw(opened: Opened, documentId: string): boolean {
  const known = opened.state.documents.find((document) => document.id === documentId);
  if (!known || known.withdrawnAt || known.side !== authorOf(opened.actor)) return false;
  try {
    decide(
      opened.state,
      { type: 'withdrawDocument', documentId, justificationId: documentId, by: opened.actor },
      opened.now,
    );
    return true;
  } catch (error) {
    if (error instanceof DomainError) return false;
    throw error;
  }
}

/** The document that the engine still owes, said so instead of an empty place. */
function preparingOf(opened: Opened, official: DocumentRow[], t: Translate): string | null {
  const outcome = opened.state.closing?.outcome;
  if (outcome === 'agreement' && !official.some((row) => row.kind === 'agreement'))
    return t('dossier:documents.preparing');
  if (outcome === 'mediationFailed' && !official.some((row) => row.kind === 'attestation')) {
    return t('dossier:documents.preparingAttestation');
  }
  return null;
}
