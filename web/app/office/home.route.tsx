import { redirect } from '@remix-run/node';
import { href, pages } from '#contracts/pages/index.ts';

export function loader() {
  return redirect(href(pages.office.codes), 303);
}
