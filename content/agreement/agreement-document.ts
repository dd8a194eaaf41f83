import type { DocumentModel } from '#content/documents/render-docx.ts';
import { translator, type Language } from '#content/texts/index.ts';
import type { RemedyLines } from '#content/texts/remedy-lines.ts';
import type { AgreementModel } from '#domain/agreement/types.ts';
import { agreementClauses } from './clauses.ts';

/** The agreement (F-101, F-118): the clauses that were read before accepting, who accepted what and when, its number. */
export function agreementDocument(
  model: AgreementModel,
  words: { remedies: RemedyLines[]; certificate: string; language: Language },
): DocumentModel {
  const { opening, promises, closing } = agreementClauses(model, words);
  return {
    title: translator(words.language)('documents:agreement.title'),
    number: model.dossierNumber,
    language: words.language,
    blocks: [...opening, ...promises, ...closing],
  };
}
