import { sql } from 'kysely';
import { standardPolicy } from '#domain/dossier/policy.ts';
import type { PolicyVersion } from '#domain/policy/versions.ts';
import type { Database, Row } from '../database.ts';
import { fullName, json } from '../sql.ts';

/** A version, and who wrote it. */
export type PolicyRow = PolicyVersion & { setBy: string };

/** Every version that officers wrote, the first one first. A term that one of an earlier release lacks is the standard one. */
export async function policyVersions(db: Database): Promise<PolicyRow[]> {
  const rows = await db
    .selectFrom('policy_version as v')
    .innerJoin('app_user as u', 'u.id', 'v.setBy')
    .select(['v.number', 'v.policy', 'v.fromDay', 'v.setAt', fullName('u').as('setBy')])
    .orderBy('v.number')
    .execute();
  return rows.map((row) => ({ ...row, policy: { ...standardPolicy, ...row.policy } }));
}

/**
 * Adds a version after the one that its page has seen (`seen`; 1 for none but the first).
 *
 * @returns false when there is a later one.
 */
export async function insertPolicyVersion(
  db: Database,
  { seen, policy, ...row }: Pick<Row<'policy_version'>, 'policy' | 'fromDay' | 'setBy' | 'setAt'> & { seen: number },
): Promise<boolean> {
  const { rows } = await sql`
    insert into policy_version (number, policy, from_day, set_by, set_at)
    select ${seen}::int + 1, ${json(policy)}, ${row.fromDay}::date, ${row.setBy}::uuid, ${row.setAt}::timestamptz
    where ${seen}::int = (select coalesce(max(number), 1) from policy_version)
    on conflict (number) do nothing
    returning 1`.execute(db);
  return rows.length > 0;
}

/** Dossiers that are under way, `most` at most. */
export async function countRunning(db: Database, most: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from (
    select 1 from dossier where status in ('draft', 'submitted', 'negotiation', 'mediationRequested', 'mediation') limit ${most}
  ) x`.execute(db);
  return rows[0]?.count ?? 0;
}
