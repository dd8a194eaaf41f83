import type { AppLoadContext } from '@remix-run/node';
import { useRouteLoaderData } from '@remix-run/react';
import { createContext, useContext } from 'react';
import { fullName } from '#domain/typed/person-name.ts';

/** What every page knows: who reads, in which language and theme, and a fresh key for its forms. */
export function rootDataOf(context: AppLoadContext) {
  const { user, theme, settings, announced, url, keeping, taken, now } = context;
  return {
    user: user && {
      id: user.id,
      kind: user.kind,
      name: fullName(user) || user.email,
      email: user.email,
    },
    theme,
    settings,
    announced,
    url,
    /** What the script that keeps forms is given (forms/kept/types.ts). */
    keeping: { ...keeping, taken: taken.join(' '), now },
    formKey: context.newKey(),
    // A refusal is shown at the address that was asked for, which is not its page's own: scripts would reload it without end.
    scripts: context.refusal === null,
    titlePrefix: context.refused ? context.t('forms:titlePrefix') : '',
  };
}

export type RootData = ReturnType<typeof rootDataOf>;

/** The same on the server, for a page whose loaders did not run: those of a form that was refused whole. */
export const ServerRootContext = createContext<RootData | null>(null);

export function useRoot(): RootData | null {
  const loaded = useRouteLoaderData<RootData>('root');
  const given = useContext(ServerRootContext);
  // Such a page has no data for its scripts.
  return loaded ?? (given && { ...given, scripts: false });
}
