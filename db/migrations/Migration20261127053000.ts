import { Migration } from '@mikro-orm/migrations';

/**
 * Each report of a mediator is a row of the Office's news, until the Office answers that one (F-130, F-136, docs/adr/0051). Before, any call, note, reminder of either
 * side or new mediator took all of a dossier's reports off the desk. Which reports are open is in the dossier's state, which the journal's own statement writes;
 * a state of before has the last report alone.
 */
export class Migration20261127053000 extends Migration {
  override async up(): Promise<void> {
    for (const statement of [...dropped, ...made]) this.addSql(statement);
    this.addSql(`select keep_anew()`);
  }

  override async down(): Promise<void> {
    for (const statement of [...dropped, ...before]) this.addSql(statement);
    this.addSql(`drop function if exists open_reports`);
    this.addSql(`select keep_anew()`);
  }
}

const dropped = [
  `drop trigger if exists keep_news_moved on dossier`,
  `drop trigger if exists keep_news on dossier_event`,
  `delete from office_news`,
  `alter table office_news drop constraint office_news_pkey`,
];

const byOwner = `security definer set search_path = public, pg_temp`;
const openReports = `{mediation,openReports}`;

/** With what is told apart: the columns that name a row of news, and whether only a mediation that somebody leads has any. */
const kept = ({ key, led, told }: { key: string[]; led: boolean; told: string[] }) => [
  `alter table office_news add primary key (${key.join(', ')})`,
  // Each statement after the lock sees what those before it in line have written.
  `create or replace function keep_news() returns trigger language plpgsql ${byOwner} as $$
    declare
      about uuid;
    begin
      if tg_table_name = 'dossier' then
        about := new.id;
      elsif tg_op = 'DELETE' then
        about := old.dossier_id;
      else
        about := new.dossier_id;
      end if;
      perform from dossier d where d.id = about for no key update;
      delete from office_news n where n.dossier_id = about
        and not exists (select from news_of(about) x where (${key.map((name) => `x.${name}`).join(', ')}) = (${key.map((name) => `n.${name}`).join(', ')}));
      insert into office_news select * from news_of(about)
        on conflict (${key.join(', ')}) do update set kind = excluded.kind, side = excluded.side, since = excluded.since, target = excluded.target;
      return null;
    end $$`,
  `create or replace function keep_anew() returns void language plpgsql ${byOwner} as $$
    begin
      lock table dossier, dossier_event, office_contact in share row exclusive mode;
      delete from office_news;
      delete from merchant_pace;
      delete from merchant_record;
      insert into office_news select n.* from dossier d cross join lateral news_of(d.id) n where d.status = 'mediation'${led ? ' and d.mediator_id is not null' : ''};
      insert into merchant_record (merchant_id, waiting_since, submitted)
        select merchant_id, min(submitted_at) filter (where status = 'submitted'), count(*) from dossier where submitted_at is not null group by merchant_id;
      insert into merchant_pace (merchant_id, days, taken)
        select merchant_id, round(extract(epoch from taken_charge_at - submitted_at) / 86400), count(*) from dossier
        where submitted_at is not null and taken_charge_at is not null group by 1, 2;
      update merchant_record r set median_days = median_pace(r.merchant_id),
        taken = (select coalesce(sum(p.taken), 0) from merchant_pace p where p.merchant_id = r.merchant_id);
    end $$`,
  `create trigger keep_news after insert on dossier_event for each row
    when (new.type in (${told.map((type) => `'${type}'`).join(', ')})) execute function keep_news()`,
];

const made = [
  `create function open_reports(state jsonb) returns jsonb language sql immutable as $$
    select coalesce(state #> '${openReports}', case when jsonb_typeof(state #> '{mediation,lastReport}') = 'object'
      then jsonb_build_array(state #> '{mediation,lastReport}') end, '[]'::jsonb)
  $$`,
  // Without an open report: a target date, while somebody leads the mediation and no act of the Office came after it.
  `create or replace function news_of(about uuid) returns setof office_news language sql stable ${byOwner} as $$
    with d as (
      select d.id, d.mediator_id, open_reports(d.state) as reports, (d.state #>> '{mediation,target}')::timestamptz as target
      from dossier d where d.id = about and d.status = 'mediation'
    )
    (select distinct on (r.at) d.id, r.kind, r.side, r.at, d.target
      from d cross join lateral jsonb_to_recordset(d.reports) as r (kind text, side text, at timestamptz) order by r.at)
    union all
    select d.id, 'target', null, d.target, d.target from d
    where d.mediator_id is not null and d.target is not null and d.reports = '[]'
      and not exists (select from dossier_event e where e.dossier_id = d.id and e.at >= d.target
        and e.type in ('sideNudged', 'sideContacted', 'reportAnswered', 'mediatorAssigned'))
      and not exists (select from office_contact o where o.dossier_id = d.id and o.at >= d.target)
  $$`,
  ...kept({
    key: ['dossier_id', 'since'],
    led: false,
    told: ['sideNudged', 'sideContacted', 'reportAnswered', 'mediatorAssigned'],
  }),
  `create trigger keep_news_moved after update on dossier for each row
    when ((old.status = 'mediation' or new.status = 'mediation')
      and (old.status, old.mediator_id, old.state #>> '{mediation,target}', old.state #> '${openReports}')
        is distinct from (new.status, new.mediator_id, new.state #>> '{mediation,target}', new.state #> '${openReports}'))
    execute function keep_news()`,
];

const before = [
  `create or replace function news_of(about uuid) returns setof office_news language sql stable ${byOwner} as $$
    select d.id, coalesce(r.kind, 'target'), r.side, coalesce(r.at, t.target), t.target
    from dossier d
    cross join lateral (select (d.state #>> '{mediation,target}')::timestamptz as target) t
    cross join lateral (
      select max(x.at) as at from (
        select e.at from dossier_event e where e.dossier_id = d.id and e.type in ('sideNudged', 'mediatorAssigned')
        union all select o.at from office_contact o where o.dossier_id = d.id
      ) x
    ) answered
    left join lateral (
      select e.payload ->> 'kind' as kind, e.payload ->> 'side' as side, e.at from dossier_event e
      where e.dossier_id = d.id and e.type = 'reportedToOffice' and (answered.at is null or e.at > answered.at)
      order by (e.payload ->> 'kind' = 'nudge') desc, e.seq limit 1
    ) r on true
    where d.id = about and d.status = 'mediation' and d.mediator_id is not null
      and (r.at is not null or (t.target is not null and (answered.at is null or answered.at < t.target)))
  $$`,
  ...kept({ key: ['dossier_id'], led: true, told: ['reportedToOffice', 'sideNudged', 'mediatorAssigned'] }),
  `create trigger keep_news_moved after update on dossier for each row
    when ((old.status = 'mediation' or new.status = 'mediation')
      and (old.status, old.mediator_id, old.state #>> '{mediation,target}') is distinct from (new.status, new.mediator_id, new.state #>> '{mediation,target}'))
    execute function keep_news()`,
];
