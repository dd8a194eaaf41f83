import { isOneOf } from '#domain/known-values.ts';
import { AppError } from '#contracts/errors.ts';
import { agreementCertificate, dossierDocuments, type DocumentRow } from '#db/content/documents.ts';
import { accessOf } from '#domain/access/index.ts';
import { actionFor, authorOf, decide, DomainError, type ActionView } from '#domain/dossier/index.ts';
import type { ServiceDeps } from '../../deps.ts';
import type { OpenDossier } from '../open-dossier/load-dossier.ts';

export type FiledDocument = Pick<DocumentRow, 'id' | 'kind' | 'ownerName' | 'ownerRole' | 'byteSize' | 'sha256'> & {
  dossierId: string;
  /** As its owner named it. */
  title: string;
  /** Made by the platform: `kind` says what it is. */
  generated: boolean;
  /** When it was filed. */
  at: string;
  /** What the scanner said; `quarantined` until it has, and then only its owner opens it. */
  scan: DocumentRow['scan'];
  canOpen: boolean;
  canWithdraw: boolean;
  withdrawn: { at: string; reason: string } | null;
};

export type OfficialDocuments = {
  official: (FiledDocument & { certificate: string | null })[];
  /** The document that the engine still owes. */
  preparing: 'agreement' | 'attestation' | null;
};

export type DossierDocuments = OfficialDocuments & {
  /** How many there are, for those who may know that much; null for those who read them. */
  restricted: number | null;
  filed: FiledDocument[];
  /** Received, not filed: their owner alone sees them. */
  pending: { id: string; title: string; byteSize: number }[];
  canAdd: boolean;
  /** The reader leads the mediation: their documents are for both parties. */
  mediator: boolean;
};

/** « Documents » (F-033, F-034, F-101, F-120): the agreement or attestation, then what was filed, newest first. */
export async function documentsOf(deps: Pick<ServiceDeps, 'db'>, opened: OpenDossier): Promise<DossierDocuments> {
  const { summaryRow, state, actor, now } = opened;
  const official = await officialDocuments(deps, opened);
  const restricted = !opened.can('documents');
  if (restricted && accessOf(state, { actor, now }, 'documents') !== 'metadata') throw new AppError('access.denied');
  const rows = restricted ? [] : await dossierDocuments(deps.db, summaryRow.id, opened.user.id);
  const canAdd = actionFor(state, { actor, now }, 'addDocument').allowed;
  return {
    ...official,
    restricted: restricted ? summaryRow.documentsCount : null,
    filed: rows.filter((row) => row.publishedAt !== null && !isOfficial(row)).map((row) => filed(row, opened)),
    pending: rows
      .filter((row) => row.publishedAt === null && !row.withdrawnAt && row.ownerId === opened.user.id && canAdd)
      .map(({ id, title, fileName, byteSize }) => ({ id, title: title || fileName, byteSize })),
    canAdd,
    mediator: opened.readerRole === 'mediator',
  };
}

const officialKinds = ['agreement', 'attestation'] as const;

const isOfficial = ({ kind }: DocumentRow) => isOneOf(officialKinds, kind);

/** The agreement or attestation, for anyone who may read it: the Office too, which reads no other document (requirements §6). */
export async function officialDocuments(
  { db }: Pick<ServiceDeps, 'db'>,
  opened: OpenDossier,
): Promise<OfficialDocuments> {
  if (!opened.can('agreement') && !opened.can('attestation')) return { official: [], preparing: null };
  const [rows, certificate] = await Promise.all([
    dossierDocuments(db, opened.summaryRow.id, opened.user.id),
    agreementCertificate(db, opened.summaryRow.id),
  ]);
  const official = rows.filter(
    ({ publishedAt, kind }) => publishedAt !== null && isOneOf(officialKinds, kind) && opened.can(kind),
  );
  return {
    official: official.map((row) => ({
      ...filed(row, opened),
      certificate: row.kind === 'agreement' ? (certificate?.number ?? null) : null,
    })),
    preparing: preparing(opened, official),
  };
}

/** A document that this person may withdraw; refused otherwise. */
export async function withdrawableDocument(
  { db }: Pick<ServiceDeps, 'db'>,
  opened: OpenDossier,
  documentId: string,
): Promise<FiledDocument> {
  const rows = opened.can('documents') ? await dossierDocuments(db, opened.summaryRow.id, opened.user.id) : [];
  const row = rows.find((each) => each.id === documentId && each.publishedAt !== null);
  if (!row) throw new AppError('access.not_found');
  const refusal = row.withdrawnAt ? 'document.not_allowed' : withdrawalRefusal(opened, documentId);
  if (refusal) throw new AppError(refusal);
  return filed(row, opened);
}

function filed(row: DocumentRow, opened: OpenDossier): FiledDocument {
  const { id, kind, ownerName, ownerRole, byteSize, sha256 } = row;
  return {
    id,
    kind,
    ownerName,
    ownerRole,
    byteSize,
    sha256,
    dossierId: opened.summaryRow.id,
    title: row.title || row.fileName,
    generated: isOfficial(row),
    at: row.publishedAt ?? row.savedAt,
    scan: row.scan,
    canOpen: row.scan === 'clean' || (row.scan === 'quarantined' && row.ownerId === opened.user.id),
    canWithdraw: !row.withdrawnAt && withdrawalRefusal(opened, id) === null,
    withdrawn: row.withdrawnAt ? { at: row.withdrawnAt, reason: row.withdrawalReason ?? '' } : null,
  };
}

/** Asks the rules in advance, for this document: why it cannot be withdrawn; null when it can. */
function withdrawalRefusal(opened: OpenDossier, documentId: string): ActionView['why'] {
  const known = opened.state.documents.find((document) => document.id === documentId);
  if (!known || known.withdrawnAt || known.side !== authorOf(opened.actor)) return 'document.not_allowed';
  try {
    decide(
      opened.state,
      { type: 'withdrawDocument', documentId, justificationId: documentId, by: opened.actor },
      opened.now,
    );
    return null;
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
}

function preparing(opened: OpenDossier, official: DocumentRow[]): OfficialDocuments['preparing'] {
  const outcome = opened.state.closing?.outcome;
  if (outcome === 'agreement' && !official.some((row) => row.kind === 'agreement')) return 'agreement';
  if (outcome === 'mediationFailed' && !official.some((row) => row.kind === 'attestation')) return 'attestation';
  return null;
}
