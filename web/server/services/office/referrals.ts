import { sql } from 'kysely';
import type { Language } from '#content/texts/index.ts';
import { AppError } from '#contracts/errors.ts';
import type { ReferralForm } from '#contracts/schemas/office.ts';
import { enqueueMail } from '#db/queries/outbox.ts';
import { allRows, firstRow, iso, type Db } from '#db/queries/sql.ts';
import { accessCode, hashCode } from '#db/codes.ts';
import { limitAfter } from '#domain/calendar/durations.ts';
import type { ServiceDeps } from '../deps.ts';
import { audit } from './audit.ts';

/** How long codes may be used (F-051): in civil days after that of their issue, the last one whole. */
export const codeLifeDays = 60;

/** Wrong codes given for one reference, by the person it was sent to, before it must be issued again. */
export const mostAttempts = 10;

/** Where issued codes stand: sent, locked by too many wrong codes, used, past their date, called back. */
export type ReferralState = 'sent' | 'locked' | 'used' | 'expired' | 'revoked';

export type ReferralRow = {
  id: string;
  reference: string;
  email: string;
  language: Language;
  merchantName: string;
  problemKind: string;
  issuedAt: string;
  issuedBy: string;
  expiresAt: string;
  usedAt: string | null;
  dossierId: string | null;
  dossierNumber: string | null;
  mailState: 'queued' | 'sending' | 'sent' | 'failed' | null;
  state: ReferralState;
};

/**
 * Records a request and sends its codes (F-051): the row and the mail that is owed are one transaction. `key` is the form's
 * own, so that a form sent twice makes one request.
 *
 * @throws AppError `value.invalid` when the merchant is not enrolled, `form.used` for another request under the same key.
 */
export async function issueReferral(
  deps: ServiceDeps,
  officerId: string,
  form: ReferralForm,
  key: string,
): Promise<string> {
  const issuedAt = deps.now().toISOString();
  const pepper = deps.env.CODE_PEPPER;
  return deps.db.transaction().execute(async (tx) => {
    if (await isIssued(tx, key, form)) return key;
    const merchant = await firstRow(
      tx,
      sql<{ id: string }>`select id from merchant where id = ${form.merchantId}::uuid and left_at is null`,
    );
    if (!merchant) throw new AppError('value.invalid');
    const code = accessCode(pepper, key, issuedAt);
    const row = await firstRow(
      tx,
      sql<{ reference: string }>`
        insert into referral (id, reference_number, access_code_hash, consumer_email, language, merchant_id, problem_kind,
          issued_by, issued_at, expires_at)
        values (${key}::uuid, 'R' || to_char(${issuedAt}::timestamptz at time zone 'America/Toronto', 'YYYY') || '-' ||
            lpad(nextval('referral_number_seq')::text, 6, '0'),
          ${hashCode(pepper, code)}, ${form.email}, ${form.language}, ${merchant.id}::uuid, ${form.problemKind},
          ${officerId}::uuid, ${issuedAt}, ${lastInstant(issuedAt)})
        on conflict (id) do nothing
        returning reference_number as reference`,
    );
    // The same form, sent twice at the same instant: the first one goes on.
    if (!row) {
      await isIssued(tx, key, form);
      return key;
    }
    await mailCodes(tx, code, key);
    await audit(tx, officerId, 'referral.issued', key);
    return key;
  });
}

/** Whether this very request was recorded under this key. @throws AppError `form.used` when another one was. */
async function isIssued(tx: Db, key: string, form: ReferralForm): Promise<boolean> {
  const known = await firstRow(
    tx,
    sql<{ same: boolean }>`
      select lower(consumer_email::text) = lower(${form.email}) and language = ${form.language}
        and merchant_id = ${form.merchantId}::uuid and problem_kind = ${form.problemKind} as same
      from referral where id = ${key}::uuid`,
  );
  if (known && !known.same) throw new AppError('form.used');
  return known !== null;
}

/**
 * Sends a new code for the same reference (the former one no longer works) and gives it its full life again.
 *
 * @throws AppError `codes.used` once a dossier was opened with it, `access.not_found`.
 */
export async function resendReferral(deps: ServiceDeps, officerId: string, referralId: string): Promise<void> {
  const issuedAt = deps.now().toISOString();
  const pepper = deps.env.CODE_PEPPER;
  await deps.db.transaction().execute(async (tx) => {
    await lockUnused(tx, referralId);
    const code = accessCode(pepper, referralId, issuedAt);
    await sql`
      update referral set access_code_hash = ${hashCode(pepper, code)}, issued_at = ${issuedAt},
        expires_at = ${lastInstant(issuedAt)}, attempts = 0, revoked_at = null
      where id = ${referralId}::uuid`.execute(tx);
    await mailCodes(tx, code, referralId);
    await audit(tx, officerId, 'referral.resent', referralId);
  });
}

