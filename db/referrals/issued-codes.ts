import { sql, type RawBuilder } from 'kysely';
import type { Database } from '../database.ts';
import { holds } from '../directory/text-search.ts';
import { comesAfter, inOrder, type PageAsked, type RowOrder } from '../ordered.ts';
import { fullName } from '../sql.ts';

/** Wrong codes entered for one reference, by the person it was sent to, before it must be issued again. */
export const maxAttempts = 10;

/** Where issued codes stand: sent, locked by too many wrong codes, used, expired, revoked. */
export type ReferralState = 'sent' | 'locked' | 'used' | 'expired' | 'revoked';

/** An issued code as its list shows it. Instants are ISO-8601 UTC. `mailState`: of the last mail that carried it. */
export type ReferralRow = {
  id: string;
  reference: string;
  email: string;
  language: 'fr' | 'en';
  merchantId: string;
  merchantName: string;
  problemKind: string;
  issuedAt: string;
  issuedBy: string;
  expiresAt: string;
  usedAt: string | null;
  dossierId: string | null;
  dossierNumber: string | null;
  mailState: string | null;
  state: ReferralState;
  cursor: string;
};

/** A dossier exists as soon as its journal says so, even if the referral's own mark was never written. */
function stateAt(now: string): RawBuilder<ReferralState> {
  return sql<ReferralState>`case
    when ${sql.ref('r.usedAt')} is not null or ${sql.ref('d.id')} is not null then 'used'
    when ${sql.ref('r.revokedAt')} is not null then 'revoked'
    when ${sql.ref('r.expiresAt')} <= ${now}::timestamptz then 'expired'
    when ${sql.ref('r.attempts')} >= ${maxAttempts} then 'locked'
    else 'sent' end`;
}

/** Written out as the indexes have it (Migration20261127042000, Migration20261128001000), but for the dossier that the codes may have opened. */
const unused = sql`r.used_at is null and r.revoked_at is null`;
/** Asked of each row alone: of all at once, every dossier would be read. */
const opened = sql`(select true from dossier o where o.id = r.dossier_id) is true`;

/** Condition: the codes stand there, as {@link stateAt} says it; in conditions that an index is found by. */
function standAt(state: ReferralState, now: string): RawBuilder<boolean> {
  const at = sql`${now}::timestamptz`;
  switch (state) {
    case 'used':
      return sql<boolean>`(r.used_at is not null or ${opened})`;
    case 'revoked':
      return sql<boolean>`(r.used_at is null and r.revoked_at is not null and not (${opened}))`;
    case 'expired':
      return sql<boolean>`(${unused} and r.expires_at <= ${at} and not (${opened}))`;
    case 'locked':
      return sql<boolean>`(${unused} and r.expires_at > ${at} and r.attempts >= ${sql.lit(maxAttempts)} and not (${opened}))`;
    case 'sent':
      return sql<boolean>`(${unused} and ${live(sql`r.expires_at`, now)})`;
  }
}

/** Condition: a code that nobody used has not run out, is not locked, and has opened no dossier. */
const live = (end: RawBuilder<unknown>, now: string) =>
  sql`${end} > ${now}::timestamptz and r.attempts < ${sql.lit(maxAttempts)} and not (${opened})`;

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

/** As an expression, which no index has: PostgreSQL thinks that fewer codes can be used than there are, and would gather and sort them all. */
const unindexed = (column: RawBuilder<unknown>) => sql`(${column} + interval '0')`;

/**
 * Which codes stand there, in which order, along one index. Codes that can still be used, the last ones first, begin the index of what nobody used. In other orders they
 * lie together by the day of their end, and few of them are locked: these are sorted, where an order's own index would be read through all that ran out before.
 */
function along(
  state: ReferralState | null,
  order: ReferralOrder,
  now: string,
): { sorted: RowOrder; stands: RawBuilder<boolean> } {
  const sorted = orders[order];
  if (state === null) return { sorted, stands: sql<boolean>`true` };
  if (state === 'sent' && order === 'newest')
    return { sorted, stands: sql<boolean>`(${unused} and ${live(unindexed(sql`r.expires_at`), now)})` };
  const gathered = (state === 'sent' || state === 'locked') && order !== 'expiry';
  return { sorted: gathered ? { ...sorted, by: unindexed(sorted.by) } : sorted, stands: standAt(state, now) };
}

