import { createContext, useContext } from 'react';

/**
 * What a route exports as its `handle` when something on its page is done by scripts (saving what is typed, showing the fields of a choice):
 * `export const handle = withScripts`. Other pages are sent without scripts, and without their data a second time for them.
 */
export const withScripts = { scripts: true } as const;

type Handle = { scripts?: boolean } | undefined;

/** Whether a route works with scripts. */
export function hasScripts(handle: unknown): boolean {
  return (handle as Handle)?.scripts === true;
}

/** Whether scripts come with the page: said by the server that makes it, and true wherever they run. */
export const ScriptsContext = createContext(true);

export function usePageScripts(): boolean {
  return useContext(ScriptsContext);
}
