import { redirect } from '@remix-run/node';
import { href, pages } from '#contracts/pages/index.ts';

/** The list's name in French, for anyone who types it. */
export function loader() {
  return redirect(href(pages.dossier.list), 301);
}
