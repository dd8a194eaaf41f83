import { redirect, type LoaderFunctionArgs } from '@remix-run/node';
import { homeOf, askedPage } from '../page-after-sign-in.ts';

/** To the office's own identity service, by a link: a form that leads elsewhere would be refused by the page's security policy. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const asked = askedPage(request);
  if (context.user) throw redirect(homeOf(context.user.kind, asked), 303);
  const { to, step } = await context.services.accounts.leaveForIdentityService(asked);
  context.pending.set(step);
  return redirect(to, 303);
}
