import { presentAgreementPreview, type AgreementPreviewView } from '#content/agreement/preview.ts';
import type { Reader } from '#content/reader.ts';
import { documentNames } from '#domain/agreement/model.ts';
import type { DraftFacts } from './draft.present.server.ts';

/** The agreement that a draft would make (F-094). */
export function presentFilingPreview(
  reader: Reader,
  { agreement, documents }: Pick<DraftFacts, 'agreement' | 'documents'>,
): AgreementPreviewView {
  return presentAgreementPreview(reader, agreement, {
    yes: reader.t('filing:yes'),
    no: reader.t('filing:no'),
    documents: documentNames(documents),
  });
}
