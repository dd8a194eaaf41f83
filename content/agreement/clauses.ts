import { party } from '#content/documents/party.ts';
import { setBlocks } from '#content/documents/set-blocks.ts';
import type { Block } from '#content/documents/render-docx.ts';
import { formatDateTime } from '#content/texts/format.ts';
import { translator, type Language } from '#content/texts/index.ts';
import type { RemedyLines } from '#content/texts/remedy-lines.ts';
import type { AgreementModel } from '#domain/agreement/types.ts';
import { headings, promiseBlocks } from './promises.ts';

/**
 * An agreement in words, clause for clause: what is read before accepting and what the document prints are these same blocks (F-094, F-101, A-14).
 * `promises` lie between the other two, and change while a proposal is typed.
 */
export type AgreementClauses = { opening: Block[]; promises: Block[]; closing: Block[] };

/** @param certificate the number of the agreement's certificate; null while nothing is concluded. */
export function agreementClauses(
  model: AgreementModel,
  { remedies, certificate, language }: { remedies: RemedyLines[]; certificate: string | null; language: Language },
): AgreementClauses {
  const t = translator(language);
  return {
    opening: [
      { text: t('documents:agreement.intro') },
      { heading: t('documents:agreement.parties') },
      { text: party(language, t('documents:agreement.consumer'), model.consumer) },
      { text: party(language, t('documents:agreement.merchant'), model.merchant) },
      ...(model.mediator ? [{ text: t('documents:agreement.mediator', { name: model.mediator }) }] : []),
      { heading: t('documents:agreement.about') },
      { text: model.problemTitle },
    ],
    promises: promiseBlocks({ language, t }, { remedies, terms: model.terms }),
    closing: [
      { heading: t('documents:agreement.effect') },
      { text: t('documents:agreement.effectText') },
      { heading: t('documents:agreement.acceptances') },
      ...(certificate === null ? [{ text: t('documents:agreement.toCome') }] : acts(model, { certificate, language })),
    ],
  };
}

/** The clauses around the promises as a page shows them, numbered as in the document. */
export function setAround({ opening, closing }: AgreementClauses): Pick<AgreementClauses, 'opening' | 'closing'> {
  return { opening: setBlocks(opening), closing: setBlocks(closing, headings.before + headings.promises) };
}

/** Who proposed and who accepted, and when: what happened once the agreement is there. */
function acts(model: AgreementModel, { certificate, language }: { certificate: string; language: Language }): Block[] {
  const t = translator(language);
  const said = (act: 'proposal' | 'acceptance', { name, role, at }: { name: string; role: string; at: string }) => ({
    item: t(`documents:agreement.${act}`, {
      name,
      role,
      version: model.proposalVersion,
      when: formatDateTime(language, at),
    }),
  });
  return [
    ...(model.proposedBy ? [said('proposal', model.proposedBy)] : []),
    ...model.acceptances.map((acceptance) => said('acceptance', acceptance)),
    { text: t('documents:agreement.certificate', { number: certificate }) },
  ];
}
