import { isUuid } from '#contracts/ids.ts';
import { withQuery } from '#contracts/pages/index.ts';

/** What a directory's address asks for: the text to look for, and the row after which the page begins. */
export function directoryQuery(request: Request): { search: string; after: string | null } {
  const query = new URL(request.url).searchParams;
  const search = (query.get('q') ?? '')
    .normalize('NFC')
    .replaceAll(/[\u0000-\u001f\u007f]/g, ' ')
    .trim()
    .slice(0, 120);
  const after = query.get('apres');
  return { search, after: isUuid(after) ? after : null };
}

/** Address of the page that follows a row. */
export function pageAfter(path: string, search: string, id: string): string {
  return withQuery(path, { q: search, apres: id });
}
