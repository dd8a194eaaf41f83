import { draftMark } from '#contracts/draft-mark.ts';
import type { Database } from '../database.ts';
import { draftDocuments, type DraftDocument } from './documents.ts';
import { draftContent, type DraftContent } from './draft-form.ts';

/** All that a draft says to who reads it again before it is sent. */
type Read = Pick<DraftContent, 'parties' | 'problem' | 'remedies' | 'terms'> & {
  documents: readonly Pick<DraftDocument, 'id' | 'title' | 'kind'>[];
};

/** A short mark of all that a draft says: the page where it is read again sends back the one that it was shown with. */
export function readMark({ parties, problem, remedies, terms, documents }: Read): string {
  return draftMark([parties, problem, remedies, terms, documents.map(({ id, title, kind }) => [id, title, kind])]);
}

/** The mark of a draft as it stands; null when there is none. */
export async function presentReadMark(
  db: Database,
  draft: { dossierId: string; contentId: string },
): Promise<string | null> {
  const content = await draftContent(db, draft);
  return content && readMark({ ...content, documents: await draftDocuments(db, draft.dossierId) });
}
