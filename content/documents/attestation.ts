import { formatDateTime } from '#content/texts/format.ts';
import { translator, type Language } from '#content/texts/index.ts';
import type { PartyView } from '#domain/agreement/types.ts';
import { party } from './party.ts';
import type { DocumentModel } from './render-docx.ts';

export type AttestationModel = {
  number: string;
  officeName: string;
  consumer: PartyView;
  merchant: PartyView;
  mediator: { name: string; accreditation: string };
  began: string;
  ended: string;
  /** F-134: the mediator's summary of the nature of the problem; nothing else of the talks. */
  nature: string;
};

/** The attestation of absence of agreement in mediation (D-03, F-120, F-134, A-36; CPC 7). */
export function attestationDocument(model: AttestationModel, language: Language): DocumentModel {
  const t = translator(language);
  const { name, accreditation } = model.mediator;
  return {
    title: t('documents:attestation.title'),
    number: model.number,
    language,
    blocks: [
      { text: t('documents:attestation.intro', { office: model.officeName }) },
      { heading: t('documents:agreement.parties') },
      { text: party(language, t('documents:agreement.consumer'), model.consumer) },
      { text: party(language, t('documents:agreement.merchant'), model.merchant) },
      { heading: t('documents:attestation.mediator') },
      { text: t('documents:attestation.mediatorLine', { name }) },
      ...(accreditation ? [{ text: t('documents:attestation.accreditation', { accreditation }) }] : []),
      { text: t('documents:attestation.began', { when: formatDateTime(language, model.began) }) },
      { text: t('documents:attestation.ended', { when: formatDateTime(language, model.ended) }) },
      { heading: t('documents:attestation.nature') },
      { text: model.nature || t('documents:attestation.noNature') },
      { heading: t('documents:attestation.use') },
      { text: t('documents:attestation.useText') },
    ],
  };
}
