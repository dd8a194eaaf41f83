import { sql } from 'kysely';
import type { Database } from '../database.ts';
import { placeholder, preparedQuery } from '../prepared.ts';
import { fullName } from '../sql.ts';

export type DocumentRow = Awaited<ReturnType<typeof dossierDocuments>>[number];

const documents = preparedQuery('documents', (db) =>
  db
    .selectFrom('document as d')
    .leftJoin('app_user as u', 'u.id', 'd.ownerId')
    .leftJoin('justification as j', (join) =>
      join.onRef('j.id', '=', 'd.withdrawalId').on('j.publishedAt', 'is not', null),
    )
    .select([
      'd.id',
      'd.ownerId',
      'd.ownerRole',
      fullName('u').$castTo<string | null>().as('ownerName'),
      'd.kind',
      'd.title',
      'd.fileName',
      'd.mediaType',
      'd.byteSize',
      sql<string>`encode(${sql.ref('d.sha256')}, 'hex')`.as('sha256'),
      'd.language',
      'd.scan',
      'd.generatedFor',
      'd.savedAt',
      'd.publishedAt',
      'd.withdrawnAt',
      'j.body as withdrawalReason',
    ])
    .where('d.dossierId', '=', placeholder<string>('dossierId'))
    .where((eb) => eb.or([eb('d.publishedAt', 'is not', null), eb('d.ownerId', '=', placeholder<string>('readerId'))]))
    .orderBy(({ fn }) => fn.coalesce('d.publishedAt', 'd.savedAt'), 'desc')
    .orderBy('d.id'),
);

/**
 * Documents of a dossier, newest first: those deposited (withdrawn ones too, as tombstones), and those that `readerId` has
 * sent but that no command has deposited yet.
 */
export function dossierDocuments(db: Database, dossierId: string, readerId: string) {
  return documents(db, { dossierId, readerId });
}

/** A certificate of an agreement: its number, and the SHA-256 (hexadecimal) of the document that was filed with it (B-06). */
export type CertificateRow = {
  number: string;
  documentId: string | null;
  fileName: string | null;
  sha256: string | null;
};

const certificate = preparedQuery('certificate', (db) =>
  db
    .selectFrom('agreement_certificate as c')
    .leftJoin('document as d', 'd.id', 'c.documentId')
    .select([
      'c.certificateNumber as number',
      'c.documentId',
      'd.fileName',
      sql<string | null>`encode(${sql.ref('c.sha256')}, 'hex')`.as('sha256'),
    ])
    .where('c.dossierId', '=', placeholder<string>('dossierId')),
);

/** The certificate of a dossier's agreement, once it is made. */
export async function agreementCertificate(db: Database, dossierId: string): Promise<CertificateRow | null> {
  const [row] = await certificate(db, { dossierId });
  return row ?? null;
}
