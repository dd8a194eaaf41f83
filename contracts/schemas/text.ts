import { z } from 'zod';
import { isUuid } from '../ids.ts';

/** What may be wrong with a field; key of content/texts under `forms:problems`. */
export type FieldProblem = 'missing' | 'too_long' | 'unknown_choice' | 'not_ticked' | 'invalid' | 'invisible';

/**
 * Characters that show nothing and change how a text is read or handled: control characters other than tab and line feed, and
 * the overrides and isolates that reorder a line (Unicode TR9, TR36 §2.10.2). Marks that a right-to-left language needs
 * (U+200E, U+200F) and the joiner of emoji (U+200D) stay.
 */

const invisible = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufff9-\ufffb\ufeff]/g;

/** True when a text holds characters that are removed before it is kept. */
export function hasInvisible(text: string): boolean {
  return text.replaceAll('\r', '').search(invisible) >= 0;
}

/** A text as it is kept: line ends as `\n`, unpaired surrogates and invisible characters gone, nothing else touched. */
export function cleanText(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n').toWellFormed().replaceAll(invisible, '');
}

/** Free text of several lines, at most `max` characters once cleaned; the code of a refusal is its message. */
export function longText(max: number) {
  return z
    .string({ error: 'missing' satisfies FieldProblem })
    .transform(cleanText)
    .refine((value) => value.trim().length > 0, { error: 'missing' satisfies FieldProblem, abort: true })
    .refine((value) => value.length <= max, { error: 'too_long' satisfies FieldProblem });
}

/** A random id made by the server and carried by a form. */
export const formId = z.string().refine(isUuid, { error: 'invalid' satisfies FieldProblem });

/** Marks of what a form's page saw of a draft (contracts/draft-mark.ts): none for a form without the field. */
export const seenMarks = z.string().max(2_000).catch('');

/** A whole number that a page wrote in its form, in digits alone: nothing else is read as one. */
export function wholeNumber(min: number, max: number) {
  return z
    .string({ error: 'invalid' satisfies FieldProblem })
    .regex(/^\d{1,9}$/, { error: 'invalid' satisfies FieldProblem })
    .transform(Number)
    .refine((value) => value >= min && value <= max, { error: 'invalid' satisfies FieldProblem });
}
