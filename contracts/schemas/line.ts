import { z } from 'zod';
import { cleanLine, keyboardLine, namesNothing } from '#domain/typed/clean.ts';
import type { FieldProblem } from './text.ts';

/** Text of one line, cleaned, that names something; `min` 0 lets it be empty. */
export function lineText(max: number, min: 0 | 1 = 1) {
  return z
    .string({ error: 'missing' satisfies FieldProblem })
    .transform(cleanLine)
    .refine((value) => min === 0 || !namesNothing(value), { error: 'missing' satisfies FieldProblem, abort: true })
    .refine((value) => value.length <= max, { error: 'too_long' satisfies FieldProblem });
}

/**
 * An e-mail address, in lower case, also when it was copied with what stands around it in a mail program: `Claire Roy <claire@exemple.ca>`,
 * `mailto:claire@exemple.ca`, « claire@exemple.ca. ». At most 254 characters (RFC 5321 §4.5.3.1).
 */
export const emailAddress = z
  .string({ error: 'forms:required' })
  .transform((value) => bareAddress(keyboardLine(value)).toLowerCase())
  .refine((value) => value.length > 0, { error: 'forms:required', abort: true })
  .refine((value) => value.length <= 254 && z.email().safeParse(value).success, { error: 'forms:email' });

function bareAddress(line: string): string {
  const address = /^[^<>]*<([^<>]+)>[.,;]?$/.exec(line)?.[1] ?? line;
  return address
    .replace(/^ ?mailto: ?/i, '')
    .replaceAll(/^[("'\s]+|[)"'\s.,;:]+$/g, '')
    .replaceAll(/ ?([@.]) ?/g, '$1');
}

/** Six digits, however they are grouped, or copied with what stands around them in the mail. */
export const sixDigits = z
  .string({ error: 'forms:code' })
  .transform((value) => keyboardLine(value).replaceAll(/\D/g, ''))
  .refine((value) => value.length === 6, { error: 'forms:code' });

/** A choice among codes. */
export function choiceOf(isKnown: (code: string) => boolean) {
  return z
    .string({ error: 'forms:choose' })
    .refine((value) => value !== '', { error: 'forms:choose', abort: true })
    .refine(isKnown, { error: 'unknown_choice' satisfies FieldProblem });
}
