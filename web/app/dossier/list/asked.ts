import { href, pages, withQuery } from '#contracts/pages/index.ts';
import { activeStatuses, type Status } from '#domain/dossier/index.ts';
import type { ListOrder } from '#web/server/services/dossier/list.ts';
import { orderAsked, orderWord, type ListOrder as ColumnOrder } from '../../lists/orders.ts';

/** Views of « Mes dossiers » by their names in the address. */
const views = { 'a-vous': 'yours', 'en-cours': 'open', fermes: 'closed', tous: 'all' } as const;

type ViewName = keyof typeof views;
type View = (typeof views)[ViewName];
type Kind = 'consumer' | 'merchant' | 'mediator' | 'officer';

/**
 * What the address asks of the list: `?vue=` and `?etat=` (bookmarkable), `?tri=` for its order, `?apres=` for the next page. A consumer sees closed dossiers
 * without asking, a merchant and a mediator ask for them.
 */
export function readAsked(
  kind: Kind,
  query: URLSearchParams,
): { view: View; status: Status | null; order: ListOrder; after: string | null } {
  const view = viewsOf(kind).find((each) => nameOf(each) === query.get('vue')) ?? defaultView(kind);
  const asked = query.get('etat');
  const status = activeStatuses.find((each) => each === asked && (kind === 'consumer' || each !== 'draft')) ?? null;
  return { view, status, order: orderAsked(ordersOf(kind, view), query.get('tri')), after: query.get('apres') };
}

const byChange = { name: 'changed', column: 'updated', down: true } as const;

/** A mediator's open dossiers stand in the order of their desk, or by the last change, as everybody else's do (B-10). */
export function ordersOf(kind: Kind, view: View): readonly ColumnOrder<ListOrder>[] {
  const desk = kind === 'mediator' && view !== 'closed';
  return desk ? [{ name: 'desk', column: 'turn' }, byChange] : [byChange];
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
export function listAddress(
  kind: Kind,
  asked: { view: View; status: Status | null; order?: ListOrder; after?: string | null },
): string {
  return withQuery(href(pages.dossier.list), { ...queryOf(kind, asked), apres: asked.after });
}

/** The same as its query alone: the file's too. */
export function queryOf(
  kind: Kind,
  { view, status, order }: { view: View; status: Status | null; order?: ListOrder },
): Record<string, string | null> {
  return {
    vue: view === defaultView(kind) ? null : (nameOf(view) ?? null),
    etat: status,
    tri: order ? orderWord(ordersOf(kind, view), order) : null,
  };
}
