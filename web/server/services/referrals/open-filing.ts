import { randomUUID } from 'node:crypto';
import type { Language } from '#content/texts/index.ts';
import { AppError } from '#contracts/errors.ts';
import { compareCode } from '#db/codes.ts';
import { compute } from '#web/server/compute/index.ts';
import { spelledNumber } from '#domain/typed/codes.ts';
import { accessCodeHashOf, maxAttempts } from '#db/referrals/issued-codes.ts';
import { openRequests as requestsOf } from '#db/referrals/requests.ts';
import { DossierRow, Referral } from '#db/schema/index.ts';
import { inTransaction, LockMode, type Transaction } from '#db/transaction.ts';
import { acceptTerms, demandInForce, type TextVersions } from '../accounts/accept-terms.ts';
import type { ServiceDeps } from '../deps.ts';
import { countKey } from '../limits/count-key.ts';
import { policyInForce } from '../policy-in-force.ts';

/** The person as the opening of a dossier needs to know them. */
type Opener = { id: string; email: string };

/** A request whose codes were recognised and whose dossier is not open yet: the terms come next. */
export type OpenRequest = { dossierId: string; reference: string; merchantName: string; expiresAt: string };

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
  deps: ServiceDeps,
  { user, typed, ip }: { user: Opener; typed: { reference: string; accessCode: string }; ip: string },
): Promise<string> {
  await countKey(deps.limits, { userId: user.id, ip });
  const now = deps.now().toISOString();
  const referenceNumber = `R${spelledNumber(typed.reference)}`;
  // Before the transaction, which would hold its connection meanwhile.
  const stored = await accessCodeHashOf(deps.db, referenceNumber);
  const compared = await compute.hashes.run(user.id, () => compareCode(deps.env.secrets, typed.accessCode, stored));
  const found = await inTransaction(deps, async ({ entities }): Promise<{ dossierId: string } | { code: AppError }> => {
    const referral = await entities.findOne(Referral, { referenceNumber }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!referral) return { code: new AppError('codes.unknown') };
    const mine = referral.consumerEmail.toLowerCase() === user.email.toLowerCase();
    if (compared === 'forgotten' && mine) return { code: new AppError('codes.expired') };
    // Codes that were sent again meanwhile void those that were compared.
    if (compared !== 'right' || !stored?.equals(referral.accessCodeHash)) {
      // Only its addressee can use a code, so only theirs are counted: nobody can lock it from another account.
      if (mine) referral.attempts += 1;
      return { code: new AppError('codes.unknown') };
    }
    if (!mine) return { code: new AppError('codes.not_yours') };
    if (referral.usedAt !== null || (await isOpen(entities, referral.dossierId))) {
      return { code: new AppError('codes.used') };
    }
    if (referral.revokedAt !== null || referral.expiresAt <= now || referral.attempts >= maxAttempts) {
      return { code: new AppError('codes.expired') };
    }
    const dossierId = referral.dossierId ?? randomUUID();
    Object.assign(referral, { dossierId, usedBy: user.id, attempts: 0 });
    return { dossierId };
  });
  // Thrown after the transaction, or the count of wrong codes would be undone with it.
  if ('code' in found) throw found.code;
  return found.dossierId;
}

/** Requests of this person whose codes were recognised and whose dossier was never opened: the way back in. */
export function openRequests(deps: ServiceDeps, userId: string): Promise<OpenRequest[]> {
  return requestsOf(deps.db, { userId, now: deps.now().toISOString() });
}

/**
 * Opens the dossier once its terms and undertaking are accepted (F-055, A-20). The acceptance is written first and the codes are spent by the
 * journal's own transaction, under a key that never changes: called again after a crash, it finds what was done and continues.
 *
 * @throws AppError `access.not_found` when nothing was reserved for this person, `codes.expired`, `auth.terms_changed` when the texts changed since they
 *   were shown, `engine.unavailable`.
 */
export async function openFiling(
  deps: ServiceDeps,
  {
    user,
    dossierId,
    shown,
    language,
    ip,
  }: { user: Opener; dossierId: string; shown: TextVersions; language: Language; ip: string },
): Promise<void> {
  demandInForce(shown);
  const referral = await inTransaction(deps, async ({ db, entities }) => {
    const mine = { dossierId, usedBy: user.id };
    const row = await entities.findOne(Referral, mine, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (!row) throw new AppError('access.not_found');
    const open = await isOpen(entities, dossierId);
    const at = deps.now().toISOString();
    if (!open && (row.revokedAt !== null || row.expiresAt <= at)) throw new AppError('codes.expired');
    await acceptTerms({ ...deps, db }, { by: user.id, for: dossierId, shown, language, ip });
    return { id: row.id, merchantId: row.merchantId, open };
  });
  if (!referral.open) {
    await deps.engine.create({
      key: `referral:${referral.id}`,
      command: {
        type: 'createDossier',
        dossierId,
        merchantId: referral.merchantId,
        policy: await policyInForce(deps),
        by: { role: 'consumer', userId: user.id },
      },
    });
  }
}

/** A dossier exists as soon as its journal says so, even if the referral's own mark was never written. */
async function isOpen(entities: Transaction['entities'], dossierId: string | null | undefined): Promise<boolean> {
  return typeof dossierId === 'string' && (await entities.count(DossierRow, { id: dossierId })) > 0;
}
