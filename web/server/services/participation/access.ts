import { AppError } from '#contracts/errors.ts';
import { isUuid } from '#contracts/ids.ts';
import { href, pages } from '#contracts/pages/index.ts';
import type { AccessPerson } from '#contracts/schemas/participation.ts';
import { personById } from '#db/accounts/people.ts';
import { listMembers, type MemberRow } from '#db/directory/members.ts';
import {
  accessRequestById,
  answerAccessRequest,
  insertAccessRequest,
  lockAccessOf,
  lockAccessRequest,
  waitingAccess,
  type AccessRequestRow,
} from '#db/participation/access.ts';
import { usesOf } from '#db/participation/requests.ts';
import type { Database } from '#db/database.ts';
import { inTransaction, type Transaction } from '#db/transaction.ts';
import { enqueueAccountMail } from '../accounts/account-mail.ts';
import type { CurrentUser } from '../accounts/types.ts';
import { joinMerchant, leaveMerchant } from '../directory/members.ts';
import { auditOnce } from '../office/audit.ts';
import { besideOf, type PersonBeside } from './review.ts';
import { membershipIn } from './company.ts';
import type { Answering, ParticipationDeps } from './deps.ts';

/** Requests of one company that may wait at once. */
const mostWaiting = 30;

/** What a respondent asks: one of the three. */
type AskedAccess =
  { kind: 'add'; person: AccessPerson } | { kind: 'remove'; memberId: string } | { kind: 'change'; body: string };

/**
 * F-019: a respondent asks the Office to give a person access, to end a representative's, or tells of another change. Sent twice it is one request.
 *
 * @throws AppError `access.not_found` for a company that is not theirs or somebody who does not represent it, `access.denied` for a representative,
 *   `access_request.twice` when the same is asked already, `access_request.too_many`, `member.exists`, `rate.today`.
 */
export async function askAccess(
  deps: ParticipationDeps,
  user: CurrentUser,
  { merchantId, asked, key }: { merchantId: string; asked: AskedAccess; key: string },
): Promise<void> {
  if (membershipIn(user, merchantId).role !== 'respondent') throw new AppError('access.denied');
  await deps.limits.count('accessRequestsDay', user.id);
  await inTransaction(deps, async ({ db }) => {
    await lockAccessOf(db, merchantId);
    const act = { actorId: user.id, action: `access.asked_${asked.kind}`, subject: key, key };
    if (!(await auditOnce(db, { ...act, values: { merchantId, ...asked } }))) return;
    await demandNew(db, merchantId, asked);
    await insertAccessRequest(db, {
      id: key,
      merchantId,
      kind: asked.kind,
      person: asked.kind === 'add' ? asked.person : null,
      memberId: asked.kind === 'remove' ? asked.memberId : null,
      body: asked.kind === 'change' ? asked.body : '',
      askedBy: user.id,
      askedAt: deps.now().toISOString(),
    });
  });
}

async function demandNew(db: Database, merchantId: string, asked: AskedAccess): Promise<void> {
  const memberId = asked.kind === 'remove' ? asked.memberId : null;
  const email = asked.kind === 'add' ? asked.person.email : null;
  const present = await presentMembers(db, merchantId);
  if (memberId && !present.some(({ id, role }) => id === memberId && role === 'representative'))
    throw new AppError('access.not_found');
  if (email && present.some((member) => member.email.toLowerCase() === email)) throw new AppError('member.exists');
  const waiting = await waitingAccess(db, { merchantId, memberId, email });
  if (waiting.same) throw new AppError('access_request.twice');
  if (waiting.count >= mostWaiting) throw new AppError('access_request.too_many');
}

/** One request, for an officer: what the person's address serves already, or how many open dossiers they have charge of. @throws AppError `access.not_found`. */
export async function accessRequest(
  { db }: ParticipationDeps,
  id: string,
): Promise<AccessRequestRow & { inCharge: number; beside: PersonBeside | null }> {
  const row = isUuid(id) ? await accessRequestById(db, id) : null;
  if (!row) throw new AppError('access.not_found');
  const member = (await presentMembers(db, row.merchantId)).find((each) => each.id === row.memberId);
  const beside = row.person && besideOf(row.person.email, await usesOf(db, [row.person.email]));
  return { ...row, inCharge: Number(member?.inCharge ?? 0), beside };
}

async function presentMembers(db: Database, merchantId: string): Promise<MemberRow[]> {
  return (await listMembers(db, merchantId)).filter(({ state }) => state !== 'removed');
}

/**
 * F-019: does what was asked, as the Office does it by hand, and tells the respondent by mail. A change is what the officer did about it elsewhere.
 *
 * @throws AppError `access_request.answered` when another officer was first; `account.of_…`, `member.exists`.
 */
export function doAccess(deps: ParticipationDeps, answering: Answering): Promise<void> {
  return answered(deps, { ...answering, state: 'done' }, async (transaction, row) => {
    const { merchantId, kind, person, memberId } = row;
    const { officerId: actorId } = answering;
    if (kind === 'add' && person) {
      await joinMerchant(deps, transaction, { actorId, merchantId, person, role: 'representative' });
    } else if (kind === 'remove' && memberId) {
      // Another officer may have ended it from the company's page: then it is done.
      if ((await presentMembers(transaction.db, merchantId)).some(({ id }) => id === memberId))
        await leaveMerchant(deps, transaction, { actorId, merchantId, userId: memberId });
    }
  });
}

/** F-019: the Office does not do what was asked, for a reason that the respondent reads. @throws AppError `access_request.answered`. */
export function declineAccess(deps: ParticipationDeps, answering: Answering): Promise<void> {
  return answered(deps, { ...answering, state: 'declined' }, async () => {});
}

async function answered(
  deps: ParticipationDeps,
  { officerId, id, answer, key, state }: Answering & { state: 'done' | 'declined' },
  act: (transaction: Transaction, row: AccessRequestRow) => Promise<void>,
): Promise<void> {
  await inTransaction(deps, async (transaction) => {
    const { db } = transaction;
    const audited = { actorId: officerId, action: `access.${state}`, subject: id, key, values: { answer } };
    if (!(await auditOnce(db, audited))) return;
    const row = isUuid(id) ? await lockAccessRequest(db, id) : null;
    if (!row) throw new AppError('access.not_found');
    if (row.state !== 'waiting') throw new AppError('access_request.answered');
    await act(transaction, row);
    await answerAccessRequest(db, { id, state, answer, answeredBy: officerId, answeredAt: deps.now().toISOString() });
    await tellRespondent(db, row, state);
  });
}

/** Whoever asked may have left meanwhile: a closed account is not written to. */
async function tellRespondent(db: Database, row: AccessRequestRow, state: 'done' | 'declined'): Promise<void> {
  const to = await personById(db, row.askedBy);
  if (!to || to.disabled) return;
  await enqueueAccountMail(db, {
    to,
    template: state === 'done' ? 'access-request-done' : 'access-request-declined',
    subject: row.id,
    params: { merchantName: row.merchantName, path: href(pages.participation.company, { merchantId: row.merchantId }) },
  });
}
