import type { Reader } from '#content/reader.ts';
import { remedyCatalogue } from '#content/texts/remedy-catalogue.ts';
import { remedyLines, type LineWords } from '#content/texts/remedy-lines.ts';
import type { ProposalContent } from '#domain/agreement/types.ts';
import type { ProposalKind, VersionFacts } from '#web/server/services/dossier/proposals/proposal-facts.ts';

/** The words that remedies are said with: the titles of the documents that they name, yes and no. */
export function lineWords({ t }: Reader, documents: Record<string, string>): LineWords {
  return { yes: t('proposals:yes'), no: t('proposals:no'), documents };
}

/** One version of a proposal as it is read. */
export function presentVersion(
  reader: Reader,
  { contentId, version, at, content, total }: VersionFacts,
  words: LineWords,
) {
  const { t, language, dateTime, money } = reader;
  return {
    contentId,
    version,
    heading: t('proposals:versionOn', { version, date: dateTime(at) }),
    remedies: remedyLines(content.remedies, { catalogue: remedyCatalogue(language), words, language }),
    terms: content.terms,
    total: total === null ? null : t('proposals:total', { amount: money(total) }),
  };
}

/** What a proposal that is being written promises. @param titles of the documents that it names, by id. */
export function presentPromises(reader: Reader, { remedies, terms }: ProposalContent, titles: Record<string, string>) {
  const { language } = reader;
  const words = lineWords(reader, titles);
  return { remedies: remedyLines(remedies, { catalogue: remedyCatalogue(language), words, language }), terms };
}

/** « Première proposition », « Contre-proposition 2 ». */
export function presentKind({ t }: Reader, { kind, number }: { kind: ProposalKind; number: number }): string {
  return kind === 'initial' ? t('proposals:kind.initial') : t(`proposals:kind.${kind}`, { number });
}
