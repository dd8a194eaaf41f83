import { redirect, type AppLoadContext } from '@remix-run/node';
import { href, pages } from '#contracts/pages/index.ts';
import { withAsked } from '../page-after-sign-in.ts';

/**
 * Opens the session of a person who gave a password, a code or a link, and leads on: to `next`, or to the second step first, for those who have one
 * (ASVS 6.3.3, 6.3.4).
 *
 * @param who.mark of the password, where one was given.
 */
export async function openSession(
  context: AppLoadContext,
  { userId, mark }: { userId: string; mark?: string },
  next: string,
) {
  const open = await context.session.start(userId, mark);
  return redirect(open ? next : withAsked(href(pages.accounts.secondStep), next), 303);
}
