import {
  isMemberByName,
  memberPage,
  type ListedMember,
  type MemberFilter,
  type MemberOrder,
  type MembersAsked,
} from '#db/directory/members.ts';
import type { CurrentUser } from '../accounts/types.ts';
import type { Cursors } from '../cursors.ts';
import type { ServiceDeps } from '../deps.ts';
import { fileOf, foundPage, pageOf, type FileWords, type ListAsked, type SearchAsked } from '../list-page.ts';

export type { ListedMember, MemberFilter, MemberOrder };

type Deps = Pick<ServiceDeps, 'db' | 'limits'> & { cursors: Cursors };
type Page = { rows: ListedMember[]; next: string | null };

/** Whose people, and what of them the reader may be shown. */
type Company = Pick<MembersAsked, 'merchantId' | 'present' | 'byName'>;
type Asked = Omit<ListAsked<MemberFilter, MemberOrder>, 'after'>;

/** The people of a company, fifty a page (F-019). */
export function peopleOf(
  { db, cursors }: Pick<Deps, 'db' | 'cursors'>,
  { id }: Pick<CurrentUser, 'id'>,
  { company, filter, order, after }: Asked & { company: Company; after: string | null },
): Promise<Page> {
  const list = ['people', id, company.merchantId, filter, order];
  return pageOf({ cursors }, { list, after, named: isMemberByName(order) }, (part) =>
    memberPage(db, { ...company, filter, order, ...part }),
  );
}

/** Those whose names, or address of mail where the reader sees it, hold the words. @throws AppError `rate.acts`. */
export function findPeople(
  deps: Deps,
  user: Pick<CurrentUser, 'id'>,
  { company, ...asked }: SearchAsked & { company: Company },
): Promise<Page> {
  const filter = { role: null, state: null };
  return foundPage(deps, user, {
    ...asked,
    list: ['people', company.merchantId],
    named: true,
    read: (part) => memberPage(deps.db, { ...company, filter, words: asked.words, order: 'standing', ...part }),
  });
}

/** The same whole, as a file. @throws AppError `rate.acts`. */
export function sendPeople(
  deps: Pick<Deps, 'db' | 'limits'>,
  user: Pick<CurrentUser, 'id'>,
  { company, words, ...asked }: Asked & { company: Company; words: FileWords<ListedMember> },
): Promise<Response> {
  return fileOf(deps, user, { read: (part) => memberPage(deps.db, { ...company, ...asked, ...part }), words });
}
