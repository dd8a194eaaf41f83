import { data } from '@remix-run/node';
import { searchForm } from '#contracts/schemas/search.ts';
import type { SearchAsked } from '#web/server/services/list-page.ts';
import { attempt } from '../forms/attempt.ts';
import { checkForm, readFields } from '../forms/read-form.ts';

/** What a search found: its words, a page of rows in words, and the position of the page that follows. */
export type SearchAnswer<Rows> = { words: string; following: boolean; found: Rows; next: string | null };

/**
 * Answers a search with what it found, and leads nowhere: its words are in no address, so in no history, log nor `Referer` (ASVS 14.2.1, ADR 36). Its next page is
 * asked for in the same way.
 *
 * @param sent the form, where the page has others and has read it
 */
export async function answerSearch<Rows>(
  request: Request,
  find: (asked: SearchAsked) => Promise<{ found: Rows; next: string | null }>,
  sent?: FormData,
) {
  const form = checkForm(sent ?? (await readFields(request)), searchForm);
  if (!form.ok) return form.reply;
  return attempt(form.values, async () => {
    const { words, apres } = form.value;
    const { found, next } = await find({ words, after: apres });
    const answer: SearchAnswer<Rows> = { words, following: apres !== null, found, next };
    return data(answer);
  });
}
