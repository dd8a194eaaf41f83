import { sql } from 'kysely';
import type { Database } from '../database.ts';
import { nextNumber } from '../sql.ts';

/** The next reference number (F-051), such as `R2026-000042`: the year in Québec of its issue, and a count that never starts again. */
export async function nextReferenceNumber(db: Database, issuedAt: string): Promise<string> {
  const { rows } = await sql<{ number: string }>`
    select 'R' || to_char(${issuedAt}::timestamptz at time zone 'America/Toronto', 'YYYY') || '-' ||
      ${nextNumber('referral_number_seq')} as number`.execute(db);
  return rows[0]?.number ?? '';
}

/** Makes two transactions about the same request follow one another. Locked until the transaction ends. */
export async function lockReferralKey(db: Database, key: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`referral:${key}`}, 0))`.execute(db);
}
