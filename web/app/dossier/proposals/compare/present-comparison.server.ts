import { nameOf } from '#content/named.ts';
import type { Reader } from '#content/reader.ts';
import { remedyCatalogue } from '#content/texts/remedy-catalogue.ts';
import { fieldWords } from '#content/texts/remedy-lines.ts';
import type { FieldValue } from '#domain/agreement/types.ts';
import type { ComparedVersion, Comparison, Difference } from '#web/server/services/dossier/proposals/comparison.ts';
import { lineWords, presentKind, presentVersion } from '../present-version.server.ts';

/** Two versions side by side, in words (B-13). */
export function presentComparison(reader: Reader, comparison: Comparison) {
  const { versions, before, after, difference } = comparison;
  const words = lineWords(reader, comparison.documentTitles);
  const side = (version: ComparedVersion) => ({
    ...presentVersion(reader, version, words),
    title: titleOf(reader, version),
  });
  return {
    options: versions.map((version) => ({ value: version.contentId, label: titleOf(reader, version) })),
    before: before && side(before),
    after: after && side(after),
    difference: difference && presentDifference(reader, difference),
  };
}

function titleOf(reader: Reader, version: ComparedVersion): string {
  return reader.t('proposals:compare.option', {
    kind: presentKind(reader, version),
    version: version.version,
    author: nameOf(reader, version.author),
  });
}

/** What differs between two proposals, in words (B-13, A-13). */
export function presentDifference(reader: Reader, difference: Difference) {
  const { t, language } = reader;
  const words = lineWords(reader, difference.documentTitles);
  const catalogue = remedyCatalogue(language);
  return {
    same: difference.same,
    gap: gapOf(reader, difference),
    remedies: difference.remedies.map((remedy) => {
      const known = catalogue.find(({ code }) => code === remedy.code);
      const fieldOf = (name: string) => known?.fields.find((field) => field.name === name);
      const said = (name: string, value: FieldValue | null) => {
        const field = fieldOf(name);
        return value === null || !field
          ? t('proposals:compare.nothing')
          : fieldWords(field, value, { words, language });
      };
      return {
        label: known?.label ?? remedy.code,
        change: remedy.change,
        changeText: t(`proposals:compare.change.${remedy.change}`),
        fields: remedy.fields.map(({ field, change, before, after }) => ({
          label: fieldOf(field)?.label ?? field,
          change,
          changeText: t(`proposals:compare.change.${change}`),
          before: said(field, before),
          after: said(field, after),
        })),
      };
    }),
    termsChanged: difference.termsChanged,
    terms: difference.terms,
  };
}

/** The gap in dollars; a reduction in percent is none, and is said to be left out. */
function gapOf(reader: Reader, { gap, remedies }: Difference): string {
  const said = dollarsOf(reader, gap);
  const percent = remedies.some(({ fields }) => fields.some(({ field }) => field === 'percent'));
  return percent ? `${said} ${reader.t('proposals:compare.percentApart')}` : said;
}

function dollarsOf({ t, money }: Reader, gap: number | null): string {
  if (gap === null) return t('proposals:compare.noMoney');
  if (gap === 0) return t('proposals:compare.gapNone');
  return t(gap > 0 ? 'proposals:compare.gapUp' : 'proposals:compare.gapDown', { amount: money(Math.abs(gap)) });
}
