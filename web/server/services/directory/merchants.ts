import { randomUUID } from 'node:crypto';
import { AppError } from '#contracts/errors.ts';
import { isUuid } from '#contracts/ids.ts';
import { personByEmail } from '#db/accounts/people.ts';
import type { Database } from '#db/database.ts';
import { holdMerchant, insertMerchant, lockNeq, merchantParticulars } from '#db/directory/merchants.ts';
import { nameEstablishments } from '#db/queue/establishments.ts';
import { AuditLog, Merchant } from '#db/schema/index.ts';
import { inTransaction, type Transaction } from '#db/transaction.ts';
import { auditOnce } from '../office/audit.ts';
import { joinMerchant, type Joined } from './members.ts';
import { merchantMark } from './record-mark.ts';
import type { Act, DirectoryDeps, NamedPlaces, NewMerchant, NewPerson } from './types.ts';

/** A merchant as its participation form names it (F-014). */
export type MerchantDetails = Required<NewMerchant> & {
  id: string;
  tradeNames: string[];
  establishments: string[];
  mark: string;
};

/** @throws AppError `access.not_found`. */
export async function merchantDetails(db: Database, merchantId: string): Promise<MerchantDetails> {
  const row = isUuid(merchantId) ? await merchantParticulars(db, merchantId) : undefined;
  if (!row) throw new AppError('access.not_found');
  const merchant = { ...row, tradeNames: row.tradeNames.split('\n').filter((name) => name !== '') };
  return { ...merchant, mark: merchantMark(merchant) };
}

/**
 * Enrols a merchant without a respondent yet. `id` makes a repeated act enrol one merchant, also at the same moment.
 *
 * @throws AppError `merchant.exists` for a NEQ that is enrolled.
 */
export async function createMerchant(
  deps: DirectoryDeps,
  { actorId, merchant, id = randomUUID() }: Pick<Act, 'actorId'> & { merchant: NewMerchant; id?: string },
): Promise<string> {
  await inTransaction(deps, async (transaction) => {
    const { db, entities } = transaction;
    const particulars = particularsOf(merchant);
    await demandNewNeq(transaction, particulars.neq, id);
    if (!(await insertMerchant(db, { ...particulars, id }))) return;
    entities.create(AuditLog, { actorId, action: 'merchant.enrolled', subject: id });
  });
  return id;
}

/**
 * F-014, F-016: enrols a merchant from its participation form, with its respondent, in one transaction. The form's key is the merchant's
 * id: a form sent twice enrols one merchant, opens one account and sends one mail.
 *
 * @returns the merchant's id, and how its respondent came in.
 * @throws AppError `merchant.exists` for a NEQ that is enrolled, `account.of_…`.
 */
export async function enrolMerchant(
  deps: DirectoryDeps,
  { actorId, form, key }: Required<Act> & { form: { merchant: NewMerchant & NamedPlaces; respondent: NewPerson } },
): Promise<{ id: string; outcome: Joined['outcome'] }> {
  return inTransaction(deps, async (transaction) => {
    await enrolInTransaction(deps, transaction, { actorId, form, key });
    const respondent = await personByEmail(transaction.db, form.respondent.email);
    return { id: key, outcome: respondent?.passwordHash ? 'joined' : 'opened' };
  });
}

/** {@link enrolMerchant} as a part of what a transaction does. @returns false when this form was sent before: it is done. */
export async function enrolInTransaction(
  deps: DirectoryDeps,
  transaction: Transaction,
  { actorId, form, key }: Required<Act> & { form: { merchant: NewMerchant & NamedPlaces; respondent: NewPerson } },
): Promise<boolean> {
  const { db, entities } = transaction;
  if (!(await auditOnce(db, { actorId, action: 'merchant.enrolled', subject: key, key, values: form }))) return false;
  await demandNewNeq(transaction, form.merchant.neq ?? '', key);
  entities.create(Merchant, { ...particularsOf(form.merchant), ...namesOf(form.merchant), id: key });
  await entities.flush();
  await nameEstablishments(db, { merchantId: key, names: form.merchant.establishments, at: deps.now().toISOString() });
  const joining = { actorId, merchantId: key, person: form.respondent, role: 'respondent', key: randomUUID() } as const;
  await joinMerchant(deps, transaction, joining);
  return true;
}

/**
 * Changes what the participation form says (F-019). `seen` is the mark of the record that the form was shown with.
 *
 * @throws AppError `access.not_found`, `merchant.exists`; `directory.changed` when it was changed meanwhile to something else than what is asked.
 */
export async function editMerchant(
  deps: DirectoryDeps,
  {
    actorId,
    merchantId,
    form,
    key = randomUUID(),
  }: Act & { merchantId: string; form: Required<NewMerchant> & NamedPlaces & { seen: string } },
): Promise<void> {
  await inTransaction(deps, async (transaction) => {
    const { db, entities } = transaction;
    if (isUuid(merchantId)) await holdMerchant(db, merchantId);
    const present = await merchantDetails(db, merchantId);
    const { seen, ...values } = form;
    const act = { actorId, action: 'merchant.edited', subject: merchantId, key, values };
    if (!(await auditOnce(db, act))) return;
    const { tradeNames = present.tradeNames, establishments = present.establishments } = form;
    const asked = merchantMark({ ...values, tradeNames, establishments });
    if (present.mark !== seen && present.mark !== asked) throw new AppError('directory.changed');
    await demandNewNeq(transaction, form.neq, merchantId);
    Object.assign(await entities.findOneOrFail(Merchant, merchantId), particularsOf(form), namesOf(form));
    await nameEstablishments(db, { merchantId, names: form.establishments, at: deps.now().toISOString() });
  });
}

/** What a participation form says, and nothing else that the form may carry. */
function particularsOf(form: NewMerchant): Required<NewMerchant> {
  const { name, legalName = '', neq = '', email = '', phone = '' } = form;
  const { addressLine = '', city = '', province = 'QC', postalCode = '' } = form;
  return { name, legalName, neq, email, phone, addressLine, city, province, postalCode };
}

/** Other trade names as the company's row holds them; nothing where the form does not speak of them. */
function namesOf({ tradeNames }: NamedPlaces): { tradeNames?: string } {
  return tradeNames ? { tradeNames: tradeNames.join('\n') } : {};
}

/** A company is enrolled once, even by two officers at the same moment. */
async function demandNewNeq({ db, entities }: Transaction, neq: string, merchantId: string): Promise<void> {
  if (neq === '') return;
  await lockNeq(db, neq);
  const other = await entities.findOne(Merchant, { neq, leftAt: null, id: { $ne: merchantId } });
  if (other) throw new AppError('merchant.exists', { name: other.name });
}
