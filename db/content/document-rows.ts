import { sql } from 'kysely';
import type { Database } from '../database.ts';

/** Makes two transactions that add documents to the same dossier follow one another. Locked until the transaction ends. */
export async function lockDocumentsOf(db: Database, dossierId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`documents:${dossierId}`}, 0))`.execute(db);
}

/** How many documents people of those roles have in a dossier, what was withdrawn not counted. */
export async function countDocuments(
  db: Database,
  { dossierId, roles }: { dossierId: string; roles: readonly string[] },
): Promise<number> {
  const { count } = await db
    .selectFrom('document')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('dossierId', '=', dossierId)
    .where('withdrawnAt', 'is', null)
    .where('generatedFor', 'is', null)
    .where('ownerRole', 'in', roles)
    .executeTakeFirstOrThrow();
  return count;
}

/** A file that a person sent, as a draft of theirs. */
export type NewDocument = {
  id: string;
  dossierId: string;
  ownerId: string;
  ownerRole: string;
  kind: string;
  title: string;
  fileName: string;
  mediaType: string;
  byteSize: number;
  sha256: Buffer;
  storageKey: string;
  /** `quarantined` until the scanner has answered. */
  scan: 'clean' | 'quarantined';
};

/** Writes the row of a file whose bytes are stored. */
export async function insertDocument(db: Database, document: NewDocument): Promise<void> {
  await db.insertInto('document').values(document).execute();
}

/** A document that this person sent, by the id that its sending gave it; withdrawn or not. */
export function ownDocument(db: Database, { id, ownerId }: { id: string; ownerId: string }) {
  return db
    .selectFrom('document')
    .select(['id', 'kind', 'title', 'fileName', 'byteSize'])
    .where('id', '=', id)
    .where('ownerId', '=', ownerId)
    .executeTakeFirst();
}

/** One document of a dossier, to be sent to someone; `generated` by the platform. */
export function documentFile(db: Database, { dossierId, id }: { dossierId: string; id: string }) {
  return db
    .selectFrom('document')
    .select((eb) => [
      'ownerId',
      'ownerRole',
      'kind',
      'fileName',
      'mediaType',
      'byteSize',
      'storageKey',
      'scan',
      eb('generatedFor', 'is not', null).$castTo<boolean>().as('generated'),
      eb('publishedAt', 'is not', null).$castTo<boolean>().as('published'),
      eb('withdrawnAt', 'is not', null).$castTo<boolean>().as('withdrawn'),
    ])
    .where('id', '=', id)
    .where('dossierId', '=', dossierId)
    .executeTakeFirst();
}

/** The justification that withdrew a document; null while it is not withdrawn. */
export async function withdrawalOf(
  db: Database,
  { dossierId, id }: { dossierId: string; id: string },
): Promise<string | null> {
  const row = await db
    .selectFrom('document')
    .select('withdrawalId')
    .where('id', '=', id)
    .where('dossierId', '=', dossierId)
    .executeTakeFirst();
  return row?.withdrawalId ?? null;
}