/**
 * Calls codes back: they no longer open anything. A dossier already opened is not concerned.
 *
 * @throws AppError `codes.used`, `access.not_found`.
 */
export async function revokeReferral(deps: ServiceDeps, officerId: string, referralId: string): Promise<void> {
  await deps.db.transaction().execute(async (tx) => {
    await lockUnused(tx, referralId);
    await sql`update referral set revoked_at = coalesce(revoked_at, ${deps.now().toISOString()}) where id = ${referralId}::uuid`.execute(
      tx,
    );
    await audit(tx, officerId, 'referral.revoked', referralId);
  });
}

/** Issued codes, newest first, fifty a page, with how many stand in each state. */
export async function listReferrals(
  deps: ServiceDeps,
  view: { state: ReferralState | null; after: { issuedAt: string; id: string } | null },
): Promise<{ rows: ReferralRow[]; more: boolean; counts: Record<ReferralState, number> }> {
  const now = deps.now().toISOString();
  const rows = await allRows(
    deps.db,
    sql<ReferralRow>`
      select r.id, r.reference_number as reference, r.consumer_email as email, r.language, m.name as "merchantName",
        r.problem_kind as "problemKind", ${iso('r.issued_at')} as "issuedAt", trim(o.first_name || ' ' || o.last_name) as "issuedBy",
        ${iso('r.expires_at')} as "expiresAt", ${iso('r.used_at')} as "usedAt", d.id as "dossierId", d.number as "dossierNumber",
        (select mail.state from mail where mail.dedupe_key like 'access-codes:' || r.id || ':%'
          order by mail.created_at desc limit 1) as "mailState",
        ${stateOf(now)} as state
      from referral r join merchant m on m.id = r.merchant_id join app_user o on o.id = r.issued_by
        left join dossier d on d.id = r.dossier_id
      where ${view.state ? sql`${stateOf(now)} = ${view.state}` : sql`true`}
        and ${view.after ? sql`(r.issued_at, r.id) < (${view.after.issuedAt}::timestamptz, ${view.after.id}::uuid)` : sql`true`}
      order by r.issued_at desc, r.id desc limit 51`,
  );
  const counted = await allRows(
    deps.db,
    sql<{ state: ReferralState; count: number }>`
      select ${stateOf(now)} as state, count(*)::int as count
      from referral r left join dossier d on d.id = r.dossier_id group by 1`,
  );
  const counts = { sent: 0, locked: 0, used: 0, expired: 0, revoked: 0 };
  for (const { state, count } of counted) counts[state] = count;
  return { rows: rows.slice(0, 50), more: rows.length > 50, counts };
}

/** A dossier exists as soon as its journal says so, even if the referral's own mark was never written. */
function stateOf(now: string) {
  return sql<ReferralState>`case
    when r.used_at is not null or d.id is not null then 'used'
    when r.revoked_at is not null then 'revoked'
    when r.expires_at <= ${now}::timestamptz then 'expired'
    when r.attempts >= ${mostAttempts} then 'locked'
    else 'sent' end`;
}

async function lockUnused(tx: Db, referralId: string): Promise<void> {
  const row = await firstRow(
    tx,
    sql<{ used: boolean }>`
      select r.used_at is not null or exists (select 1 from dossier d where d.id = r.dossier_id) as used
      from referral r where r.id = ${referralId}::uuid for update`,
  );
  if (!row) throw new AppError('access.not_found');
  if (row.used) throw new AppError('codes.used');
}

/**
 * Owes the mail with both codes (F-051). Its link carries the number in the query and the code after `#`: a browser keeps what
 * follows `#` to itself, so the code is in no request line, log, proxy or `Referer`; the page's script puts it in its field.
 */
async function mailCodes(tx: Db, code: string, referralId: string): Promise<void> {
  const row = await firstRow(
    tx,
    sql<{
      reference: string;
      email: string;
      language: Language;
      merchantName: string;
      issuedAt: string;
      until: string;
    }>`
      select r.reference_number as reference, r.consumer_email as email, r.language, m.name as "merchantName",
        ${iso('r.issued_at')} as "issuedAt", ${iso('r.expires_at')} as until
      from referral r join merchant m on m.id = r.merchant_id where r.id = ${referralId}::uuid`,
  );
  if (!row) throw new AppError('access.not_found');
  const { reference, email, language, merchantName, issuedAt, until } = row;
  await enqueueMail(tx, {
    dedupeKey: `access-codes:${referralId}:${issuedAt}`,
    recipientId: null,
    to: { address: email, name: '' },
    language,
    template: 'access-codes',
    params: {
      merchantName,
      reference,
      code,
      until,
      path: `/dossiers/nouveau?ref=${encodeURIComponent(reference)}#code=${code}`,
    },
    dossierId: null,
  });
}

function lastInstant(issuedAt: string): string {
  return limitAfter(issuedAt, { days: codeLifeDays });
}
