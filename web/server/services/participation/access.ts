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
 * @throws AppError `access.not_found` for a company that is not theirs or somebody who never was of it, `form.gone` for somebody who represents it no
 *   more, `access.denied` for a representative, `access_request.twice` when the same is asked already, `access_request.too_many`, `member.exists`, `rate.today`.
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
  const members = await listMembers(db, merchantId);
  const member = members.find(({ id }) => id === memberId);
  if (memberId && !member) throw new AppError('access.not_found');
  // From a page that was left open: removed since, or a respondent now.
  if (member && (member.state === 'removed' || member.role !== 'representative')) throw new AppError('form.gone');
  const present = members.filter(({ state }) => state !== 'removed');
  if (email && present.some((each) => each.email.toLowerCase() === email)) throw new AppError('member.exists');
  const waiting = await waitingAccess(db, { merchantId, memberId, email });
  if (waiting.same) throw new AppError('access_request.twice');
  if (waiting.count >= mostWaiting) throw new AppError('access_request.too_many');
}

/**
 * What a respondent asks, with what is known beside it. `isMember`: the person whom it is about has access now; `inCharge`: open dossiers that they have charge
 * of; `answering`: those closed by an agreement in which they still answer messages (F-103); `beside`: what the address of a person to add serves already.
 */
type RequestedAccess = AccessRequestRow & {
  inCharge: number;
  answering: number;
  isMember: boolean;
  beside: PersonBeside | null;
};

/** One request, for an officer: what the person's address serves already, or how many open dossiers they have charge of. @throws AppError `access.not_found`. */
export async function accessRequest({ db }: ParticipationDeps, id: string): Promise<RequestedAccess> {
  const row = isUuid(id) ? await accessRequestById(db, id) : null;
  if (!row) throw new AppError('access.not_found');
  const { person, memberId } = row;
  const email = person?.email.toLowerCase();
  const member = (await presentMembers(db, row.merchantId)).find(
    (each) => each.id === memberId || each.email.toLowerCase() === email,
  );
  const beside = person && besideOf(person.email, await usesOf(db, [person.email]));
  return {
    ...row,
    inCharge: Number(member?.inCharge ?? 0),
    answering: Number(member?.answering ?? 0),
    isMember: member !== undefined,
    beside,
  };
}

async function presentMembers(db: Database, merchantId: string): Promise<MemberRow[]> {
  return (await listMembers(db, merchantId)).filter(({ state }) => state !== 'removed');
}

/** Whether whoever asked is written to. */
type Told = 'told' | 'untold';

/**
 * F-019: does what was asked, as the Office does it by hand, and tells the respondent by mail. A change is what the officer did about it elsewhere.
 *
 * @throws AppError `access_request.answered` when another officer was first; `account.of_…`, `member.exists`.
 */
export function doAccess(deps: ParticipationDeps, answering: Answering): Promise<Told> {
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
export function declineAccess(deps: ParticipationDeps, answering: Answering): Promise<Told> {
  return answered(deps, { ...answering, state: 'declined' }, async () => {});
}

async function answered(
  deps: ParticipationDeps,
  { officerId, id, answer, key, state }: Answering & { state: 'done' | 'declined' },
  act: (transaction: Transaction, row: AccessRequestRow) => Promise<void>,
): Promise<Told> {
  return inTransaction(deps, async (transaction) => {
    const { db } = transaction;
    const audited = { actorId: officerId, action: `access.${state}`, subject: id, key, values: { answer } };
    const first = await auditOnce(db, audited);
    const row = isUuid(id) ? await lockAccessRequest(db, id) : null;
    if (!row) throw new AppError('access.not_found');
    const told: Told = (await hearsOf(db, row)) ? 'told' : 'untold';
    if (!first) return told;
    if (row.state !== 'waiting') throw new AppError('access_request.answered');
    await act(transaction, row);
    await answerAccessRequest(db, { id, state, answer, answeredBy: officerId, answeredAt: deps.now().toISOString() });
    if (told === 'told') await tellRespondent(db, row, state);
    return told;
  });
}

/** Whether the person who asked hears of the answer: whoever has left the company meanwhile does not. */
async function hearsOf(db: Database, { merchantId, askedBy: userId }: AccessRequestRow): Promise<boolean> {
  return (await presentMembers(db, merchantId)).some(({ id }) => id === userId);
}

async function tellRespondent(db: Database, row: AccessRequestRow, state: 'done' | 'declined'): Promise<void> {
  const to = await personById(db, row.askedBy);
  if (!to) return;
  await enqueueAccountMail(db, {
    to,
    template: state === 'done' ? 'access-request-done' : 'access-request-declined',
    subject: row.id,
    params: { merchantName: row.merchantName, path: href(pages.participation.company, { merchantId: row.merchantId }) },
  });
}
