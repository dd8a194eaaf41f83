import { randomUUID } from 'node:crypto';
import { href, pages } from '#contracts/pages/index.ts';
import { AppError } from '#contracts/errors.ts';
import { isUuid } from '#contracts/ids.ts';
import { holdAccount, personById } from '#db/accounts/people.ts';
import { deleteSessionsOf } from '#db/accounts/sessions.ts';
import type { Database } from '#db/database.ts';
import {
  endMembership as endMembershipNow,
  hasMembership,
  listMembers,
  presentRespondents,
  type MemberRow,
} from '#db/directory/members.ts';
import { isCurrentMember } from '#db/predicates.ts';
import { Merchant, MerchantMember } from '#db/schema/index.ts';
import { inTransaction, type Transaction } from '#db/transaction.ts';
import { fullName } from '#domain/typed/person-name.ts';
import { enqueueAccountMail } from '../accounts/account-mail.ts';
import { auditOnce } from '../office/audit.ts';
import { closeAccount, openAccount, reopenAccount, sendLink } from './accounts.ts';
import { nameMark } from './record-mark.ts';
import type { Act, DirectoryDeps, MembershipAct, MerchantRole, NewPerson } from './types.ts';

/** How a person came in: by a link that opens their account, or with the account that they use already. */
export type Joined = { id: string; outcome: 'opened' | 'joined' };

/** Who is to have access for a merchant, in which role. */
export type Joining = Act & { merchantId: string; person: NewPerson; role: MerchantRole };

/** @throws AppError `access.not_found`. */
export async function memberOf(
  db: Database,
  merchantId: string,
  userId: string,
): Promise<MemberRow & { mark: string }> {
  const members = isUuid(merchantId) ? await listMembers(db, merchantId) : [];
  const member = members.find(({ id }) => id === userId);
  if (!member) throw new AppError('access.not_found');
  return { ...member, mark: nameMark(member) };
}

/** {@link memberOf}, the account held until the transaction ends. */
async function holdMember(db: Database, { merchantId, userId }: Pick<MembershipAct, 'merchantId' | 'userId'>) {
  if (isUuid(userId)) await holdAccount(db, userId);
  return memberOf(db, merchantId, userId);
}

/** {@link joinMerchant}, in a transaction of its own. */
export function addMember(deps: DirectoryDeps, joining: Joining): Promise<Joined> {
  return inTransaction(deps, (transaction) => joinMerchant(deps, transaction, joining));
}

/**
 * F-014, F-015, F-016, F-019: gives a person access for a merchant. A person without an account gets one, and its activation link; a person who
 * already has one (for another merchant, or for this one before) is notified by mail that it opens this company too.
 *
 * @throws AppError `member.exists` for a person who has access already, `account.of_…` for an address of another kind of account.
 */
export async function joinMerchant(deps: DirectoryDeps, transaction: Transaction, joining: Joining): Promise<Joined> {
  const { db, entities } = transaction;
  const { actorId, merchantId, person, role, key = randomUUID() } = joining;
  const { email, firstName, lastName, language } = person;
  // The account's row is held: if two officers act at once, the second one finds the first one's member.
  const account = await openAccount(db, 'merchant', person);
  // By what they are written, and not by what was there before: a form sent twice says the same twice.
  const joined: Joined = { id: account.id, outcome: account.activated ? 'joined' : 'opened' };
  const act = { actorId, action: 'member.added', subject: `${merchantId}:${account.id}`, key: `${key}:member` };
  if (!(await auditOnce(db, { ...act, values: { email, firstName, lastName, language, role } }))) return joined;
  await giveAccess(deps, transaction, { merchantId, userId: account.id, role });
  if (role === 'respondent') await tellRespondents(transaction, { userId: account.id, merchantId, key });
  if (account.disabled) await reopenAccount(transaction, account.id);
  await entities.flush();
  if (account.activated) await tellAccess(transaction, { userId: account.id, merchantId, key });
  else await sendLink({ ...deps, db }, { userId: account.id, merchantId });
  return joined;
}

async function giveAccess(
  { now }: DirectoryDeps,
  { db, entities }: Transaction,
  { merchantId, userId, role }: { merchantId: string; userId: string; role: MerchantRole },
): Promise<void> {
  const since = now().toISOString();
  const former = await entities.findOne(MerchantMember, { merchantId, userId });
  if (!former) entities.create(MerchantMember, { merchantId, userId, role, since });
  else if (await isCurrentMember(db, { merchantId, userId })) throw new AppError('member.exists');
  else Object.assign(former, { role, since, until: null });
}

/**
 * F-019: removes a person's access to a merchant, at once: they are signed out everywhere, and pages that they still have open refuse. The account of
 * a person who is left without any company is closed, so that neither password nor link opens anything. Dossiers that they had charge of have nobody
 * in charge until a colleague takes over; meanwhile the respondents get the notices.
 *
 * @throws AppError `access.not_found` for a person who never was a member.
 */
