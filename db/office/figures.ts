import { sql } from 'kysely';
import type { Instant } from '#domain/calendar/instant.ts';
import type { Span } from '#domain/figures/disclosed.ts';
import { spans, type Reached, type SpanName } from '#domain/figures/steps.ts';
import type { Database } from '../database.ts';
import { fullName } from '../sql.ts';

/** Of the codes issued in a period, exact: how many came how far, in how many days, and whose merchant was silent. */
export type CohortRow = {
  reached: Record<Reached, number>;
  spans: Record<SpanName, Span>;
  silent: { merchants: number; dossiers: number };
};

/** What each span runs from, and to. */
const ends = {
  opened: ['issued_at', 'created_at'],
  submitted: ['created_at', 'submitted_at'],
  taken: ['submitted_at', 'taken_charge_at'],
  mediated: ['taken_charge_at', 'mediation_started_at'],
  agreed: ['submitted_at', 'agreed_at'],
  closed: ['submitted_at', 'closed_at'],
} as const satisfies Record<SpanName, readonly [string, string]>;

const spanColumns = spans.map((name) => {
  const [since, till] = ends[name];
  // A float from the start: `extract` gives a numeric, which is slow to sort.
  const days = sql`date_part('epoch', ${sql.ref(till)} - ${sql.ref(since)}) / 86400`;
  return sql`jsonb_build_object('count', count(${days}), 'values', percentile_disc(array[0.5, 0.9]) within group (order by ${days})) as ${sql.ref(name)}`;
});

/**
 * One reading of two indexes that hold all that is asked (`referral_figures`, `dossier_figures`).
 *
 * @param asked `silentDays`: a merchant that takes longer than so many days to take charge, or never does, is silent.
 */
export async function cohortOf(
  db: Database,
  { from, until, now, silentDays }: { from: Instant; until: Instant; now: Instant; silentDays: number },
): Promise<CohortRow> {
  type Counted = Record<SpanName, { count: number; values: [number | null, number | null] | null }>;
  const { rows } = await sql<{ reached: CohortRow['reached']; silent: CohortRow['silent'] } & Counted>`
    with cohort as (
      select r.issued_at, r.merchant_id, d.created_at, d.submitted_at, d.taken_charge_at, d.mediation_started_at, d.closed_at,
        case when d.outcome = 'agreement' then d.closed_at end as agreed_at,
        d.submitted_at is not null
          and coalesce(d.taken_charge_at, d.closed_at, ${now}::timestamptz) - d.submitted_at > make_interval(days => ${silentDays}::int) as silent
      from referral r left join dossier d on d.id = r.dossier_id
      where r.issued_at >= ${from}::timestamptz and r.issued_at < ${until}::timestamptz
    )
    select jsonb_build_object('issued', count(*), 'opened', count(created_at), 'submitted', count(submitted_at),
        'taken', count(taken_charge_at), 'mediated', count(mediation_started_at), 'agreed', count(agreed_at)) as reached,
      jsonb_build_object('dossiers', count(*) filter (where silent),
        'merchants', count(distinct merchant_id) filter (where silent)) as silent,
      ${sql.join(spanColumns)}
    from cohort`.execute(db);
  const { reached: counts, silent, ...counted } = rows[0]!;
  const lengths = spans.map((name) => {
    const { count, values } = counted[name];
    return [name, { count, median: values?.[0] ?? null, most: values?.[1] ?? null }] as const;
  });
  return { reached: counts, silent, spans: Object.fromEntries(lengths) as CohortRow['spans'] };
}

/** Until the transaction ends, a statement that takes longer is given up (PostgreSQL 57014), and sorts in memory. */
export async function countWithin(db: Database, ms: number): Promise<void> {
  await sql`select set_config('statement_timeout', ${String(ms)}, true), set_config('work_mem', '64MB', true)`.execute(
    db,
  );
}

/** All mediators whose account is open, with the mediations that they lead now and those that they were first to lead in a period; the busiest first. */
export async function mediatorLoads(
  db: Database,
  { from, until }: { from: Instant; until: Instant },
): Promise<{ id: string; name: string; now: number; begun: number }[]> {
  const { rows } = await sql<{ id: string; name: string; now: number; begun: number }>`
    select u.id, ${fullName('u')} as name, l.now, l.begun from app_user u cross join lateral (
      select count(*) filter (where d.status = 'mediation')::int as now,
        count(*) filter (where d.mediation_started_at >= ${from}::timestamptz and d.mediation_started_at < ${until}::timestamptz)::int as begun
      from dossier d where d.mediator_id = u.id
    ) l where u.kind = 'mediator' and u.disabled_at is null
    order by l.now desc, l.begun desc, u.id`.execute(db);
  return rows;
}
