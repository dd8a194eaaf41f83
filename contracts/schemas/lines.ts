import { z } from 'zod';
import { cleanLine, cleanText, namesNothing } from '#domain/typed/clean.ts';
import type { FieldProblem } from './text.ts';

/** Lines of a field, one thing each, at most `most` of `max` characters; none is as good as any. */
export function linesOf(most: number, max: number) {
  return z
    .string()
    .default('')
    .transform((typed) =>
      cleanText(typed)
        .split('\n')
        .map(cleanLine)
        .filter((line) => !namesNothing(line)),
    )
    .refine((lines) => lines.length <= most && lines.every((line) => line.length <= max), {
      error: 'too_long' satisfies FieldProblem,
    });
}
