import type { AppLoadContext, LoaderFunctionArgs } from '@remix-run/node';
import { AppError } from '#contracts/errors.ts';
import type { Entrants, Page, Params } from '#contracts/pages/page.ts';

export type User = NonNullable<AppLoadContext['user']>;
export type PageArgs = Pick<LoaderFunctionArgs, 'context' | 'params'>;

/** The person that a page lets in: signed in, or perhaps not where anyone enters. */
export type Entrant<Who extends Entrants> = Who extends 'anyone' ? User | null : User;

/**
 * The reader, when they may enter. What a person must have done first is asked before (web/server/first-visit.ts).
 *
 * @throws AppError `auth.required` when nobody is signed in, which leads to sign in and back; `access.denied` or `access.consumers_only` for another kind of account.
 */
export function admit<Who extends Entrants>(who: Who, user: User | null): Entrant<Who> {
  if (who !== 'anyone') {
    if (!user) throw new AppError('auth.required');
    if (who !== 'signedIn' && who !== 'reader' && user.kind !== who) {
      // Codes and invitations are sent to addresses, whatever account has them: its owner reads what to do instead.
      throw new AppError(who === 'consumer' ? 'access.consumers_only' : 'access.denied');
    }
  }
  return user as Entrant<Who>;
}

/**
 * What a loader or an action begins with: the reader whom the page's entry lets in, and the parameters that its address names.
 *
 * @example const { user, params } = enter(pages.office.merchant, args);
 */
export function enter<Path extends string, Who extends Entrants>(
  page: Page<Path, Who>,
  { context, params }: PageArgs,
): { user: Entrant<Who>; params: Params<Path> } {
  return { user: admit(page.enters, context.user), params: params as Params<Path> };
}

/** {@link enter} for the forms of a page that more people read than may send. */
export function enterToAct<Path extends string, Who extends Entrants>(
  page: Page<Path, Entrants, Who>,
  { context, params }: PageArgs,
): { user: Entrant<Who>; params: Params<Path> } {
  return { user: admit(page.acts, context.user), params: params as Params<Path> };
}
