import { randomUUID } from 'node:crypto';
import { AppError } from '#contracts/errors.ts';
import { isUuid } from '#contracts/ids.ts';
import type { ParticipationForm } from '#contracts/schemas/participation.ts';
import {
  answerParticipation,
  lockParticipation,
  participationById,
  sameNeq,
  usesOf,
  type AddressUse,
  type ParticipationRow,
} from '#db/participation/requests.ts';
import type { Database } from '#db/database.ts';
import { inTransaction, type Transaction } from '#db/transaction.ts';
import { enqueueAccountMail } from '../accounts/account-mail.ts';
import { joinMerchant } from '../directory/members.ts';
import { enrolInTransaction } from '../directory/merchants.ts';
import type { NamedPlaces, NewMerchant } from '../directory/types.ts';
import { auditOnce } from '../office/audit.ts';
import type { Answering, ParticipationDeps } from './deps.ts';
import { makeLink } from './links.ts';
import { senderOf } from './send.ts';

/** Who of a request may not have access, or has an account already. */
export type PersonBeside = { email: string; use: AddressUse['kind'] | null; closed: boolean };

/** A request as an officer reads it before answering, with what the platform knows beside it. */
export type ReviewedParticipation = Omit<ParticipationRow, 'linkHash' | 'lastKey'> & {
  corrected: boolean;
  /** Each address of the form once, the respondent's first. */
  addresses: PersonBeside[];
  /** The company that has this NEQ already. */
  enrolled: { id: string; name: string } | null;
  others: { id: string; number: string }[];
};

/** @throws AppError `access.not_found`. */
export async function participation({ db }: ParticipationDeps, id: string): Promise<ReviewedParticipation> {
  const row = isUuid(id) ? await participationById(db, id) : null;
  if (!row) throw new AppError('access.not_found');
  const { linkHash: _hash, lastKey, ...request } = row;
  const emails = emailsOf(row.form);
  const [accounts, { merchant, others }] = await Promise.all([usesOf(db, emails), sameNeq(db, row)]);
  return {
    ...request,
    corrected: lastKey !== id,
    addresses: emails.map((email) => besideOf(email, accounts)),
    enrolled: merchant,
    others,
  };
}

/** What an address serves already, among the accounts that were found. */
export function besideOf(email: string, accounts: AddressUse[]): PersonBeside {
  const account = accounts.find((each) => each.email.toLowerCase() === email);
  return { email, use: account?.kind ?? null, closed: account?.closed ?? false };
}

const emailsOf = ({ respondent, representatives }: ParticipationForm): string[] =>
  [respondent, ...representatives].map(({ email }) => email);

type Answered = Answering & { seen: number };

/**
 * F-014, F-016: the company takes part. Its account, those of its respondent and representatives and their mails are made as the Office makes them by
 * hand, all in one transaction: what one of them refuses leaves nothing behind.
 *
 * @throws AppError `participation.changed` when it is not as the officer's page showed it; `merchant.exists`; `participation.address_taken` with the
 *   address of an account of another kind.
 */
export async function acceptParticipation(
  deps: ParticipationDeps,
  { officerId, id, seen, key }: Omit<Answered, 'answer'>,
): Promise<void> {
  const act = { actorId: officerId, action: 'participation.accepted', subject: id, key, values: { seen } };
  await inTransaction(deps, async (transaction) => {
    if (!(await auditOnce(transaction.db, act))) return;
    const row = await openRequest(transaction.db, { id, seen }, ['waiting']);
    const merchantId = await enrolled(deps, transaction, { officerId, row });
    const at = deps.now().toISOString();
    const answer = { state: 'accepted', answer: '', officerId, at, link: null, merchantId } as const;
    await answerParticipation(transaction.db, id, answer);
    await enqueueAccountMail(transaction.db, {
      to: senderOf(row),
      template: 'participation-accepted',
      subject: id,
      params: { requestNumber: row.number },
    });
  });
}

async function enrolled(
  deps: ParticipationDeps,
  transaction: Transaction,
  { officerId: actorId, row: { form } }: { officerId: string; row: ParticipationRow },
): Promise<string> {
  const taken = (await usesOf(transaction.db, emailsOf(form))).find(({ kind }) => kind !== 'merchant');
  if (taken) throw new AppError('participation.address_taken', { email: taken.email });
  const { language } = form;
  const merchantId = randomUUID();
  await enrolInTransaction(deps, transaction, {
    actorId,
    form: { merchant: merchantOf(form), respondent: { ...form.respondent, language } },
    key: merchantId,
  });
  for (const person of form.representatives) {
    const joining = { actorId, merchantId, person: { ...person, language }, role: 'representative' } as const;
    await joinMerchant(deps, transaction, joining);
  }
  return merchantId;
}

/** The company as the platform holds it: the name that consumers know is the first of its trade names, or its legal name; the others are kept beside it. */
function merchantOf(form: ParticipationForm): NewMerchant & NamedPlaces {
  const { legalName, tradeNames, establishments, neq, email, phone, addressLine, city, province, postalCode } = form;
  const [name = legalName, ...others] = tradeNames;
  return {
    ...{ name: name.slice(0, 120), legalName, neq, email, phone, addressLine, city, province, postalCode },
    tradeNames: others,
    establishments,
  };
}

/** F-014: the form comes back to its sender by a link, with what is to be corrected. @throws AppError `participation.changed`. */
export function askCorrection(deps: ParticipationDeps, answered: Answered): Promise<void> {
  return answeredByLink(deps, { ...answered, state: 'correction' });
}

/** F-014: the company does not take part; its sender reads why behind a link. @throws AppError `participation.changed`. */
export function declineParticipation(deps: ParticipationDeps, answered: Answered): Promise<void> {
  return answeredByLink(deps, { ...answered, state: 'declined' });
}

/** A mail carries nothing that people wrote: it leads to it. */
async function answeredByLink(
  deps: ParticipationDeps,
  { officerId, id, seen, answer, key, state }: Answered & { state: 'correction' | 'declined' },
): Promise<void> {
  const values = { seen, answer };
  await inTransaction(deps, async ({ db }) => {
    const act = { actorId: officerId, action: `participation.${state}`, subject: id, key, values };
    if (!(await auditOnce(db, act))) return;
    const row = await openRequest(db, { id, seen }, ['waiting', 'correction']);
    const { path, until, hash } = makeLink(deps);
    const at = deps.now().toISOString();
    await answerParticipation(db, id, { state, answer, officerId, at, link: { hash, until }, merchantId: null });
    await enqueueAccountMail(db, {
      to: senderOf(row),
      template: state === 'declined' ? 'participation-declined' : 'participation-correction',
      subject: key,
      params: { requestNumber: row.number, until },
      sealed: { secrets: deps.secrets, params: { path } },
    });
  });
}

/** The request, locked, as the officer saw it. @throws AppError `access.not_found`, `participation.changed`. */
async function openRequest(
  db: Database,
  { id, seen }: { id: string; seen: number },
  states: readonly ParticipationRow['state'][],
): Promise<ParticipationRow> {
  const row = isUuid(id) ? await lockParticipation(db, id) : null;
  if (!row) throw new AppError('access.not_found');
  if (row.version !== seen || !states.includes(row.state)) throw new AppError('participation.changed');
  return row;
}
