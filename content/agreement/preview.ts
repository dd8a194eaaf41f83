import type { Block } from '#content/documents/render-docx.ts';
import { setBlocks } from '#content/documents/set-blocks.ts';
import { nameOf } from '#content/named.ts';
import type { Reader } from '#content/reader.ts';
import type { Language } from '#content/texts/index.ts';
import { remedyCatalogue } from '#content/texts/remedy-catalogue.ts';
import { remedyLines, type LineWords, type RemedyLines } from '#content/texts/remedy-lines.ts';
import type { Author } from '#domain/actor.ts';
import type { AgreementModel } from '#domain/agreement/types.ts';
import { agreementClauses, setAround } from './clauses.ts';

/** The agreement that a proposal would make, as a page shows it (F-094, A-14): the clauses of the document, before and after what is promised. */
export type AgreementPreviewView = {
  number: string;
  source: string;
  opening: Block[];
  remedies: RemedyLines[];
  terms: string;
  closing: Block[];
};

/** The same agreement whole, in the language of the document. */
export type DocumentTextView = { language: Language; title: string; blocks: Block[] };

type Preview = {
  agreement: AgreementModel;
  problemKind: string;
  source: { number: number; version: number; author: { role: Author | 'office'; name: string | null } };
};

export function presentAgreementPreview(reader: Reader, preview: Preview, words: LineWords): AgreementPreviewView {
  const { agreement, source } = preview;
  const { remedies, clauses } = inWords(reader, preview, words);
  const { opening, closing } = setAround(clauses);
  return {
    number: agreement.dossierNumber,
    source: reader.t('proposals:agreementPreview.version', { ...source, author: nameOf(reader, source.author) }),
    opening,
    remedies,
    terms: agreement.terms,
    closing,
  };
}

export function presentDocumentText(reader: Reader, preview: Preview, words: LineWords): DocumentTextView {
  const { opening, promises, closing } = inWords(reader, preview, words).clauses;
  return {
    language: reader.language,
    title: reader.t('proposals:agreementPreview.draftTitle'),
    blocks: setBlocks([...opening, ...promises, ...closing]),
  };
}

function inWords({ language, label }: Reader, { agreement, problemKind }: Preview, words: LineWords) {
  const remedies = remedyLines(agreement.remedies, { catalogue: remedyCatalogue(language), words, language });
  const model = { ...agreement, problemTitle: agreement.problemTitle || label('problemKinds', problemKind) };
  return { remedies, clauses: agreementClauses(model, { remedies, certificate: null, language }) };
}
