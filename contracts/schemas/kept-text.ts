import { z } from 'zod';
import { seenVersion } from './text.ts';

/** Longest text of one form, as JSON, in characters: that of the longest form twice over. */
const maxLength = 100_000;

const pairs = z
  .string()
  .max(maxLength)
  .transform((text, context) => {
    try {
      const value: unknown = JSON.parse(text);
      return value;
    } catch {
      context.addIssue({ code: 'custom', message: 'invalid' });
      return z.NEVER;
    }
  })
  .pipe(z.array(z.tuple([z.string().max(200), z.string()])).max(500));

/** Which form: its address, a bar, its name. */
export const keptForm = z.string().regex(/^\/[^|\s\p{Cc}]{0,300}\|[\w.:-]{0,100}$/u);

/** What a page sends of a form that is being written (web/app/forms/kept). `version`: what the page has seen. */
export const keptTextForm = z.object({
  form: keptForm,
  version: seenVersion,
  typed: pairs,
  shown: pairs,
});

export type KeptTextForm = z.output<typeof keptTextForm>;
