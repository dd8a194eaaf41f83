import { z } from 'zod';
import { lineText } from './line.ts';

/** Longest position in a list, in characters: the signed ones are shorter. */
const maxPosition = 2_000;

/** What is looked for in a list: words, sent in a body, so that they stand in no address; and the position of a page that follows the first. */
export const searchForm = z.object({
  words: lineText(200),
  apres: z
    .string()
    .max(maxPosition)
    .nullish()
    .catch(null)
    .transform((value) => value || null),
});
