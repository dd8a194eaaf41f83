import type { Reader } from '#content/reader.ts';
import { href, pages } from '#contracts/pages/index.ts';
import type {
  DossierDocuments,
  FiledDocument,
  OfficialDocuments,
} from '#web/server/services/dossier/documents/documents.ts';

/** « Documents » in words (F-033, F-034, F-101, F-120): the agreement or attestation on top, then what was filed, newest first. */
export function presentDocuments(reader: Reader, documents: DossierDocuments) {
  const { t, bytes, choices } = reader;
  const { restricted, filed, pending, canAdd, mediator } = documents;
  return {
    ...presentOfficialDocuments(reader, documents),
    restricted: restricted === null ? null : t('dossier:documents.restricted', { count: restricted }),
    filed: filed.map((document) => presentDocument(reader, document)),
    pending: pending.map(({ id, title, byteSize }) => ({ id, title, size: bytes(byteSize) })),
    canAdd,
    addNote: t(mediator ? 'dossier:documents.addNoteMediator' : 'dossier:documents.addNote'),
    kinds: restricted === null ? choices('documentKinds') : [],
  };
}

export function presentOfficialDocuments(reader: Reader, { official, preparing }: OfficialDocuments) {
  const { t } = reader;
  return {
    official: official.map(({ certificate: number, ...document }) => ({
      ...presentDocument(reader, document),
      certificate: number ? t('dossier:documents.certificate', { number }) : null,
      certificatePage: number ? href(pages.dossier.certificate, { dossierId: document.dossierId }) : null,
    })),
    /** Said instead of an empty place. */
    preparing:
      preparing &&
      t(preparing === 'agreement' ? 'dossier:documents.preparing' : 'dossier:documents.preparingAttestation'),
  };
}

export function presentDocument({ t, label, moment, bytes }: Reader, document: FiledDocument) {
  const { id: documentId, dossierId, kind, generated, withdrawn } = document;
  return {
    id: documentId,
    title: generated ? label('generatedDocumentKinds', kind) : document.title,
    /** Empty for what the platform made: its title says what it is. */
    kind: generated ? '' : label('documentKinds', kind),
    by: generated
      ? t('dossier:documents.byPlatform')
      : t('dossier:documents.by', { name: document.ownerName ?? label('roles', document.ownerRole) }),
    on: moment(document.at),
    size: bytes(document.byteSize),
    sha256: document.sha256,
    download: document.canOpen ? href(pages.dossier.document, { dossierId, documentId }) : null,
    /** Where the scanner stands; null once it has found nothing. */
    scan: document.scan === 'clean' ? null : t(`dossier:documents.scan.${document.scan}`),
    withdraw: document.canWithdraw ? href(pages.dossier.withdrawDocument, { dossierId, documentId }) : null,
    withdrawn: withdrawn && {
      on: t('dossier:documents.withdrawn', { date: moment(withdrawn.at) }),
      reason: withdrawn.reason,
    },
  };
}
