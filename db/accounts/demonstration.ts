import { sql } from 'kysely';
import type { Database } from '../database.ts';

/**
 * Whether accounts that anybody could sign in to are open: addresses under `.example` belong to nobody (RFC 2606), and those that have a password are
 * the demonstration's, which prints it.
 */
export async function hasDemonstrationAccounts(db: Database): Promise<boolean> {
  const found = await db
    .selectFrom('app_user')
    .select('id')
    .where(sql<boolean>`${sql.ref('email')}::text ilike '%.example'`)
    .where('passwordHash', 'is not', null)
    .where('disabledAt', 'is', null)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}
