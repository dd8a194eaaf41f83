import type { Reader } from '#content/reader.ts';
import { sheetOf, type SheetView } from '#web/server/services/dossier/sheet.ts';
import type { DraftFacts } from './draft.present.server.ts';

/** The agreement that a draft would make (F-094). */
export function presentSheet(
  { language, t }: Reader,
  { agreement, documents }: Pick<DraftFacts, 'agreement' | 'documents'>,
): SheetView {
  const words = {
    yes: t('intake:yes'),
    no: t('intake:no'),
    documents: Object.fromEntries(documents.map(({ id, title }) => [id, title])),
  };
  return sheetOf(agreement.opened, agreement.proposal, words, language, t);
}
