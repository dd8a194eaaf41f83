import { z } from 'zod';
import { cleanText, saysNothing } from '#domain/typed/clean.ts';
import { isUuid } from '../ids.ts';

/** What may be wrong with a field; key of content/texts under `forms:problems`. */
export type FieldProblem = 'missing' | 'too_long' | 'unknown_choice' | 'not_ticked' | 'invalid';

/** Free text of several lines, at most `max` characters once cleaned; the code of a refusal is its message. */
export function longText(max: number) {
  return z
    .string({ error: 'missing' satisfies FieldProblem })
    .transform(cleanText)
    .refine((value) => !saysNothing(value), { error: 'missing' satisfies FieldProblem, abort: true })
    .refine((value) => value.length <= max, { error: 'too_long' satisfies FieldProblem });
}

/** A random id made by the server and carried by a form. */
export const formId = z.string().refine(isUuid, { error: 'invalid' satisfies FieldProblem });

/** Marks of what a form's page saw of a draft (contracts/draft-mark.ts): none for a form without the field. */
export const seenMarks = z.string().max(2_000).catch('');

/** The version of what a page has seen; 0 for none. */
export const seenVersion = z
  .string({ error: 'invalid' satisfies FieldProblem })
  .regex(/^\d{1,15}$/, { error: 'invalid' satisfies FieldProblem })
  .transform(Number);

/** A whole number that a page wrote in its form, in digits alone: nothing else is read as one. */
export function wholeNumber(min: number, max: number) {
  return z
    .string({ error: 'invalid' satisfies FieldProblem })
    .regex(/^\d{1,9}$/, { error: 'invalid' satisfies FieldProblem })
    .transform(Number)
    .refine((value) => value >= min && value <= max, { error: 'invalid' satisfies FieldProblem });
}
