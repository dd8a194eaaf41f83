import { sql } from 'kysely';
import { registrationLife } from './registrations.ts';
import type { Db } from './sql.ts';

/** How many rows of each kind were removed. */
export type Swept = { sessions: number; registrations: number; codes: number; limits: number; mails: number };

/**
 * Removes what nobody can use any more: sessions that are over, sign-ups whose address was not proved within a day, codes and links used
 * or expired a day ago (until then a page can say which), counts that have started again, and mails that left or were given up 90 days
 * ago and that no dossier keeps. Mails of a dossier go with it (F-142); one that was still waiting at that moment is removed here.
 */
export async function sweepOldRows(db: Db): Promise<Swept> {
  const removed = async (statement: ReturnType<typeof sql>): Promise<number> =>
    Number((await statement.execute(db)).numAffectedRows ?? 0);
  return {
    sessions: await removed(sql`delete from session where expires_at <= now()`),
    registrations: await removed(sql`delete from registration where created_at <= now() - ${registrationLife}`),
    codes: await removed(sql`delete from one_time_code where least(used_at, expires_at) < now() - interval '1 day'`),
    limits: await removed(sql`delete from rate_limit where expire < extract(epoch from now()) * 1000`),
    mails: await removed(sql`
      delete from mail m where m.state in ('sent', 'failed') and (
        (m.dossier_id is null and m.created_at < now() - interval '90 days')
        or exists (select from dossier d where d.id = m.dossier_id and d.status = 'purged'))`),
  };
}