export async function endMembership(deps: DirectoryDeps, act: MembershipAct): Promise<void> {
  await inTransaction(deps, (transaction) => leaveMerchant(deps, transaction, act));
}

/** {@link endMembership} as a part of what a transaction does. */
export async function leaveMerchant(
  deps: DirectoryDeps,
  transaction: Transaction,
  { actorId, merchantId, userId, key = randomUUID() }: MembershipAct,
): Promise<void> {
  const { db } = transaction;
  // Held before other memberships are looked at: one that begins or ends at the same time decides whether the account is closed.
  await holdMember(db, { merchantId, userId });
  const act = { actorId, action: 'member.ended', subject: `${merchantId}:${userId}`, key };
  if (!(await auditOnce(db, act))) return;
  // From a page that was left open: it has ended already, and nobody is told again.
  const ends = await isCurrentMember(db, { merchantId, userId });
  await endMembershipNow(db, { merchantId, userId });
  if (ends) await tellMember(deps, transaction, { userId, merchantId, key, template: 'access-ended' });
  await deleteSessionsOf(db, userId);
  if (!(await hasMembership(db, userId))) await closeAccount(deps, transaction, userId);
}

/** Restores removed access, as it was. @throws AppError `access.not_found`, `member.exists`. */
export async function restoreMember(deps: DirectoryDeps, { merchantId, userId, ...act }: MembershipAct): Promise<void> {
  const member = await memberOf(deps.db, merchantId, userId);
  const person = await personById(deps.db, userId);
  if (!person) throw new AppError('access.not_found');
  await addMember(deps, { ...act, merchantId, person, role: member.role });
}

/**
 * F-019: makes a representative the respondent, or the reverse.
 *
 * @throws AppError `access.not_found`; `form.gone` for a person whose access was removed meanwhile: nobody hears of a respondent who is not there.
 */
export async function changeRole(
  deps: DirectoryDeps,
  { actorId, merchantId, userId, role, key = randomUUID() }: MembershipAct & { role: MerchantRole },
): Promise<void> {
  await inTransaction(deps, async (transaction) => {
    const { db, entities } = transaction;
    const { state } = await holdMember(db, { merchantId, userId });
    const act = { actorId, action: `member.${role}`, subject: `${merchantId}:${userId}`, key };
    if (!(await auditOnce(db, act))) return;
    if (state === 'removed') throw new AppError('form.gone');
    const member = await entities.findOneOrFail(MerchantMember, { merchantId, userId });
    if (role === 'respondent' && member.role !== role) await tellRespondents(transaction, { userId, merchantId, key });
    if (member.role !== role)
      await tellMember(deps, transaction, { userId, merchantId, key, template: `role-${role}` });
    member.role = role;
  });
}

type Told = { userId: string; merchantId: string; key: string };

/** F-019: the present respondents of a company hear that another person is one: what nobody expects is seen at once. */
async function tellRespondents(transaction: Transaction, { userId, merchantId, key }: Told): Promise<void> {
  const { db } = transaction;
  const { person, merchantName } = await namedIn(transaction, { userId, merchantId });
  const path = href(pages.participation.company, { merchantId });
  const params = { merchantName, memberName: fullName(person), path };
  for (const respondent of await presentRespondents(db, merchantId)) {
    if (respondent.id === userId) continue;
    const subject = `${respondent.id}:${userId}:${key}`;
    await enqueueAccountMail(db, { to: respondent, template: 'respondent-added', subject, params });
  }
}

async function tellAccess(transaction: Transaction, { userId, merchantId, key }: Told): Promise<void> {
  const { person, merchantName } = await namedIn(transaction, { userId, merchantId });
  const params = { userName: person.email, merchantName, path: href(pages.dossier.list) };
  const mail = { to: person, template: 'merchant-access', subject: `${userId}:${key}`, params } as const;
  await enqueueAccountMail(transaction.db, mail);
}

/** F-019: a member hears what became of their own access. */
async function tellMember(
  { now }: DirectoryDeps,
  transaction: Transaction,
  {
    userId,
    merchantId,
    key,
    template,
  }: Told & { template: 'access-ended' | 'role-respondent' | 'role-representative' },
): Promise<void> {
  const { person, merchantName } = await namedIn(transaction, { userId, merchantId });
  const path = href(pages.participation.company, { merchantId });
  const params = { merchantName, changedAt: now().toISOString(), ...(template === 'access-ended' ? {} : { path }) };
  await enqueueAccountMail(transaction.db, { to: person, template, subject: `${userId}:${key}`, params });
}

/** A person and the name of a company, for a mail about both. @throws AppError `access.not_found`. */
async function namedIn({ db, entities }: Transaction, { userId, merchantId }: Omit<Told, 'key'>) {
  const person = await personById(db, userId);
  const merchant = await entities.findOne(Merchant, merchantId);
  if (!person || !merchant) throw new AppError('access.not_found');
  return { person, merchantName: merchant.name };
}
