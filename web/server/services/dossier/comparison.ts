import { formatMoney } from '#content/texts/format.ts';
import type { Language, Translate } from '#content/texts/index.ts';
import { fieldWords, type LineWords } from '#content/texts/remedy-lines.ts';
import { AppError } from '#contracts/errors.ts';
import type { Database } from '#db/database.ts';
import { compareProposals, type Change } from '#domain/agreement/compare.ts';
import type { TextPart } from '#domain/agreement/compare-words.ts';
import type { FieldValue, ProposalContent, RemedyCode } from '#domain/agreement/types.ts';
import { remedyCatalogue } from '#content/texts/remedy-catalogue.ts';
import { nameOf } from './names.ts';
import {
  contentOf,
  kindOf,
  lineWords,
  readableProposals,
  versionOf,
  type Readable,
  type VersionView,
} from './proposal-cards.ts';
import type { Opened } from './reader.ts';

/** What differs between two proposals, in words (B-13). */
export type DifferenceView = {
  same: boolean;
  gap: string;
  remedies: {
    label: string;
    change: Change;
    changeText: string;
    fields: { label: string; change: Change; changeText: string; before: string; after: string }[];
  }[];
  termsChanged: boolean;
  terms: TextPart[];
};

export type ComparePage = {
  options: { value: string; label: string }[];
  before: (VersionView & { title: string }) | null;
  after: (VersionView & { title: string }) | null;
  difference: DifferenceView | null;
};

type Entry = { item: Readable; contentId: string; version: number };

/** Two versions side by side; the last two when none are named. */
export async function comparePage(
  db: Database,
  opened: Opened,
  asked: { before: string | null; after: string | null },
  language: Language,
  t: Translate,
): Promise<ComparePage> {
  if (!opened.may('negotiationProposals')) throw new AppError('access.denied');
  const [items, words] = await Promise.all([readableProposals(db, opened), lineWords(db, opened, t)]);
  const entries: Entry[] = items.flatMap((item) =>
    item.proposal.versions.map(({ contentId, version }) => ({ item, contentId, version })),
  );
  const find = (id: string | null) => entries.find((entry) => entry.contentId === id);
  if ((asked.before && !find(asked.before)) || (asked.after && !find(asked.after)))
    throw new AppError('access.not_found');
  const after = find(asked.after) ?? entries.at(-1);
  const before = find(asked.before) ?? entries.at(-2);
  const title = ({ item, version }: Entry) =>
    t('proposals:compare.option', {
      kind: kindOf(opened, item, t),
      version,
      author: nameOf(opened, item.proposal.author, t),
    });
  const side = (entry: Entry) => {
    const version = entry.item.proposal.versions.find((each) => each.contentId === entry.contentId);
    if (!version) throw new AppError('access.not_found');
    return { ...versionOf(entry.item, version, words, language, t), title: title(entry) };
  };
  const both = before && after && before !== after;
  return {
    options: entries.map((entry) => ({ value: entry.contentId, label: title(entry) })),
    before: both ? side(before) : null,
    after: both ? side(after) : null,
    difference: both
      ? differenceOf(
          contentOf(before.item, before.contentId),
          contentOf(after.item, after.contentId),
          words,
          language,
          t,
        )
      : null,
  };
}

/** The difference between two proposals, in the reader's words. */
export function differenceOf(
  before: ProposalContent,
  after: ProposalContent,
  words: LineWords,
  language: Language,
  t: Translate,
): DifferenceView {
  const difference = compareProposals(before, after);
  const catalogue = remedyCatalogue(language);
  const fieldOf = (code: RemedyCode, name: string) =>
    catalogue.find((each) => each.code === code)?.fields.find((field) => field.name === name);
  const said = (code: RemedyCode, name: string, value: FieldValue | null) => {
    const field = fieldOf(code, name);
    return value === null || !field ? t('proposals:compare.nothing') : fieldWords(field, value, words, language);
  };
  return {
    same: difference.same,
    gap: gapOf(difference.gap, language, t),
    remedies: difference.remedies.map((remedy) => ({
      label: catalogue.find((each) => each.code === remedy.code)?.label ?? remedy.code,
      change: remedy.change,
      changeText: t(`proposals:compare.change.${remedy.change}`),
      fields: remedy.fields.map((field) => ({
        label: fieldOf(remedy.code, field.field)?.label ?? field.field,
        change: field.change,
        changeText: t(`proposals:compare.change.${field.change}`),
        before: said(remedy.code, field.field, field.before),
        after: said(remedy.code, field.field, field.after),
      })),
    })),
    termsChanged: difference.termsChanged,
    terms: difference.terms,
  };
}

function gapOf(gap: number | null, language: Language, t: Translate): string {
  if (gap === null) return t('proposals:compare.noMoney');
  if (gap === 0) return t('proposals:compare.gapNone');
  const amount = formatMoney(language, Math.abs(gap));
  return t(gap > 0 ? 'proposals:compare.gapUp' : 'proposals:compare.gapDown', { amount });
}