/**
 * Condition: the code has this number or was sent to this whole address, or its merchant holds every word. A part of an address finds nothing: whoever looks for a
 * consumer knows theirs.
 */
function foundBy(words: string): RawBuilder<boolean> {
  return sql<boolean>`r.id in (
    select x.id from referral x where x.reference_number = upper(${words}) or x.consumer_email = ${words}
    union select x.id from merchant s join referral x on x.merchant_id = s.id where ${holds(words, 's.search')})`;
}

/** The codes that opened a dossier, the last ones first: those of the invitation to it, one as a rule. */
export async function referralsOfDossier(
  db: Database,
  { dossierId, now }: { dossierId: string; now: string },
): Promise<ReferralRow[]> {
  const { rows } = await sql<ReferralRow>`
    select ${columnsAt(now)}, r.issued_at::text as cursor from referral r ${joined}
    where r.dossier_id = ${dossierId}::uuid order by r.issued_at desc, r.id`.execute(db);
  return rows;
}

/** Issued codes, `limit` at most after the position named: chosen first, then read with what is shown of each. `words`: null where nothing is looked for. */
export async function listReferrals(
  db: Database,
  {
    now,
    state,
    words,
    order,
    after,
    limit,
  }: { now: string; state: ReferralState | null; words: string | null; order: ReferralOrder } & PageAsked,
): Promise<ReferralRow[]> {
  const { sorted, stands } = along(state, order, now);
  const id = sql`r.id`;
  const conditions = [comesAfter(sorted, id, after), stands, ...(words === null ? [] : [foundBy(words)])];
  const { rows } = await sql<ReferralRow>`
    with page as materialized (
      select r.id, ${sorted.by} as at from referral r where ${sql.join(conditions, sql` and `)} order by ${inOrder(sorted, id)} limit ${limit}
    )
    select ${columnsAt(now)}, p.at::text as cursor from page p join referral r on r.id = p.id ${joined}
    order by ${inOrder({ ...sorted, by: sql`p.at` }, sql`p.id`)}`.execute(db);
  return rows;
}

/** What is shown of a code. */
const columnsAt = (now: string) =>
  sql`r.id, r.reference_number as reference, r.consumer_email as email, r.language, m.id as "merchantId", m.name as "merchantName", r.problem_kind as "problemKind",
      r.issued_at as "issuedAt", ${fullName('o')} as "issuedBy", r.expires_at as "expiresAt", r.used_at as "usedAt",
      d.id as "dossierId", d.number as "dossierNumber", ${mailState} as "mailState", ${stateAt(now)} as state`;

const joined = sql`join merchant m on m.id = r.merchant_id join app_user o on o.id = r.issued_by left join dossier d on d.id = r.dossier_id`;

const mailState = sql`(select mail.state from mail where mail.dedupe_key like 'access-codes:%' and split_part(mail.dedupe_key, ':', 2) = r.id::text
  order by mail.created_at desc limit 1)`;

/** How many codes are locked, `most` at most. */
export async function countLocked(db: Database, { now, most }: { now: string; most: number }): Promise<number> {
  const { rows } = await sql<{ count: number }>`select ${upTo(most, standAt('locked', now))} as count`.execute(db);
  return rows[0]!.count;
}

/** How many codes stand in each state, and there are at all, each counted up to `most`: a code that was used is counted by its own mark. */
export async function countReferrals(
  db: Database,
  { now, most }: { now: string; most: number },
): Promise<Record<ReferralState | 'all', number>> {
  const counted = {
    sent: standAt('sent', now),
    locked: standAt('locked', now),
    used: sql`r.used_at is not null`,
    expired: standAt('expired', now),
    revoked: standAt('revoked', now),
    all: sql`true`,
  };
  const counts = Object.entries(counted).map(([name, condition]) => sql`${upTo(most, condition)} as ${sql.ref(name)}`);
  const { rows } = await sql<Record<ReferralState | 'all', number>>`select ${sql.join(counts)}`.execute(db);
  return rows[0]!;
}

const upTo = (most: number, condition: RawBuilder<unknown>) =>
  sql`(select count(*)::int from (select 1 from referral r where ${condition} limit ${sql.lit(most)}) x)`;
