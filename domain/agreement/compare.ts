import { isBlank } from './check.ts';
import { moneyToConsumer, remedyFields } from './remedies.ts';
import { remedyCodes, type FieldValue, type ProposalContent, type Remedy, type RemedyCode } from './types.ts';
import { compareWords, type TextPart } from './compare-words.ts';

type Change = 'added' | 'removed' | 'changed' | 'same';

/** One field of a remedy on both sides; `null` where it is empty. */
type FieldDifference = { field: string; change: Change; before: FieldValue | null; after: FieldValue | null };

type RemedyDifference = { code: RemedyCode; change: Change; fields: FieldDifference[] };

/** What differs between two proposals (B-13, A-13). */
export type ProposalDifference = {
  same: boolean;
  /** Every remedy of either side, in the order of §9.4, the unchanged ones included. */
  remedies: RemedyDifference[];
  termsChanged: boolean;
  terms: TextPart[];
  totalBefore: number | null;
  totalAfter: number | null;
  /** `totalAfter - totalBefore` in cents; null when neither side names an amount. An absent amount counts as nothing. */
  gap: number | null;
};

/** Difference from `before` to `after`, remedy by remedy and field by field, with the gap in cents (B-13). */
export function compareProposals(before: ProposalContent, after: ProposalContent): ProposalDifference {
  const remedies: RemedyDifference[] = [];
  for (const code of remedyCodes) {
    const first = before.remedies.find((remedy) => remedy.code === code);
    const second = after.remedies.find((remedy) => remedy.code === code);
    if (first || second) remedies.push(compareRemedy(code, first, second));
  }
  const totalBefore = totalCents(before);
  const totalAfter = totalCents(after);
  const termsChanged = normal(before.terms) !== normal(after.terms);
  return {
    same: !termsChanged && remedies.every((remedy) => remedy.change === 'same'),
    remedies,
    termsChanged,
    terms: compareWords(before.terms, after.terms),
    totalBefore,
    totalAfter,
    gap: totalBefore === null && totalAfter === null ? null : (totalAfter ?? 0) - (totalBefore ?? 0),
  };
}

/** What the merchant would give the consumer in money, in cents; null when the proposal names no amount. */
export function totalCents(content: ProposalContent): number | null {
  const amounts = content.remedies.flatMap((remedy) =>
    moneyToConsumer.map((name) => remedy.values[name]).filter((value): value is number => typeof value === 'number'),
  );
  return amounts.length === 0 ? null : amounts.reduce((sum, value) => sum + value, 0);
}

function compareRemedy(code: RemedyCode, before: Remedy | undefined, after: Remedy | undefined): RemedyDifference {
  const fields: FieldDifference[] = [];
  for (const { name } of remedyFields[code]) {
    const first = valueOf(before, name);
    const second = valueOf(after, name);
    if (first === null && second === null) continue;
    fields.push({ field: name, change: changeOf(first, second), before: first, after: second });
  }
  if (!before) return { code, change: 'added', fields };
  if (!after) return { code, change: 'removed', fields };
  return { code, change: fields.every((field) => field.change === 'same') ? 'same' : 'changed', fields };
}

function valueOf(remedy: Remedy | undefined, name: string): FieldValue | null {
  const value = remedy?.values[name];
  if (value === undefined || isBlank(value)) return null;
  return typeof value === 'string' ? value.trim() : value;
}

function changeOf(before: FieldValue | null, after: FieldValue | null): Change {
  if (before === null) return 'added';
  if (after === null) return 'removed';
  return before === after ? 'same' : 'changed';
}

function normal(text: string): string {
  return text.replaceAll('\r\n', '\n').trim();
}
