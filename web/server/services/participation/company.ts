import { AppError } from '#contracts/errors.ts';
import { accessRequestsOf, type AccessRequestRow } from '#db/participation/access.ts';
import { listMembers, type MemberRow } from '#db/directory/members.ts';
import type { CurrentUser } from '../accounts/types.ts';
import type { ParticipationDeps } from './deps.ts';

/** Requests of a company that are shown, the newest first. */
const mostShown = 100;

/** The people of a company as one of them sees it (F-019). */
export type CompanyPeople = {
  id: string;
  name: string;
  role: 'respondent' | 'representative';
  members: Pick<MemberRow, 'id' | 'name' | 'email' | 'role' | 'state'>[];
  /** What respondents asked of the Office; for respondents alone. */
  requests: AccessRequestRow[];
};

/** @throws AppError `access.not_found` for a company that is not theirs. */
export async function companyPeople(
  { db }: ParticipationDeps,
  user: CurrentUser,
  merchantId: string,
): Promise<CompanyPeople> {
  const { role, merchantName: name } = membershipIn(user, merchantId);
  const members = (await listMembers(db, merchantId))
    .filter(({ state }) => state !== 'removed')
    .map((member) => ({
      id: member.id,
      name: member.name,
      email: role === 'respondent' ? member.email : '',
      role: member.role,
      state: member.state,
    }));
  const requests = role === 'respondent' ? await accessRequestsOf(db, { merchantId, limit: mostShown }) : [];
  return { id: merchantId, name, role, members, requests };
}

/** @throws AppError `access.not_found`. */
export function membershipIn(user: CurrentUser, merchantId: string): CurrentUser['memberships'][number] {
  const found = user.memberships.find((membership) => membership.merchantId === merchantId);
  if (!found) throw new AppError('access.not_found');
  return found;
}
