import { z } from 'zod';
import { longestTerms, remedyFields } from '#domain/agreement/remedies.ts';
import { remedyCodes, type FieldValue, type ProposalContent, type Remedy, type RemedyField } from '#domain/agreement/types.ts';
import { moneyField, parseMoney, parsePercent } from './money.ts';
import { cleanText, formId, textOf, type FieldProblem } from './text.ts';

/** Name of a remedy's field in a form: `livraison.deadline`. The ticks themselves are all named `remedy`. */
export function remedyFieldName(code: string, field: string): string {
  return `${code}.${field}`;
}

/**
 * What a form says of a proposal, as it was typed (F-063…F-065, F-093, F-126…F-128). A value that cannot be read as its field
 * wants stays text, so that `checkProposal` names it and the form shows it again. Fields of remedies not ticked are left out.
 */
export function readProposalForm(form: FormData): ProposalContent {
  const ticked = new Set(form.getAll('remedy').filter((value) => typeof value === 'string'));
  const remedies: Remedy[] = [];
  for (const code of remedyCodes) {
    if (!ticked.has(code)) continue;
    const values: Remedy['values'] = {};
    for (const field of remedyFields[code]) {
      const typed = cleanText(textOf(form, remedyFieldName(code, field.name)));
      const value = readValue(field, field.type === 'longText' ? typed : typed.trim());
      if (value !== null) values[field.name] = value;
    }
    remedies.push({ code, values });
  }
  return { remedies, terms: cleanText(textOf(form, 'terms')) };
}

/** True when nothing was ticked nor written. */
export function isEmptyProposal(content: ProposalContent): boolean {
  return content.remedies.length === 0 && content.terms.trim() === '';
}

/** What to put in a field so that {@link readProposalForm} reads the same value again. */
export function fieldText(field: RemedyField, value: FieldValue | undefined, language: 'fr' | 'en'): string {
  if (value === undefined) return '';
  if (field.type === 'money' && typeof value === 'number') return moneyField(value, language);
  if (field.type === 'percent' && typeof value === 'number') {
    return language === 'fr' ? String(value).replace('.', ',') : String(value);
  }
  if (field.type === 'yesNo') return value === true ? 'yes' : value === false ? 'no' : String(value);
  return String(value);
}

/** What comes with a proposal: the rows it is written to, the proposal that it answers or edits, and the form's key. */
export const proposalForm = z.object({
  key: formId,
  contentId: formId,
  proposalId: formId,
  /** The open proposal that the author saw; empty when there was none. */
  answers: z.union([formId, z.literal('').transform(() => null)]),
  /** The version that the author started from; 0 for a new proposal. */
  version: z.coerce.number({ error: 'invalid' satisfies FieldProblem }).int().min(0).max(100_000),
});

export type ProposalForm = z.infer<typeof proposalForm>;

/** Acceptance of a version, with the explicit « j'ai lu ». */
export const acceptanceForm = z.object({
  key: formId,
  version: z.coerce.number({ error: 'invalid' satisfies FieldProblem }).int().min(1).max(100_000),
  read: z.literal('yes', { error: 'not_ticked' satisfies FieldProblem }),
});

export { longestTerms };

function readValue(field: RemedyField, typed: string): FieldValue | null {
  if (typed.trim() === '') return null;
  if (field.type === 'money') return parseMoney(typed) ?? typed;
  if (field.type === 'percent') return parsePercent(typed) ?? typed;
  if (field.type === 'yesNo') return typed === 'yes' ? true : typed === 'no' ? false : typed;
  return typed;
}
