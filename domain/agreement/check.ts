import { isOneOf } from '../known-values.ts';
import { isCivilDate } from '../typed/civil-date.ts';
import { saysNothing } from '../typed/clean.ts';
import { isAmbiguousAmount } from './amounts.ts';
import { incompatiblePairs, maxAmount, maxTermsLength, remedyFields } from './remedies.ts';
import {
  remedyCodes,
  type FieldValue,
  type ProposalContent,
  type Remedy,
  type RemedyCode,
  type RemedyField,
} from './types.ts';

/** What may be wrong with a proposal; key of content/texts under `checks:proposal`. */
export type ProposalProblemCode =
  | 'remedies.none'
  | 'remedies.incompatible'
  | 'remedy.unknown'
  | 'remedy.repeated'
  | 'field.unknown'
  | 'field.missing'
  | 'field.wrong_type'
  | 'date.invalid'
  | 'date.past'
  | 'amount.invalid'
  | 'amount.ambiguous'
  | 'percent.invalid'
  | 'text.too_long'
  | 'choice.unknown'
  | 'document.unknown'
  | 'terms.too_long';

/** One problem, with where it is. A problem that does not block is shown and may be ignored. */
export type ProposalProblem = {
  code: ProposalProblemCode;
  remedy: RemedyCode | null;
  field: string | null;
  /** The other remedy of an incompatible pair. */
  other: RemedyCode | null;
  blocking: boolean;
};

/** What the check may rely on: the civil day in Québec, and the ids of the dossier's documents when they are known. */
export type CheckContext = { today?: string; documents?: readonly string[] };

/**
 * Everything that is wrong with a proposal, in the order of its remedies; empty when it can be sent (F-063, F-064, F-065, F-093,
 * F-126, F-127, F-128, §9.4). Damages need a document of the dossier (F-064). Incompatible pairs are flagged without blocking.
 */
export function checkProposal(content: ProposalContent, context: CheckContext = {}): ProposalProblem[] {
  const problems: ProposalProblem[] = [];
  if (content.remedies.length === 0) problems.push(problem('remedies.none', null, null));
  const seen = new Set<RemedyCode>();
  for (const remedy of content.remedies) {
    if (!isRemedyCode(remedy.code)) {
      problems.push(problem('remedy.unknown', null, null));
      continue;
    }
    if (seen.has(remedy.code)) problems.push(problem('remedy.repeated', remedy.code, null));
    seen.add(remedy.code);
    problems.push(...checkRemedy(remedy, context));
  }
  for (const [first, second] of incompatiblePairs) {
    if (seen.has(first) && seen.has(second)) {
      problems.push({ code: 'remedies.incompatible', remedy: first, field: null, other: second, blocking: false });
    }
  }
  if (content.terms.length > maxTermsLength) problems.push(problem('terms.too_long', null, 'terms'));
  return problems;
}

export function isRemedyCode(value: unknown): value is RemedyCode {
  return isOneOf(remedyCodes, value);
}

/** True for a sum that may be claimed: whole cents, above zero, at most a million dollars. */
function isAmount(value: unknown): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value > 0 && value <= maxAmount;
}

/** True when a field holds nothing: absent, or a text in which nothing is seen. `false` and 0 are answers. */
export function isBlank(value: FieldValue | null | undefined): boolean {
  return value === undefined || value === null || (typeof value === 'string' && saysNothing(value));
}

function checkRemedy(remedy: Remedy, context: CheckContext): ProposalProblem[] {
  const problems: ProposalProblem[] = [];
  const fields = remedyFields[remedy.code];
  for (const name of Object.keys(remedy.values)) {
    if (!fields.some((field) => field.name === name)) problems.push(problem('field.unknown', remedy.code, name));
  }
  for (const field of fields) {
    const value = remedy.values[field.name];
    if (value === undefined || isBlank(value)) {
      const filled = field.unless !== undefined && !isBlank(remedy.values[field.unless]);
      const notAsked = field.follows !== undefined && remedy.values[field.follows] !== true;
      if (field.required && !filled && !notAsked) problems.push(problem('field.missing', remedy.code, field.name));
      continue;
    }
    const code = wrongValue(field, value, context);
    if (code) problems.push(problem(code, remedy.code, field.name));
  }
  return problems;
}

function wrongValue(field: RemedyField, value: FieldValue, context: CheckContext): ProposalProblemCode | null {
  switch (field.type) {
    case 'date':
      if (!isCivilDate(value)) return 'date.invalid';
      return context.today !== undefined && !field.mayBePast && value < context.today ? 'date.past' : null;
    case 'money':
      // A balance may be nil; a sum claimed may not.
      if (isAmount(value) || (value === 0 && !field.required)) return null;
      return isAmbiguousAmount(value) ? 'amount.ambiguous' : 'amount.invalid';
    case 'percent':
      return typeof value === 'number' && value > 0 && value <= 100 ? null : 'percent.invalid';
    case 'yesNo':
      return typeof value === 'boolean' ? null : 'field.wrong_type';
    case 'choice':
      return typeof value === 'string' && field.choices?.includes(value) ? null : 'choice.unknown';
    case 'document':
      if (typeof value !== 'string') return 'field.wrong_type';
      return context.documents && !context.documents.includes(value) ? 'document.unknown' : null;
    case 'text':
    case 'longText':
      if (typeof value !== 'string') return 'field.wrong_type';
      return field.max !== undefined && value.length > field.max ? 'text.too_long' : null;
  }
}

function problem(code: ProposalProblemCode, remedy: RemedyCode | null, field: string | null): ProposalProblem {
  return { code, remedy, field, other: null, blocking: true };
}
