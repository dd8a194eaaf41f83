import { isUuid } from '#contracts/ids.ts';
import {
  countReferrals,
  listReferrals,
  referralsOfDossier,
  type ReferralOrder,
  type ReferralRow,
  type ReferralState,
} from '#db/referrals/issued-codes.ts';
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

export type { ReferralOrder, ReferralRow };

type Deps = Pick<ServiceDeps, 'db' | 'limits' | 'now'> & { cursors: Cursors };

/** What the codes are narrowed to; null where they are not. */
export type ReferralFilter = { state: ReferralState | null };

/** Codes as a filter narrows them (F-051), fifty a page, and how many stand in each state: `most` of them is « this many or more ». */
export async function referralsPage(
  deps: Deps,
  { id }: Pick<CurrentUser, 'id'>,
  { filter, order, after }: ListAsked<ReferralFilter, ReferralOrder>,
): Promise<{
  rows: ReferralRow[];
  next: string | null;
  counts: Record<ReferralState | 'all', number>;
  most: number;
}> {
  const now = deps.now().toISOString();
  const [page, counts] = await Promise.all([
    pageOf(deps, { list: ['codes', id, filter, order], after }, (part) =>
      listReferrals(deps.db, { ...filter, now, words: null, order, ...part }),
    ),
    countReferrals(deps.db, { now, most: mostCounted }),
  ]);
  return { ...page, counts, most: mostCounted };
}

/** Codes of a number, of a whole address of mail, or of a merchant that holds the words; issued last first. @throws AppError `rate.acts`. */
export function findReferrals(
  deps: Deps,
  officer: CurrentUser,
  asked: SearchAsked,
): Promise<{ rows: ReferralRow[]; next: string | null }> {
  const now = deps.now().toISOString();
  return foundPage(deps, officer, {
    ...asked,
    list: ['codes'],
    read: (part) => listReferrals(deps.db, { state: null, now, words: asked.words, order: 'newest', ...part }),
  });
}

/** What the codes of a dossier were issued for, as the form of codes has it; null when there are none, or their address is erased. */
export async function asIssuedFor({ db, now }: Deps, dossierId: string) {
  if (!isUuid(dossierId)) return null;
  const [last] = await referralsOfDossier(db, { dossierId, now: now().toISOString() });
  if (!last?.email) return null;
  const { email, merchantId, problemKind, language } = last;
  return { email, merchantId, problemKind, language };
}

/** The list as a file. @throws AppError `rate.acts`. */
export function sendReferrals(
  deps: Deps,
  officer: CurrentUser,
  { words, filter, order }: Omit<ListAsked<ReferralFilter, ReferralOrder>, 'after'> & { words: FileWords<ReferralRow> },
): Promise<Response> {
  const now = deps.now().toISOString();
  return fileOf(deps, officer, {
    read: (part) => listReferrals(deps.db, { ...filter, now, words: null, order, ...part }),
    words,
  });
}
