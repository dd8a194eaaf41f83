import { formatDateTime } from '#content/texts/format.ts';
import { translator, type Language } from '#content/texts/index.ts';
import { formatPhone } from '#content/texts/phone.ts';
import type { RemedyLines } from '#content/texts/remedy-lines.ts';
import type { AgreementModel, PartyView } from '#domain/agreement/types.ts';
import type { Block, DocumentModel } from './render-docx.ts';

/** The agreement (F-101, F-118): parties, remedies with their fields, verbatim terms, who accepted what and when, its number. */
export function agreementDocument(
  model: AgreementModel,
  { remedies, certificate, language }: { remedies: RemedyLines[]; certificate: string; language: Language },
): DocumentModel {
  const t = translator(language);
  const blocks: Block[] = [
    { text: t('documents:agreement.intro') },
    { heading: t('documents:agreement.parties') },
    { text: party(language, t('documents:agreement.consumer'), model.consumer) },
    { text: party(language, t('documents:agreement.merchant'), model.merchant) },
    ...(model.mediator ? [{ text: t('documents:agreement.mediator', { name: model.mediator }) }] : []),
    { heading: t('documents:agreement.about') },
    { text: model.problemTitle },
    { heading: t('documents:agreement.remedies') },
    ...remedies.flatMap(({ label, lines }): Block[] => [
      { lead: label },
      ...lines.map((line) => ({
        item: language === 'fr' ? `${line.label}\u00a0: ${line.value}` : `${line.label}: ${line.value}`,
      })),
    ]),
    { heading: t('documents:agreement.terms') },
    { text: model.terms || t('documents:agreement.noTerms') },
    { heading: t('documents:agreement.effect') },
    { text: t('documents:agreement.effectText') },
    { heading: t('documents:agreement.acceptances') },
    ...(model.proposedBy
      ? [
          {
            item: t('documents:agreement.proposal', {
              name: model.proposedBy.name,
              role: model.proposedBy.role,
              version: model.proposalVersion,
              when: formatDateTime(language, model.proposedBy.at),
            }),
          },
        ]
      : []),
    ...model.acceptances.map(({ name, role, at }) => ({
      item: t('documents:agreement.acceptance', {
        name,
        role,
        version: model.proposalVersion,
        when: formatDateTime(language, at),
      }),
    })),
    { text: t('documents:agreement.certificate', { number: certificate }) },
  ];
  return { title: t('documents:agreement.title'), number: model.dossierNumber, language, blocks };
}

/** Who a party is and how to reach it, one item per line. */
export function party(language: Language, title: string, view: PartyView): string {
  const { name, address, email, phone, actedBy } = view;
  const acted = actedBy ? translator(language)('documents:agreement.actedBy', { name: actedBy }) : '';
  return [title, name, acted, address, formatPhone(language, phone), email].filter(Boolean).join('\n');
}
