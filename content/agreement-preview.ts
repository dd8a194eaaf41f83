import type { Author } from '#domain/actor.ts';
import type { AgreementModel, PartyView } from '#domain/agreement/types.ts';
import { nameOf } from './named.ts';
import type { Reader } from './reader.ts';
import { remedyCatalogue } from './texts/remedy-catalogue.ts';
import { remedyLines, type LineWords, type RemedyLines } from './texts/remedy-lines.ts';

/** The agreement that a proposal would make, as a page shows it (F-094, A-14). */
export type AgreementPreviewView = {
  number: string;
  source: string;
  consumer: PartyView;
  merchant: PartyView;
  mediator: string | null;
  about: string;
  remedies: RemedyLines[];
  terms: string;
};

type Preview = {
  agreement: AgreementModel;
  problemKind: string;
  source: { number: number; version: number; author: { role: Author | 'office'; name: string | null } };
};

export function presentAgreementPreview(reader: Reader, preview: Preview, words: LineWords): AgreementPreviewView {
  const { agreement, problemKind, source } = preview;
  const { dossierNumber, consumer, merchant, mediator, problemTitle, remedies, terms } = agreement;
  return {
    number: dossierNumber,
    source: reader.t('proposals:agreementPreview.version', { ...source, author: nameOf(reader, source.author) }),
    consumer,
    merchant,
    mediator,
    about: problemTitle || reader.label('problemKinds', problemKind),
    remedies: remedyLines(remedies, { catalogue: remedyCatalogue(reader.language), words, language: reader.language }),
    terms,
  };
}
