import { sql, type RawBuilder } from 'kysely';
import type { Database } from '../database.ts';
import { holds } from '../directory/text-search.ts';
import { comesAfter, inOrder, placeIn, type PageAsked, type RowOrder } from '../ordered.ts';
import { fullName } from '../sql.ts';

/** Wrong codes entered for one reference, by the person it was sent to, before it must be issued again. */
export const maxAttempts = 10;

/** Where issued codes stand: sent, locked by too many wrong codes, used, expired, revoked. */
export type ReferralState = 'sent' | 'locked' | 'used' | 'expired' | 'revoked';

export type ReferralRow = Awaited<ReturnType<typeof listReferrals>>[number];

/** A dossier exists as soon as its journal says so, even if the referral's own mark was never written. */
function stateAt(now: string): RawBuilder<ReferralState> {
  return sql<ReferralState>`case
    when ${sql.ref('r.usedAt')} is not null or ${sql.ref('d.id')} is not null then 'used'
    when ${sql.ref('r.revokedAt')} is not null then 'revoked'
    when ${sql.ref('r.expiresAt')} <= ${now}::timestamptz then 'expired'
    when ${sql.ref('r.attempts')} >= ${maxAttempts} then 'locked'
    else 'sent' end`;
}

/** What is stored of the access code of a reference number; null when no such number was issued. */
export async function accessCodeHashOf(db: Database, referenceNumber: string): Promise<Buffer | null> {
  const query = db.selectFrom('referral').select('accessCodeHash').where('referenceNumber', '=', referenceNumber);
  const row = await query.executeTakeFirst();
  return row ? Buffer.from(row.accessCodeHash) : null;
}

/** In which order: issued last, or first; those that expire first. */
export type ReferralOrder = 'newest' | 'oldest' | 'expiry';

const orders: Record<ReferralOrder, RowOrder> = {
  newest: { by: sql`${sql.ref('r.issuedAt')}`, type: 'timestamptz', down: true },
  oldest: { by: sql`${sql.ref('r.issuedAt')}`, type: 'timestamptz' },
  expiry: { by: sql`${sql.ref('r.expiresAt')}`, type: 'timestamptz' },
};

/**
 * Condition: the code has this number or was sent to this whole address, or its merchant holds every word. A part of an address finds nothing: whoever looks for a
 * consumer knows theirs.
 */
function foundBy(words: string): RawBuilder<boolean> {
  return sql<boolean>`r.id in (
    select x.id from referral x where x.reference_number = upper(${words}) or x.consumer_email = ${words}
    union select x.id from merchant s join referral x on x.merchant_id = s.id where ${holds(words, 's.search')})`;
}

/** Issued codes, `limit` at most after the position named. `words`: null where nothing is looked for. */
export function listReferrals(
  db: Database,
  {
    now,
    state,
    words,
    order,
    after,
    limit,
  }: { now: string; state: ReferralState | null; words: string | null; order: ReferralOrder } & PageAsked,
) {
  const id = sql.ref('r.id');
  return db
    .selectFrom('referral as r')
    .innerJoin('merchant as m', 'm.id', 'r.merchantId')
    .innerJoin('app_user as o', 'o.id', 'r.issuedBy')
    .leftJoin('dossier as d', 'd.id', 'r.dossierId')
    .select((query) => [
      'r.id',
      'r.referenceNumber as reference',
      'r.consumerEmail as email',
      'r.language',
      'm.name as merchantName',
      'r.problemKind',
      'r.issuedAt',
      fullName('o').as('issuedBy'),
      'r.expiresAt',
      'r.usedAt',
      'd.id as dossierId',
      'd.number as dossierNumber',
      query
        .selectFrom('mail')
        .select('mail.state')
        .where('mail.dedupeKey', 'like', sql<string>`'access-codes:' || ${sql.ref('r.id')} || ':%'`)
        .orderBy('mail.createdAt', 'desc')
        .limit(1)
        .as('mailState'),
      stateAt(now).as('state'),
      placeIn(orders[order]).as('cursor'),
    ])
    .$if(state !== null, (query) => query.where(stateAt(now), '=', state))
    .$if(words !== null, (query) => query.where(foundBy(words ?? '')))
    .where(comesAfter(orders[order], id, after))
    .orderBy(sql`${inOrder(orders[order], id)}`)
    .limit(limit)
    .execute();
}

/** How many codes are locked, `most` at most. Written out as its index is (Migration20261127030000). */
export async function countLocked(db: Database, { now, most }: { now: string; most: number }): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from (
      select 1 from referral r where used_at is null and revoked_at is null and attempts >= ${sql.lit(maxAttempts)}
        and expires_at > ${now}::timestamptz and not exists (select 1 from dossier d where d.id = r.dossier_id)
      limit ${sql.lit(most)}
    ) locked`.execute(db);
  return rows[0]!.count;
}

/** How many referrals stand in each state. */
export async function countReferrals(db: Database, now: string): Promise<Record<ReferralState, number>> {
  const counted = await db
    .selectFrom((query) =>
      query
        .selectFrom('referral as r')
        .leftJoin('dossier as d', 'd.id', 'r.dossierId')
        .select(stateAt(now).as('state'))
        .as('referrals'),
    )
    .select(({ fn }) => ['state', fn.countAll<number>().as('count')])
    .groupBy('state')
    .execute();
  const counts = { sent: 0, locked: 0, used: 0, expired: 0, revoked: 0 };
  for (const { state, count } of counted) counts[state] = count;
  return counts;
}
