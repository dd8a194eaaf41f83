import type { AppLoadContext } from '@remix-run/node';
import { AppError } from '#contracts/errors.ts';

type User = NonNullable<AppLoadContext['user']>;

/**
 * The signed-in person; others are sent to sign in and brought back afterwards. What a person must have done first is asked before any
 * route is reached (web/server/first-visit.ts).
 */
export function requireUser(context: AppLoadContext): User {
  if (context.user) return context.user;
  throw new AppError('auth.required');
}

/** The signed-in person when they are of one of these kinds; 403 otherwise. */
export function requireKind(context: AppLoadContext, ...kinds: User['kind'][]): User {
  const user = requireUser(context);
  if (!kinds.includes(user.kind)) throw new AppError('access.denied');
  return user;
}
