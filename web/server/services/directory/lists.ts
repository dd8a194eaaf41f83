import {
  countMediators,
  isByName,
  searchMediators,
  type MediatorFilter,
  type MediatorOrder,
  type MediatorRow,
} from '#db/directory/mediators.ts';
import {
  countMerchants,
  searchMerchants,
  type MerchantFilter,
  type MerchantOrder,
  type MerchantRow,
} from '#db/directory/merchants.ts';
import type { CurrentUser } from '../accounts/types.ts';
import type { Cursors } from '../cursors.ts';
import type { ServiceDeps } from '../deps.ts';
import {
  fileOf,
  foundPage,
  mostCounted,
  pageOf,
  type FileWords,
  type ListAsked,
  type SearchAsked,
} from '../list-page.ts';

export type { MediatorFilter, MediatorOrder, MediatorRow, MerchantFilter, MerchantOrder, MerchantRow };

type Deps = Pick<ServiceDeps, 'db' | 'limits'> & { cursors: Cursors };
type Page<Row> = { rows: Row[]; next: string | null };
type Counted = { count: number; most: number };

const allMerchants: MerchantFilter = { respondent: null };
const allMediators: MediatorFilter = { state: null, language: null };

/** Merchants that a filter keeps, and how many they are (F-014): `most` of them is « this many or more ». */
export async function listMerchants(
  deps: Deps,
  { id }: Pick<CurrentUser, 'id'>,
  { filter, order, after }: ListAsked<MerchantFilter, MerchantOrder>,
): Promise<Page<MerchantRow> & Counted> {
  const [page, count] = await Promise.all([
    pageOf(deps, { list: ['merchants', id, filter, order], after }, (part) =>
      searchMerchants(deps.db, { search: '', filter, order, ...part }),
    ),
    countMerchants(deps.db, { filter, most: mostCounted }),
  ]);
  return { ...page, count, most: mostCounted };
}

/** Merchants by name whose names, NEQ, town or members hold the words. @throws AppError `rate.acts`. */
export function findMerchants(deps: Deps, officer: CurrentUser, asked: SearchAsked): Promise<Page<MerchantRow>> {
  return foundPage(deps, officer, {
    ...asked,
    list: ['merchants'],
    read: (part) => searchMerchants(deps.db, { search: asked.words, filter: allMerchants, order: 'name', ...part }),
  });
}

/** The list as a file. @throws AppError `rate.acts`. */
export function sendMerchants(
  deps: Deps,
  officer: CurrentUser,
  { words, ...asked }: Omit<ListAsked<MerchantFilter, MerchantOrder>, 'after'> & { words: FileWords<MerchantRow> },
): Promise<Response> {
  return fileOf(deps, officer, {
    read: (part) => searchMerchants(deps.db, { search: '', ...asked, ...part }),
    words,
  });
}

/** Mediators that a filter keeps, and how many they are (F-020): `most` of them is « this many or more ». */
export async function listMediators(
  deps: Deps,
  { id }: Pick<CurrentUser, 'id'>,
  { filter, order, after }: ListAsked<MediatorFilter, MediatorOrder>,
): Promise<Page<MediatorRow> & Counted> {
  const [page, count] = await Promise.all([
    pageOf(deps, { list: ['mediators', id, filter, order], after, named: isByName(order) }, (part) =>
      searchMediators(deps.db, { search: '', filter, order, ...part }),
    ),
    countMediators(deps.db, { filter, most: mostCounted }),
  ]);
  return { ...page, count, most: mostCounted };
}

/** Mediators by name whose names, address of mail or accreditation hold the words. @throws AppError `rate.acts`. */
export function findMediators(deps: Deps, officer: CurrentUser, asked: SearchAsked): Promise<Page<MediatorRow>> {
  return foundPage(deps, officer, {
    ...asked,
    list: ['mediators'],
    named: true,
    read: (part) => searchMediators(deps.db, { search: asked.words, filter: allMediators, order: 'name', ...part }),
  });
}

/** The list as a file. @throws AppError `rate.acts`. */
export function sendMediators(
  deps: Deps,
  officer: CurrentUser,
  { words, ...asked }: Omit<ListAsked<MediatorFilter, MediatorOrder>, 'after'> & { words: FileWords<MediatorRow> },
): Promise<Response> {
  return fileOf(deps, officer, {
    read: (part) => searchMediators(deps.db, { search: '', ...asked, ...part }),
    words: (rows) => words(rows),
  });
}
