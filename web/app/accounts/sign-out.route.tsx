import { redirect, type ActionFunctionArgs } from '@remix-run/node';
import { href, pages } from '#contracts/pages/index.ts';

/** Ends the session here and in the database (ASVS 7.4.1). */
export async function action({ context }: ActionFunctionArgs) {
  await context.session.end();
  context.announce('account:signIn.out');
  // What forms kept in this browser goes too, were scripts off or late (W3C Clear Site Data).
  return redirect(href(pages.public.home), { status: 303, headers: { 'Clear-Site-Data': '"storage"' } });
}

export function loader() {
  return redirect(href(pages.public.home), 303);
}
