import { redirect } from '@remix-run/node';

/** The list's name in French, for who types it. */
export function loader() {
  return redirect('/dossiers', 301);
}
