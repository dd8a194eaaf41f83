import { href, pages, withQuery } from '#contracts/pages/index.ts';
import { localPath } from '../forms/local-path.ts';

/** Where a person goes once signed in: the page they asked for, otherwise their own first page. */
export function homeOf(kind: string, asked: unknown): string {
  return localPath(asked, kind === 'officer' ? href(pages.office.home) : href(pages.dossier.list));
}

/** The page to return to, carried through the pages of signing in. */
export function askedPage(request: Request): string {
  const asked = new URL(request.url).searchParams.get('suite');
  return asked ? localPath(asked, '') : '';
}

/** An address with the page to come back to. */
export function withAsked(path: string, asked: string): string {
  return withQuery(path, { suite: asked });
}
