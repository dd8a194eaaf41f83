import { propertyOf } from '../unknown-values.ts';
import { z } from 'zod';
import { maxTermsLength, remedyFields } from '#domain/agreement/remedies.ts';
import {
  remedyCodes,
  type FieldValue,
  type ProposalContent,
  type Remedy,
  type RemedyField,
} from '#domain/agreement/types.ts';
import { readDay } from '#domain/typed/civil-date.ts';
import { cleanLine, cleanText, saysNothing } from '#domain/typed/clean.ts';
import { moneyField, parseMoney, parsePercent } from './money.ts';
import { tick } from './closing.ts';
import { formId, seenMarks, wholeNumber } from './text.ts';

/** Name of a remedy's field in a form: `livraison.deadline`. The ticks themselves are all named `remedy[]`. */
export function remedyFieldName(code: string, field: string): string {
  return `${code}.${field}`;
}

/**
 * What a form says of a proposal, as it was typed (F-063, F-064, F-065, F-093, F-126, F-127, F-128), from values nested by their dotted names. A
 * value that cannot be read as its field wants stays text, so that `checkProposal` names it and the form shows it again. Fields of
 * remedies not ticked are left out, and what completes a « yes » that was not given.
 */
export function readProposal(values: Record<string, unknown>): ProposalContent {
  const ticked = new Set(Array.isArray(values.remedy) ? values.remedy : []);
  const remedies: Remedy[] = [];
  for (const code of remedyCodes) {
    if (!ticked.has(code)) continue;
    const typed = values[code];
    const read: Remedy['values'] = {};
    for (const field of remedyFields[code]) {
      const raw = propertyOf(typed, field.name);
      const text = typeof raw === 'string' ? cleanText(raw) : '';
      if (field.follows !== undefined && read[field.follows] !== true) continue;
      const value = readValue(field, field.type === 'longText' ? text : cleanLine(text));
      if (value !== null) read[field.name] = value;
    }
    remedies.push({ code, values: read });
  }
  return { remedies, terms: typeof values.terms === 'string' ? cleanText(values.terms) : '' };
}

/** The values of a form that {@link readProposal} reads as this proposal. */
export function proposalValues(content: ProposalContent, language: 'fr' | 'en'): Record<string, unknown> {
  const values: Record<string, unknown> = { remedy: content.remedies.map(({ code }) => code), terms: content.terms };
  for (const remedy of content.remedies) {
    values[remedy.code] = Object.fromEntries(
      remedyFields[remedy.code].map((field) => [field.name, fieldText(field, remedy.values[field.name], language)]),
    );
  }
  return values;
}

/** True when nothing was ticked nor written. */
export function isEmptyProposal(content: ProposalContent): boolean {
  return content.remedies.length === 0 && saysNothing(content.terms);
}

/** True for terms beyond every limit, of which nothing is stored. */
export function isTooLongToSave(content: ProposalContent): boolean {
  return content.terms.length > maxTermsLength * 2;
}

function fieldText(field: RemedyField, value: FieldValue | undefined, language: 'fr' | 'en'): string {
  if (value === undefined) return '';
  if (field.type === 'money' && typeof value === 'number') return moneyField(value, language);
  if (field.type === 'percent' && typeof value === 'number') {
    return language === 'fr' ? String(value).replace('.', ',') : String(value);
  }
  if (field.type === 'yesNo') return value === true ? 'yes' : value === false ? 'no' : String(value);
  return String(value);
}

/** What comes with a proposal: the rows it is written to, and the proposal that it answers or edits. */
export const proposalForm = z.object({
  contentId: formId,
  proposalId: formId,
  /** The open proposal that the author saw; empty when there was none. */
  answers: z.union([formId, z.literal('').transform(() => null)]),
  /** The version that the author started from; 0 for a new proposal. */
  version: wholeNumber(0, 100_000),
  base: seenMarks,
});

export type ProposalForm = z.output<typeof proposalForm>;

/** Acceptance of a version, with the explicit « j'ai lu ». */
export const acceptanceForm = z.object({
  version: wholeNumber(1, 100_000),
  read: tick,
});

function readValue(field: RemedyField, typed: string): FieldValue | null {
  if (saysNothing(typed)) return null;
  if (field.type === 'money') return parseMoney(typed) ?? typed;
  if (field.type === 'percent') return parsePercent(typed) ?? typed;
  if (field.type === 'date') return readDay(typed) ?? typed;
  if (field.type === 'yesNo') return typed === 'yes' ? true : typed === 'no' ? false : typed;
  return typed;
}
