import {
  policyVersionPage,
  policyVersions,
  type PolicyVersionOrder,
  type PolicyVersionRow,
} from '#db/office/policy-versions.ts';
import type { PageAsked } from '#db/ordered.ts';
import { standings, type Standing } from '#domain/policy/versions.ts';
import type { CurrentUser } from '../accounts/types.ts';
import type { Cursors } from '../cursors.ts';
import type { ServiceDeps } from '../deps.ts';
import { fileOf, foundPage, pageOf, type FileWords, type ListAsked, type SearchAsked } from '../list-page.ts';

export type { PolicyVersionOrder };

type Deps = Pick<ServiceDeps, 'db' | 'now' | 'limits'> & { cursors: Cursors };

/** A line of the list of versions. */
export type VersionLine = PolicyVersionRow & { standing: Standing };

export type VersionFilter = { standing: Standing | null };

type Page = { rows: VersionLine[]; next: string | null };

/** Where each version stands now, by its number; the installation's is over once another has come into force. */
async function standingOf({ db, now }: Pick<Deps, 'db' | 'now'>): Promise<Map<number, Standing>> {
  const written = standings(await policyVersions(db), now().toISOString());
  const replaced = written.some(({ standing }) => standing === 'inForce');
  const first: [number, Standing] = [1, replaced ? 'over' : 'inForce'];
  return new Map([first, ...written.map(({ number, standing }): [number, Standing] => [number, standing])]);
}

type Asked = { filter: VersionFilter; order: PolicyVersionOrder; words?: string };

/** Reads a page of those that a filter keeps. */
function reading({ db }: Pick<Deps, 'db'>, stand: Map<number, Standing>, { filter, ...asked }: Asked) {
  const kept = [...stand].filter(([, standing]) => filter.standing === null || standing === filter.standing);
  const numbers = kept.map(([number]) => number);
  return async (part: PageAsked): Promise<VersionLine[]> => {
    const rows = await policyVersionPage(db, { ...asked, ...part, numbers });
    return rows.map((row) => ({ ...row, standing: stand.get(row.number) ?? 'over' }));
  };
}

/** Every version of the durations, fifty a page (T-08). */
export async function listVersions(
  deps: Deps,
  { id }: Pick<CurrentUser, 'id'>,
  { filter, order, after }: ListAsked<VersionFilter, PolicyVersionOrder>,
): Promise<Page> {
  const stand = await standingOf(deps);
  return pageOf(deps, { list: ['policy', id, filter, order], after }, reading(deps, stand, { filter, order }));
}

/** Those that somebody whose name holds the words has written. @throws AppError `rate.acts`. */
export async function findVersions(deps: Deps, officer: Pick<CurrentUser, 'id'>, asked: SearchAsked): Promise<Page> {
  const stand = await standingOf(deps);
  const read = reading(deps, stand, { filter: { standing: null }, order: 'newest', words: asked.words });
  return foundPage(deps, officer, { ...asked, list: ['policy'], read });
}

/** The same whole, as a file. @throws AppError `rate.acts`. */
export async function sendVersions(
  deps: Deps,
  officer: Pick<CurrentUser, 'id'>,
  { words, ...asked }: Omit<ListAsked<VersionFilter, PolicyVersionOrder>, 'after'> & { words: FileWords<VersionLine> },
): Promise<Response> {
  return fileOf(deps, officer, { read: reading(deps, await standingOf(deps), asked), words });
}
