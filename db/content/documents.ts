import { sql } from 'kysely';
import type { Database } from '../database.ts';
import { fullName } from '../sql.ts';

export type DocumentRow = Awaited<ReturnType<typeof dossierDocuments>>[number];

/**
 * Documents of a dossier, newest first: those deposited (withdrawn ones too, as tombstones), and those that `readerId` has
 * sent but that no command has deposited yet.
 */
export function dossierDocuments(db: Database, dossierId: string, readerId: string) {
  return db
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
    .where('d.dossierId', '=', dossierId)
    .where((eb) => eb.or([eb('d.publishedAt', 'is not', null), eb('d.ownerId', '=', readerId)]))
    .orderBy(({ fn }) => fn.coalesce('d.publishedAt', 'd.savedAt'), 'desc')
    .orderBy('d.id')
    .execute();
}

/** Number of the certificate of a dossier's agreement, once it is made (B-06). */
export async function agreementCertificate(db: Database, dossierId: string): Promise<string | null> {
  const row = await db
    .selectFrom('agreement_certificate')
    .select('certificateNumber')
    .where('dossierId', '=', dossierId)
    .executeTakeFirst();
  return row?.certificateNumber ?? null;
}
