import { AppError } from '#contracts/errors.ts';
import type { SecretRing } from '#contracts/secrets/secret-ring.ts';
import { href, pages, withQuery } from '#contracts/pages/index.ts';
import type { ReferralForm } from '#contracts/schemas/office.ts';
import { personByEmail } from '#db/accounts/people.ts';
import { accessCode, hashCode } from '#db/codes.ts';
import { compute } from '#web/server/compute/index.ts';
import { enqueueMail } from '#db/outbox/enqueue-mail.ts';
import { lockReferralKey, nextReferenceNumber } from '#db/referrals/numbers.ts';
import { AuditLog, DossierRow, Merchant, Referral, type ReferralEntity } from '#db/schema/index.ts';
import { inTransaction, LockMode, type Transaction } from '#db/transaction.ts';
import { limitAfter } from '#domain/calendar/durations.ts';
import type { ServiceDeps } from '../deps.ts';
import { isUuid } from '#contracts/ids.ts';

/** How long codes may be used (F-051): in civil days after that of their issue, the last one whole. */
const codeLifeDays = 60;

/**
 * Records a request and sends its codes (F-051): the row and the enqueued mail are one transaction. `key` is the form's
 * own, so that a form sent twice makes one request.
 *
 * An address whose account is not a consumer's gets none: nobody is on both sides of a dossier, and codes bound to that account would open nothing.
 *
 * @throws AppError `value.invalid` when the merchant is not enrolled, `form.used` for another request under the same key, `account.of_…`.
 */
export async function issueReferral(
  deps: ServiceDeps,
  { officerId, form, key }: { officerId: string; form: ReferralForm; key: string },
): Promise<string> {
  const issuedAt = deps.now().toISOString();
  const { code, accessCodeHash } = await codeOf(deps, { id: key, issuedAt, officerId });
  return inTransaction(deps, async (transaction) => {
    const { db, entities } = transaction;
    // The same form, sent twice at the same instant: the second one waits here and finds the first one's row.
    await lockReferralKey(db, key);
    const known = await entities.findOne(Referral, key);
    if (known) {
      demandSame(known, form);
      return key;
    }
    const holder = await personByEmail(db, form.email);
    if (holder && holder.kind !== 'consumer') throw new AppError(`account.of_${holder.kind}`);
    const merchant = await entities.findOne(Merchant, { id: form.merchantId, leftAt: null });
    if (!merchant) throw new AppError('value.invalid');
    const referral = entities.create(Referral, {
      id: key,
      referenceNumber: await nextReferenceNumber(db, issuedAt),
      accessCodeHash,
      consumerEmail: form.email,
      language: form.language,
      merchantId: merchant.id,
      problemKind: form.problemKind,
      issuedBy: officerId,
      issuedAt,
      expiresAt: lastInstant(issuedAt),
    });
    entities.create(AuditLog, { actorId: officerId, action: 'referral.issued', subject: key });
    await mailCodes(transaction, referral, { secrets: deps.env.secrets, code });
    return key;
  });
}

/** The code of an issue, and what is stored of it: made before the transaction, which would hold its connection meanwhile. */
async function codeOf(
  { env: { secrets } }: ServiceDeps,
  { id, issuedAt, officerId }: { id: string; issuedAt: string; officerId: string },
) {
  const code = accessCode(secrets[0], id, issuedAt);
  return { code, accessCodeHash: await compute.hashes.run(officerId, () => hashCode(secrets, code)) };
}

/** The form's key made this request already. @throws AppError `form.used` when it made another one. */
function demandSame(known: ReferralEntity, form: ReferralForm): void {
  const same =
    known.consumerEmail.toLowerCase() === form.email.toLowerCase() &&
    known.language === form.language &&
    known.merchantId === form.merchantId &&
    known.problemKind === form.problemKind;
  if (!same) throw new AppError('form.used');
}

/**
 * Sends a new code for the same reference (the former one no longer works) and gives it its full life again.
 *
 * @throws AppError `form.gone` once a dossier was opened with it, or when its address is no longer kept: the page no longer offers it; `access.not_found`.
 */
export async function resendReferral(deps: ServiceDeps, officerId: string, referralId: string): Promise<void> {
  const issuedAt = deps.now().toISOString();
  const { code, accessCodeHash } = await codeOf(deps, { id: referralId, issuedAt, officerId });
  await inTransaction(deps, async (transaction) => {
    const referral = await lockUnused(transaction, referralId);
    if (referral.consumerEmail === '') throw new AppError('form.gone');
    Object.assign(referral, {
      accessCodeHash,
      issuedAt,
      expiresAt: lastInstant(issuedAt),
      attempts: 0,
      revokedAt: null,
    });
    transaction.entities.create(AuditLog, { actorId: officerId, action: 'referral.resent', subject: referralId });
    await mailCodes(transaction, referral, { secrets: deps.env.secrets, code });
  });
}

/**
 * Calls codes back: they no longer open anything. A dossier already opened is not concerned.
 *
 * @throws AppError `form.gone` once a dossier was opened with it, `access.not_found`.
 */
export async function revokeReferral(deps: ServiceDeps, officerId: string, referralId: string): Promise<void> {
  await inTransaction(deps, async (transaction) => {
    const referral = await lockUnused(transaction, referralId);
    referral.revokedAt ??= deps.now().toISOString();
    transaction.entities.create(AuditLog, { actorId: officerId, action: 'referral.revoked', subject: referralId });
  });
}

async function lockUnused({ entities }: Transaction, referralId: string): Promise<ReferralEntity> {
  const referral = isUuid(referralId)
    ? await entities.findOne(Referral, referralId, { lockMode: LockMode.PESSIMISTIC_WRITE })
    : null;
  if (!referral) throw new AppError('access.not_found');
  const opened = referral.dossierId !== null && (await entities.count(DossierRow, { id: referral.dossierId })) > 0;
  if (referral.usedAt !== null || opened) throw new AppError('form.gone');
  return referral;
}

/**
 * Enqueues the mail with both codes (F-051). Its link carries the number in the query and the code after `#`: a browser keeps what
 * follows `#` to itself, so the code is in no request line, log, proxy or `Referer`; the page's script puts it in its field.
 */
async function mailCodes(
  { db, entities }: Transaction,
  referral: ReferralEntity,
  { secrets, code }: { secrets: SecretRing; code: string },
): Promise<void> {
  const { id, referenceNumber: reference, consumerEmail, language, merchantId, issuedAt, expiresAt } = referral;
  const merchant = await entities.findOneOrFail(Merchant, merchantId);
  await enqueueMail(db, {
    dedupeKey: `access-codes:${id}:${issuedAt}`,
    recipientId: null,
    to: { address: consumerEmail, name: '' },
    language,
    template: 'access-codes',
    params: {
      merchantName: merchant.name,
      reference,
      until: expiresAt,
    },
    sealed: {
      secrets,
      params: { code, path: `${withQuery(href(pages.filing.start), { ref: reference })}#code=${code}` },
    },
    dossierId: null,
  });
}

function lastInstant(issuedAt: string): string {
  return limitAfter(issuedAt, { days: codeLifeDays });
}
