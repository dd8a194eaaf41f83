import { AppError } from '#contracts/errors.ts';
import { listMembers } from '#db/directory/members.ts';
import { accessRequestsOf, type AccessRequestRow } from '#db/participation/access.ts';
import type { CurrentUser } from '../accounts/types.ts';
import type { Cursors } from '../cursors.ts';
import {
  findPeople,
  peopleOf,
  sendPeople,
  type ListedMember,
  type MemberFilter,
  type MemberOrder,
} from '../directory/company-people.ts';
import type { FileWords, ListAsked, SearchAsked } from '../list-page.ts';
import type { ParticipationDeps } from './deps.ts';

/** Requests of a company that are shown, the newest first. */
const mostShown = 100;

type Deps = Pick<ParticipationDeps, 'db' | 'limits'> & { cursors: Cursors };

/** Who acts for a company, as one of them sees it: an address of mail, and where an account stands, are for respondents. */
export type Colleague = Pick<ListedMember, 'id' | 'name' | 'email' | 'role' | 'state'>;

export type PeopleAsked = Omit<ListAsked<MemberFilter, MemberOrder>, 'after'>;

/** The people of a company as one of them sees it (F-019). */
export type CompanyPeople = {
  id: string;
  name: string;
  role: 'respondent' | 'representative';
  people: Colleague[];
  next: string | null;
  /** Whose access a respondent may ask to end. */
  removable: { id: string; name: string }[];
  /** What respondents asked of the Office; for respondents alone. */
  requests: AccessRequestRow[];
};

/** @throws AppError `access.not_found` for a company that is not theirs. */
export async function companyPeople(
  deps: Deps,
  user: CurrentUser,
  { merchantId, after, ...asked }: PeopleAsked & { merchantId: string; after: string | null },
): Promise<CompanyPeople> {
  const { role, merchantName: name } = membershipIn(user, merchantId);
  const { rows, next } = await peopleOf(deps, user, { ...seenBy(role, merchantId, asked), after });
  const people = rows.map((row) => colleague(role, row));
  if (role !== 'respondent') return { id: merchantId, name, role, people, next, removable: [], requests: [] };
  const [all, requests] = await Promise.all([
    listMembers(deps.db, merchantId),
    accessRequestsOf(deps.db, { merchantId, limit: mostShown }),
  ]);
  const removable = all.filter((member) => member.state !== 'removed' && member.role === 'representative');
  return { id: merchantId, name, role, people, next, removable, requests };
}

/** Those whose names, or address of mail where the reader sees it, hold the words. @throws AppError `access.not_found`, `rate.acts`. */
export async function findColleagues(
  deps: Deps,
  user: CurrentUser,
  { merchantId, ...asked }: SearchAsked & { merchantId: string },
): Promise<{ role: CompanyPeople['role']; people: Colleague[]; next: string | null }> {
  const { role } = membershipIn(user, merchantId);
  const { rows, next } = await findPeople(deps, user, { company: companyFor(role, merchantId), ...asked });
  return { role, people: rows.map((row) => colleague(role, row)), next };
}

/** The same whole, as a file. @throws AppError `access.not_found`, `rate.acts`. */
export async function sendColleagues(
  deps: Deps,
  user: CurrentUser,
  {
    merchantId,
    words,
    ...asked
  }: PeopleAsked & {
    merchantId: string;
    words: (given: { role: CompanyPeople['role']; people: Colleague[] }) => ReturnType<FileWords<Colleague>>;
  },
): Promise<Response> {
  const { role } = membershipIn(user, merchantId);
  return sendPeople(deps, user, {
    ...seenBy(role, merchantId, asked),
    words: (rows) => words({ role, people: rows.map((row) => colleague(role, row)) }),
  });
}

const companyFor = (role: CompanyPeople['role'], merchantId: string) => ({
  merchantId,
  present: true,
  byName: role !== 'respondent',
});

/** What a member may ask of the list: by what they do not see, it is neither narrowed nor searched. */
function seenBy(role: CompanyPeople['role'], merchantId: string, { filter, order }: PeopleAsked) {
  const state = role === 'respondent' ? filter.state : null;
  return { company: companyFor(role, merchantId), filter: { ...filter, state }, order };
}

function colleague(role: CompanyPeople['role'], { id, name, email, role: has, state }: ListedMember): Colleague {
  return { id, name, email: role === 'respondent' ? email : '', role: has, state };
}

/** @throws AppError `access.not_found`. */
export function membershipIn(user: CurrentUser, merchantId: string): CurrentUser['memberships'][number] {
  const found = user.memberships.find((membership) => membership.merchantId === merchantId);
  if (!found) throw new AppError('access.not_found');
  return found;
}
