import type { Answer, Pages } from './pages.ts';

/** Who sent a form, and in which language they read. */
export type Sender = { userId: string; language: 'fr' | 'en' };

/** What a page shows, as it is read: without what its scripts are given. */
export const asRead = (html: string): string =>
  html.replaceAll(/<script[\s\S]*?<\/script>/g, '').replaceAll('<!-- -->', '');

/** What the sender of a form reads next: the page that answers, or the one to which it leads, with the sentence that is said there once. */
export async function readAfter(
  { origin, session }: Pick<Pages, 'origin' | 'session'>,
  { userId, language }: Sender,
  { html, location, headers }: Pick<Answer, 'html' | 'location' | 'headers'>,
): Promise<string> {
  if (location === null) return asRead(html);
  const said = headers.getSetCookie().map((line) => line.split(';')[0]);
  const cookie = [...said, `pc_lang=${language}`, `pc_session=${await session(userId)}`].join('; ');
  const next = await fetch(origin + location, { headers: { cookie }, redirect: 'manual' });
  return asRead(await next.text());
}
