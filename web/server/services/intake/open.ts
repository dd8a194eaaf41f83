import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { confidentialityVersion, termsVersion } from '#content/terms/versions.ts';
import type { Language } from '#content/texts/index.ts';
import { AppError } from '#contracts/errors.ts';
import { codeMatches } from '#db/codes.ts';
import { maxAttempts } from '#db/referrals/list.ts';
import { allRows, firstRow, iso, type Db } from '#db/queries/sql.ts';
import type { ServiceDeps } from '../deps.ts';
import type { Limits } from '../limits/index.ts';
import { policyInForce } from './policy.ts';

/** The person as the opening of a dossier needs to know them. */
type Opener = { id: string; email: string };

/** A request whose codes were recognised and whose dossier is not open yet: the terms come next. */
export type OpenRequest = { dossierId: string; reference: string; merchantName: string; expiresAt: string };

type Referral = {
  id: string;
  hash: Buffer;
  email: string;
  attempts: number;
  dossierId: string | null;
  usedBy: string | null;
  used: boolean;
  revoked: boolean;
  expired: boolean;
};

/**
 * Recognises a reference number and its access code (F-054) and reserves the dossier that they will open, for this person. Nothing
 * is spent yet: the same codes lead to the same reserved dossier until it is open, whatever crashes between.
 *
 * Codes are bound to the address that they were sent to: the account must have verified that same address.
 *
 * @returns the dossier's id, reserved.
 * @throws AppError `codes.unknown`, `codes.used`, `codes.expired`, `codes.not_yours`, `rate.limited`.
 */
export async function recogniseCodes(
  deps: ServiceDeps & { limits: Limits },
  user: Opener,
  typed: { reference: string; accessCode: string },
  ip: string,
): Promise<string> {
  await countKey(deps.limits, user.id, ip);
  const found = await deps.db.transaction().execute(async (tx): Promise<{ dossierId: string } | { code: AppError }> => {
    const referral = await lockReferral(tx, typed.reference, deps.now());
    if (!referral) return { code: new AppError('codes.unknown') };
    const mine = referral.email.toLowerCase() === user.email.toLowerCase();
    if (!codeMatches(deps.env.CODE_PEPPER, typed.accessCode, referral.hash)) {
      // Only its addressee can use a code, so only theirs are counted: nobody can lock it from another account.
      if (mine) await sql`update referral set attempts = attempts + 1 where id = ${referral.id}::uuid`.execute(tx);
      return { code: new AppError('codes.unknown') };
    }
    if (!mine) return { code: new AppError('codes.not_yours') };
    if (referral.used) return { code: new AppError('codes.used') };
    if (referral.revoked || referral.expired) return { code: new AppError('codes.expired') };
    if (referral.attempts >= maxAttempts) return { code: new AppError('codes.expired') };
    const dossierId = referral.dossierId ?? randomUUID();
    await sql`update referral set dossier_id = ${dossierId}::uuid, used_by = ${user.id}::uuid, attempts = 0
      where id = ${referral.id}::uuid`.execute(tx);
    return { dossierId };
  });
  // Thrown after the transaction, or the count of wrong codes would be undone with it.
  if ('code' in found) throw found.code;
  return found.dossierId;
}

/** Requests of this person whose codes were recognised and whose dossier was never opened: the way back in. */
export async function openRequests(deps: ServiceDeps, userId: string): Promise<OpenRequest[]> {
  return allRows(
    deps.db,
    sql<OpenRequest>`
      select r.dossier_id as "dossierId", r.reference_number as reference, m.name as "merchantName", ${iso('r.expires_at')} as "expiresAt"
      from referral r join merchant m on m.id = r.merchant_id
      where r.used_by = ${userId}::uuid and r.used_at is null and r.revoked_at is null and r.expires_at > ${deps.now().toISOString()}
        and r.dossier_id is not null and not exists (select 1 from dossier d where d.id = r.dossier_id)
      order by r.issued_at desc`,
  );
}

/**
 * Opens the dossier once its terms and undertaking are accepted (F-055, A-20). The acceptance is written first and the codes are
 * spent by the journal's own transaction, under a key that never changes: done again after a crash, it finds what was done and goes on.
 *
 * @throws AppError `access.not_found` when nothing was reserved for this person, `codes.expired`, `form.invalid` when the texts
 *   changed since they were shown, `engine.unavailable`.
 */
export async function openDossier(
  deps: ServiceDeps,
  user: Opener,
  dossierId: string,
  accepted: { termsVersion: string; confidentialityVersion: string; language: Language; ip: string },
): Promise<void> {
  if (accepted.termsVersion !== termsVersion || accepted.confidentialityVersion !== confidentialityVersion) {
    throw new AppError('form.invalid');
  }
  const referral = await deps.db.transaction().execute(async (tx) => {
    const row = await firstRow(
      tx,
      sql<{ id: string; merchantId: string; over: boolean; open: boolean }>`
        select r.id, r.merchant_id as "merchantId", r.revoked_at is not null or r.expires_at <= ${deps.now().toISOString()} as over,
          exists (select 1 from dossier d where d.id = r.dossier_id) as open
        from referral r where r.dossier_id = ${dossierId}::uuid and r.used_by = ${user.id}::uuid for update`,
    );
    if (!row) throw new AppError('access.not_found');
    if (row.over && !row.open) throw new AppError('codes.expired');
    await acceptFor(tx, user.id, dossierId, 'terms', accepted.termsVersion, accepted);
    await acceptFor(tx, user.id, dossierId, 'confidentiality', accepted.confidentialityVersion, accepted);
    return row;
  });
  if (!referral.open) {
    await deps.engine.create({
      key: `referral:${referral.id}`,
      command: {
        type: 'createDossier',
        dossierId,
        merchantId: referral.merchantId,
        policy: policyInForce(deps.env),
        by: { role: 'consumer', userId: user.id },
      },
    });
  }
}

/** One acceptance of one text for one dossier; a second one of the same version changes nothing. */
export async function acceptFor(
  db: Db,
  userId: string,
  dossierId: string,
  kind: 'terms' | 'confidentiality',
  version: string,
  how: { language: Language; ip: string },
): Promise<void> {
  await sql`
    insert into terms_acceptance (id, user_id, dossier_id, kind, version, language, ip)
    values (${randomUUID()}::uuid, ${userId}::uuid, ${dossierId}::uuid, ${kind}, ${version}, ${how.language}, ${how.ip || null}::inet)
    on conflict do nothing`.execute(db);
}

/** Counts one try of an access code or a validation key. @throws AppError `rate.limited`. */
export async function countKey(limits: Limits, userId: string, ip: string): Promise<void> {
  await limits.count('keyAccount', userId);
  await limits.count('keyPlace', ip);
}

function lockReferral(tx: Db, reference: string, now: Date): Promise<Referral | null> {
  return firstRow(
    tx,
    sql<Referral>`
      select r.id, r.access_code_hash as hash, r.consumer_email as email, r.attempts, r.dossier_id as "dossierId",
        r.used_by as "usedBy", r.revoked_at is not null as revoked, r.expires_at <= ${now.toISOString()}::timestamptz as expired,
        r.used_at is not null or exists (select 1 from dossier d where d.id = r.dossier_id) as used
      from referral r
      where upper(r.reference_number) = ${normalReference(reference)} for update`,
  );
}

/** `r 2026 - 000042`, `R2026000042` and `R2026-000042` are the same number. */
export function normalReference(typed: string): string {
  const bare = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '');
  return bare.replace(/^(R?)(\d{4})(\d{6,})$/, 'R$2-$3');
}
