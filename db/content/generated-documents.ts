import type { Acceptance } from '#domain/dossier/types.ts';
import type { Database } from '../database.ts';
import { json } from '../sql.ts';
import { inTransaction } from '../transaction.ts';
import type { NewDocument } from './document-rows.ts';

/** Whether the document of that kind was made for this dossier. */
export async function isGenerated(
  db: Database,
  { dossierId, kind }: { dossierId: string; kind: string },
): Promise<boolean> {
  const row = await db
    .selectFrom('document')
    .select('id')
    .where('dossierId', '=', dossierId)
    .where('generatedFor', '=', kind)
    .executeTakeFirst();
  return row !== undefined;
}

export type GeneratedDocument = Omit<NewDocument, 'ownerId' | 'ownerRole' | 'scan'> & { language: string };
export type NewCertificate = { certificateNumber: string; acceptances: Acceptance[] };

/**
 * Files a document that the platform made, for all to read from now on, with the certificate of the agreement that it is: both or
 * neither. The first one of a kind stays.
 *
 * @returns whether this call filed it.
 */
export function fileGeneratedDocument(
  db: Database,
  document: GeneratedDocument,
  certificate: NewCertificate | null,
): Promise<boolean> {
  return inTransaction({ db }, async (transaction) => {
    const filed = await transaction.db
      .insertInto('document')
      .values(({ fn }) => ({
        ...document,
        ownerId: null,
        ownerRole: 'system',
        generatedFor: document.kind,
        publishedAt: fn<string>('now'),
      }))
      .onConflict((on) => on.columns(['dossierId', 'generatedFor']).where('generatedFor', 'is not', null).doNothing())
      .returning('id')
      .executeTakeFirst();
    if (!filed) return false;
    if (certificate) {
      const { dossierId, sha256 } = document;
      const { certificateNumber, acceptances } = certificate;
      await transaction.db
        .insertInto('agreement_certificate')
        .values({ dossierId, certificateNumber, documentId: filed.id, sha256, acceptances: json(acceptances) })
        .onConflict((on) => on.column('dossierId').doNothing())
        .execute();
    }
    return true;
  });
}
