import { sql } from 'kysely';
import type { Database } from '../database.ts';
import { placeholder, preparedQuery } from '../prepared.ts';

export type DraftDocument = Awaited<ReturnType<typeof draftDocuments>>[number];

const documents = preparedQuery('draft-documents', (db) =>
  db
    .selectFrom('document')
    .select((eb) => [
      'id',
      'kind',
      'title',
      'fileName',
      'mediaType',
      'byteSize',
      'ownerId',
      'ownerRole',
      'savedAt',
      'scan',
      eb('publishedAt', 'is not', null).$castTo<boolean>().as('published'),
    ])
    .where('dossierId', '=', placeholder<string>('dossierId'))
    .where('generatedFor', 'is', null)
    .where('withdrawnAt', 'is', null)
    .where('ownerRole', 'in', [sql.lit('consumer'), sql.lit('consumerRepresentative')])
    .orderBy('savedAt')
    .orderBy('id'),
);

/** Documents that the consumer's side has put in a draft, in the order they came. */
export function draftDocuments(db: Database, dossierId: string) {
  return documents(db, { dossierId });
}

/** How the documents of a dossier that nobody has deposited yet are named and sorted, locked until the transaction ends. */
export function lockUnpublishedDocuments(db: Database, dossierId: string) {
  return db
    .selectFrom('document')
    .select(['id', 'title', 'kind', 'ownerId'])
    .where('dossierId', '=', dossierId)
    .where('publishedAt', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute();
}

/** Names and sorts a document. */
export async function describeDocument(
  db: Database,
  { id, title, kind }: { id: string; title: string; kind: string },
): Promise<void> {
  await db.updateTable('document').set({ title, kind }).where('id', '=', id).execute();
}

/** Gives a document that nobody has deposited to another person of its side. */
export async function handOverDocument(
  db: Database,
  { id, ownerId, ownerRole }: { id: string; ownerId: string; ownerRole: string },
): Promise<void> {
  await db
    .updateTable('document')
    .set({ ownerId, ownerRole })
    .where('id', '=', id)
    .where('publishedAt', 'is', null)
    .execute();
}

/** Removes a document that nobody has deposited. Returns where its bytes are; null when there is no such row. */
export async function deleteUnpublishedDocument(
  db: Database,
  { id, dossierId }: { id: string; dossierId: string },
): Promise<string | null> {
  const row = await db
    .deleteFrom('document')
    .where('id', '=', id)
    .where('dossierId', '=', dossierId)
    .where('publishedAt', 'is', null)
    .returning('storageKey')
    .executeTakeFirst();
  return row?.storageKey ?? null;
}
