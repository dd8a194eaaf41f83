import { redirect, type AppLoadContext } from '@remix-run/node';
import { AppError } from '#contracts/errors.ts';

type User = NonNullable<AppLoadContext['user']>;

/** The signed-in person; others are sent to sign in and brought back afterwards. */
export function requireUser(context: AppLoadContext): User {
  if (context.user) return context.user;
  const back = context.url.path + context.url.search;
  throw redirect(`/connexion?suite=${encodeURIComponent(back)}`, 303);
}

/** The signed-in person when they are of one of these kinds; 403 otherwise. */
export function requireKind(context: AppLoadContext, ...kinds: User['kind'][]): User {
  const user = requireUser(context);
  if (!kinds.includes(user.kind)) throw new AppError('access.denied');
  return user;
}

/**
 * The signed-in person once they have accepted the terms and undertaking in force (F-018, A-20) and filled in their profile; they are
 * sent to the page that asks for it. Every page of dossiers starts with this.
 */
export function requireTerms(context: AppLoadContext, ...kinds: User['kind'][]): User {
  const user = kinds.length > 0 ? requireKind(context, ...kinds) : requireUser(context);
  const back = encodeURIComponent(context.url.path + context.url.search);
  if (user.termsDue) throw redirect(`/engagement?suite=${back}`, 303);
  if (!user.profileComplete) throw redirect(`/profil?suite=${back}`, 303);
  return user;
}
