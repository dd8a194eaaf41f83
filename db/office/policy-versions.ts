import { sql } from 'kysely';
import { standardPolicy } from '#domain/dossier/policy.ts';
import type { PolicyVersion } from '#domain/policy/versions.ts';
import type { Database, Row } from '../database.ts';
import { holds } from '../directory/text-search.ts';
import { comesAfter, inOrder, placeIn, type PageAsked, type RowOrder } from '../ordered.ts';
import { isUnderWay } from '../predicates.ts';
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

/** A version as the Office lists it; number 1 is the installation's, which nobody wrote on a page. */
export type PolicyVersionRow = {
  id: string;
  number: number;
  fromDay: string | null;
  setAt: string | null;
  setBy: string | null;
  cursor: string;
};

/** In which order: the last one first, or the first. */
export type PolicyVersionOrder = 'newest' | 'oldest';

const orders: Record<PolicyVersionOrder, RowOrder> = {
  newest: { by: sql`v.number`, type: 'bigint', down: true },
  oldest: { by: sql`v.number`, type: 'bigint' },
};

/**
 * The versions of these numbers, `limit` at most after the position named; `words`: what a search looks for in the name of whoever wrote them. A version has no id of its
 * own: its number stands for one.
 */
export async function policyVersionPage(
  db: Database,
  {
    numbers,
    words = null,
    order,
    after,
    limit,
  }: { numbers: readonly number[]; words?: string | null; order: PolicyVersionOrder } & PageAsked,
): Promise<PolicyVersionRow[]> {
  const id = sql`lpad(v.number::text, 32, '0')::uuid`;
  const { rows } = await sql<PolicyVersionRow>`
    select ${id} as id, v.number, v.from_day as "fromDay", v.set_at as "setAt", case when u.id is not null then ${fullName('u')} end as "setBy",
      ${placeIn(orders[order])} as cursor
    from (select 1 as number, null::date as from_day, null::timestamptz as set_at, null::uuid as set_by
      union all select number, from_day, set_at, set_by from policy_version) v
    left join app_user u on u.id = v.set_by
    where v.number = any (${numbers}::int[]) and ${words === null ? sql`true` : holds(words, sql`search_text(u.first_name, u.last_name)`)}
      and ${comesAfter(orders[order], id, after)}
    order by ${inOrder(orders[order], id)} limit ${limit}`.execute(db);
  return rows;
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
    select 1 from dossier d where ${isUnderWay('d')} limit ${most}
  ) x`.execute(db);
  return rows[0]?.count ?? 0;
}
