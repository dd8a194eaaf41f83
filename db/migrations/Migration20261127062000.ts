import { Migration } from '@mikro-orm/migrations';

/** Of two reports of one instant the later one is shown, as the facts say it: which of them it was, nothing decided. */
export class Migration20261127062000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(newsOf('r.at, r.place desc'));
    this.addSql('select keep_anew()');
  }

  override async down(): Promise<void> {
    this.addSql(newsOf('r.at'));
  }
}

const newsOf = (
  order: string,
) => `create or replace function news_of(about uuid) returns setof office_news language sql stable
  security definer set search_path = public, pg_temp as $$
    with d as (
      select d.id, d.mediator_id, open_reports(d.state) as reports, (d.state #>> '{mediation,target}')::timestamptz as target
      from dossier d where d.id = about and d.status = 'mediation'
    )
    (select distinct on (r.at) d.id, r.kind, r.side, r.at, d.target
      from d cross join lateral rows from (jsonb_to_recordset(d.reports) as (kind text, side text, at timestamptz))
        with ordinality as r (kind, side, at, place) order by ${order})
    union all
    select d.id, 'target', null, d.target, d.target from d
    where d.mediator_id is not null and d.target is not null and d.reports = '[]'
      and not exists (select from dossier_event e where e.dossier_id = d.id and e.at >= d.target
        and e.type in ('sideNudged', 'sideContacted', 'reportAnswered', 'mediatorAssigned'))
      and not exists (select from office_contact o where o.dossier_id = d.id and o.at >= d.target)
  $$`;
