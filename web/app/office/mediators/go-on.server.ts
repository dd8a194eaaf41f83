import { redirect, type AppLoadContext } from '@remix-run/node';
import { href, pages, withQuery } from '#contracts/pages/index.ts';
import { refusalOf } from '#contracts/refusal.ts';
import type { CurrentUser } from '#web/server/services/accounts/types.ts';

/** What the page of a hand-over is told when the step before it was stopped: it waits for the officer instead of going on. */
export const stopped = 'arret';

/** The first step of a hand-over, and its page, which goes on from there. What was confirmed is written down: an engine that is away stops it, and nothing is lost. */
export async function goOnFrom(context: AppLoadContext, officer: CurrentUser, handOverId: string) {
  const to = href(pages.office.handingOver, { handOverId });
  try {
    await context.services.office.goOn(officer, handOverId);
    return redirect(to, 303);
  } catch (error) {
    if (!refusalOf(error)) throw error;
    return redirect(withQuery(to, { [stopped]: '1' }), 303);
  }
}
