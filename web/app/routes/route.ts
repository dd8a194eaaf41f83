/** One entry of Remix's route table; `file` is relative to web/app. */
export type RouteEntry = { path?: string; index?: boolean; file: string; children?: RouteEntry[] };

/**
 * A page, or a resource when its module has no component.
 *
 * @example page('connexion', 'routes/account/sign-in.tsx')
 */
export function page(path: string, file: string, children?: RouteEntry[]): RouteEntry {
  return { path, file, ...(children ? { children } : {}) };
}

/** The page of its parent's own address. */
export function index(file: string): RouteEntry {
  return { index: true, file };
}

/** A frame around pages, without a part of the address. */
export function frame(file: string, children: RouteEntry[]): RouteEntry {
  return { file, children };
}
