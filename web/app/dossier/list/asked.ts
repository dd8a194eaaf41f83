import { href, pages, withQuery } from '#contracts/pages/index.ts';
import { activeStatuses, type Status } from '#domain/dossier/index.ts';

/** Views of « Mes dossiers » by their names in the address. */
const views = { 'a-vous': 'yours', 'en-cours': 'open', fermes: 'closed', tous: 'all' } as const;

type ViewName = keyof typeof views;
type View = (typeof views)[ViewName];
type Kind = 'consumer' | 'merchant' | 'mediator' | 'officer';

/**
 * What the address asks of the list: `?vue=` and `?etat=` (bookmarkable), `?apres=` for the next page. A consumer sees closed dossiers
 * without asking, a merchant and a mediator ask for them.
 */
export function readAsked(
  kind: Kind,
  query: URLSearchParams,
): { view: View; status: Status | null; after: string | null } {
  const view = viewsOf(kind).find((each) => nameOf(each) === query.get('vue')) ?? defaultView(kind);
  const asked = query.get('etat');
  const status = activeStatuses.find((each) => each === asked && (kind === 'consumer' || each !== 'draft')) ?? null;
  return { view, status, after: query.get('apres') };
}

/** The views that people of a kind choose among, in order. */
export function viewsOf(kind: Kind): View[] {
  return kind === 'consumer' ? ['all', 'yours', 'open', 'closed'] : ['open', 'yours', 'closed'];
}

function defaultView(kind: Kind): View {
  return kind === 'consumer' ? 'all' : 'open';
}

function nameOf(view: View): ViewName | undefined {
  return (Object.keys(views) as ViewName[]).find((name) => views[name] === view);
}

/** The address that {@link readAsked} reads so. */
export function listAddress(kind: Kind, asked: { view: View; status: Status | null; after?: string | null }): string {
  const { view, status, after } = asked;
  return withQuery(href(pages.dossier.list), {
    vue: view === defaultView(kind) ? null : nameOf(view),
    etat: status,
    apres: after,
  });
}
