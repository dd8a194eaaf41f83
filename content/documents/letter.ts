import { formatDate, formatDay } from '#content/texts/format.ts';
import type { LetterCase } from '#domain/dossier/letters.ts';
import { translator, type Language } from '#content/texts/index.ts';
import type { DocumentModel } from './render-docx.ts';

/** Who a letter is to, and about which dossier: names, number and dates, nothing of the dispute. */
export type LetterModel = {
  number: string;
  /** Its case: what the party reads of why it is written to. */
  about: LetterCase;
  officeName: string;
  officeEmail: string;
  /** Of the platform, where the person signs in. */
  address: string;
  /** Civil day of the letter. */
  today: string;
  /** Name and postal address, a line each; `attention`: the person who acts, when it is not the party. */
  to: { name: string; attention: string | null; lines: string[] };
  consumerName: string;
  merchantName: string;
  /** Since when that has lasted. */
  since: string;
};

/** The Office's letter to a party that does not answer (F-005, F-136, B-11). It takes no side and says nothing of what was said. */
export function letterDocument(model: LetterModel, language: Language): DocumentModel {
  const t = translator(language);
  const { number, about, officeName, officeEmail, address, to, consumerName, merchantName } = model;
  const attention = to.attention ? [t('documents:letter.attention', { name: to.attention })] : [];
  return {
    title: t(`documents:letter.cases.${about}.title`),
    number,
    language,
    blocks: [
      { text: [officeName, t('documents:letter.date', { date: formatDate(language, model.today) })].join('\n') },
      { text: [to.name, ...attention, ...to.lines].filter(Boolean).join('\n') },
      { line: { label: t('documents:letter.subject'), value: t('documents:letter.subjectValue', { number }) } },
      { text: t('documents:letter.open', { consumer: consumerName, merchant: merchantName }) },
      { text: t(`documents:letter.cases.${about}.why`, { date: formatDay(language, model.since) }) },
      { text: t(`documents:letter.cases.${about}.what`) },
      { text: t('documents:letter.answer', { address, number }) },
      { text: t('documents:letter.help', { email: officeEmail }) },
      { text: t('documents:letter.neutral') },
      { text: officeName },
    ],
  };
}
