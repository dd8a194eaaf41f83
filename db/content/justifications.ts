import type { Database } from '../database.ts';

/** What someone wrote to justify an act: closing, refusal, withdrawal of a document. Null while it is not published. */
export async function publishedJustification(
  db: Database,
  { dossierId, id }: { dossierId: string; id: string },
): Promise<string | null> {
  const row = await db
    .selectFrom('justification')
    .select('body')
    .where('id', '=', id)
    .where('dossierId', '=', dossierId)
    .where('publishedAt', 'is not', null)
    .executeTakeFirst();
  return row?.body ?? null;
}
