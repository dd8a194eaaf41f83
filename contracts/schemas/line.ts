import { z } from 'zod';
import { cleanText, type FieldProblem } from './text.ts';

/** Text of one line, trimmed, its inner spaces made single; `min` 0 lets it be empty. */
export function lineText(max: number, min: 0 | 1 = 1) {
  return z
    .string({ error: 'missing' satisfies FieldProblem })
    .transform((value) => cleanText(value).replaceAll(/\s+/g, ' ').trim())
    .refine((value) => value.length >= min, { error: 'missing' satisfies FieldProblem, abort: true })
    .refine((value) => value.length <= max, { error: 'too_long' satisfies FieldProblem });
}

/** An e-mail address, in lower case; at most 254 characters (RFC 5321 §4.5.3.1). */
export const emailAddress = z
  .string({ error: 'forms:required' })
  .transform((value) => value.trim().toLowerCase())
  .refine((value) => value.length > 0, { error: 'forms:required', abort: true })
  .refine((value) => value.length <= 254 && z.email().safeParse(value).success, { error: 'forms:email' });

/** A Canadian telephone number, stored as typed once its digits are counted; `optional` lets it be empty. */
export function phoneNumber(optional = false) {
  return lineText(30, optional ? 0 : 1).refine(
    (value) => (optional && value === '') || /^1?\d{10}$/.test(value.replaceAll(/\D/g, '').slice(0, 11)),
    { error: 'forms:phone' },
  );
}

/** A choice among codes. */
export function choiceOf(isKnown: (code: string) => boolean) {
  return z
    .string({ error: 'forms:choose' })
    .refine((value) => value !== '', { error: 'forms:choose', abort: true })
    .refine(isKnown, { error: 'unknown_choice' satisfies FieldProblem });
}
