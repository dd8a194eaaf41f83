import { sql, type RawBuilder } from 'kysely';
import type { Database } from '../database.ts';

/**
 * Accounts that anybody could sign in to: addresses under `.example` belong to nobody (RFC 2606), and those that have a password are the
 * demonstration's, which prints it.
 */
export const isNobodys: RawBuilder<boolean> = sql`u.email::text ilike '%.example' and u.password_hash is not null and u.disabled_at is null`;

/** Whether accounts of a demonstration are open here. */
export async function hasDemonstrationAccounts(db: Database): Promise<boolean> {
  const { rows } = await sql`select 1 from app_user u where ${isNobodys} limit 1`.execute(db);
  return rows.length > 0;
}
