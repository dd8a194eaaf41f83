import type { Database } from '../database.ts';

/** Requests of a person whose codes were recognised and whose dossier was never opened, newest first. */
export function openRequests(db: Database, { userId, now }: { userId: string; now: string }) {
  return db
    .selectFrom('referral as r')
    .innerJoin('merchant as m', 'm.id', 'r.merchantId')
    .select(['r.dossierId', 'r.referenceNumber as reference', 'm.name as merchantName', 'r.expiresAt'])
    .where('r.usedBy', '=', userId)
    .where('r.usedAt', 'is', null)
    .where('r.revokedAt', 'is', null)
    .where('r.expiresAt', '>', now)
    .where('r.dossierId', 'is not', null)
    .$narrowType<{ dossierId: string }>()
    .where(({ exists, not, selectFrom }) =>
      not(exists(selectFrom('dossier as d').select('d.id').whereRef('d.id', '=', 'r.dossierId'))),
    )
    .orderBy('r.issuedAt', 'desc')
    .execute();
}

/** A referral's number, when its code was issued, and the dossier that it reserved or opened; nothing when there is no such referral. */
export function issuedReferral(db: Database, id: string) {
  return db
    .selectFrom('referral as r')
    .leftJoin('dossier as d', 'd.id', 'r.dossierId')
    .select((eb) => [
      'r.referenceNumber as reference',
      'r.issuedAt',
      'r.dossierId',
      eb('d.id', 'is not', null).$castTo<boolean>().as('open'),
    ])
    .where('r.id', '=', id)
    .executeTakeFirst();
}
