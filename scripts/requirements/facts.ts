import type { ListItem } from '#content/lists/types.ts';
import type { Exception } from './exceptions.ts';
import type { Entry } from './list.ts';
import type { Marks } from './marks/marks.ts';

/** What the written lines of the pages are made from. */
export type Facts = {
  entries: ReadonlyMap<string, Entry>;
  marks: ReadonlyMap<string, Marks>;
  exceptions: readonly Exception[];
  /** Address of a route by its file, both from the root: `web/app/dossier/closing/close.route.tsx` → `/dossiers/:dossierId/fermeture`. */
  addresses: ReadonlyMap<string, string>;
  lists: Readonly<Record<string, readonly ListItem[]>>;
};
