import { Migration } from '@mikro-orm/migrations';

/**
 * What the Office's lists show of mediations and of merchants, kept beside the dossiers by the statements that change them (docs/adr/0046): the news of each
 * mediation that an officer has to answer, and for each merchant since when a dossier has waited for it, how many it received and after how many days it took
 * charge. The lists computed these from every dossier at each opening.
 *
 * By triggers, as the owner: neither process writes here. One dossier's news are computed one after the other, by its row's lock; one merchant's counts by the lock of
 * the merchant's own row here.
 */
export class Migration20261127040000 extends Migration {
  override async up(): Promise<void> {
    for (const statement of [...tables, ...functions, ...triggers, ...indexes]) this.addSql(statement);
    this.addSql(`select keep_anew()`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop statistics if exists dossier_turn_of_status`);
    this.addSql(`drop index if exists dossier_unanswered`);
    this.addSql(`create index dossier_unanswered on dossier (submitted_at, merchant_id) where status = 'submitted'`);
    for (const when of ['opened', 'moved']) this.addSql(`drop trigger if exists keep_news_${when} on dossier`);
    this.addSql(`drop trigger if exists keep_news on dossier_event`);
    this.addSql(`drop trigger if exists keep_news on office_contact`);
    for (const when of ['opened', 'moved', 'gone'])
      this.addSql(`drop trigger if exists keep_merchant_record_${when} on dossier`);
    this.addSql(
      `drop function if exists keep_anew, keep_news, keep_merchant_record, count_for_merchant, median_pace, news_of`,
    );
    this.addSql(`drop table if exists merchant_pace, merchant_record, office_news`);
  }
}

const tables = [
  // `kind`: of the mediator's report, or 'target' for a target date; `since`: its moment, which a target date may still have before it.
  `create table office_news (
    dossier_id uuid primary key references dossier (id) on delete cascade,
    kind text not null,
    side text,
    since timestamptz not null,
    target timestamptz
  )`,
  `create index office_news_since on office_news (since, dossier_id)`,
  `create index office_news_kind on office_news (kind, since, dossier_id)`,
  `create table merchant_record (
    merchant_id uuid primary key references merchant (id),
    waiting_since timestamptz,
    submitted integer not null default 0,
    taken integer not null default 0,
    median_days integer
  )`,
  `create index merchant_record_waiting on merchant_record (waiting_since, merchant_id) where waiting_since is not null`,
  `create table merchant_pace (
    merchant_id uuid not null references merchant (id),
    days integer not null,
    taken integer not null,
    primary key (merchant_id, days)
  )`,
];

const byOwner = `security definer set search_path = public, pg_temp`;

const functions = [
  // A report that no officer has answered since, requests to reach a party before other news; without one, a target date that nothing answered after it.
  `create function news_of(about uuid) returns setof office_news language sql stable ${byOwner} as $$
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
  // The lower of the two in the middle.
  `create function median_pace(about uuid) returns integer language sql stable ${byOwner} as $$
    select min(x.days) from (
      select p.days, 2 * sum(p.taken) over (order by p.days) >= sum(p.taken) over () as half from merchant_pace p
      where p.merchant_id = about and p.taken > 0
    ) x where x.half
  $$`,
  // Each statement after the lock sees what those before it in line have written.
  `create function keep_news() returns trigger language plpgsql ${byOwner} as $$
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
      delete from office_news n where n.dossier_id = about and not exists (select from news_of(about));
      insert into office_news select * from news_of(about)
        on conflict (dossier_id) do update set kind = excluded.kind, side = excluded.side, since = excluded.since, target = excluded.target;
      return null;
    end $$`,
  `create function count_for_merchant(about uuid, received integer, was integer, is_now integer) returns void language plpgsql ${byOwner} as $$
    begin
      insert into merchant_record as r (merchant_id, submitted) values (about, received)
        on conflict (merchant_id) do update set submitted = r.submitted + excluded.submitted;
      if was is distinct from is_now then
        update merchant_pace set taken = taken - 1 where merchant_id = about and days = was;
        insert into merchant_pace as p (merchant_id, days, taken) select about, is_now, 1 where is_now is not null
          on conflict (merchant_id, days) do update set taken = p.taken + 1;
      end if;
      update merchant_record set taken = taken + (is_now is not null)::integer - (was is not null)::integer,
        median_days = case when was is distinct from is_now then median_pace(about) else median_days end,
        waiting_since = (select min(d.submitted_at) from dossier d where d.merchant_id = about and d.status = 'submitted')
        where merchant_id = about;
    end $$`,
  `create function keep_merchant_record() returns trigger language plpgsql ${byOwner} as $$
    declare
      was integer;
      is_now integer;
      had integer := 0;
      has integer := 0;
    begin
      if tg_op <> 'INSERT' then
        was := round(extract(epoch from old.taken_charge_at - old.submitted_at) / 86400);
        had := (old.submitted_at is not null)::integer;
      end if;
      if tg_op <> 'DELETE' then
        is_now := round(extract(epoch from new.taken_charge_at - new.submitted_at) / 86400);
        has := (new.submitted_at is not null)::integer;
      end if;
      if tg_op = 'UPDATE' and old.merchant_id = new.merchant_id then
        perform count_for_merchant(new.merchant_id, has - had, was, is_now);
        return null;
      end if;
      if tg_op <> 'INSERT' then
        perform count_for_merchant(old.merchant_id, -had, was, null);
      end if;
      if tg_op <> 'DELETE' then
        perform count_for_merchant(new.merchant_id, has, null, is_now);
      end if;
      return null;
    end $$`,
  // All of it again from the dossiers, with nobody writing meanwhile: after rows were put there past the triggers.
  `create function keep_anew() returns void language plpgsql ${byOwner} as $$
    begin
      lock table dossier, dossier_event, office_contact in share row exclusive mode;
      delete from office_news;
      delete from merchant_pace;
      delete from merchant_record;
      insert into office_news select n.* from dossier d cross join lateral news_of(d.id) n where d.status = 'mediation' and d.mediator_id is not null;
      insert into merchant_record (merchant_id, waiting_since, submitted)
        select merchant_id, min(submitted_at) filter (where status = 'submitted'), count(*) from dossier where submitted_at is not null group by merchant_id;
      insert into merchant_pace (merchant_id, days, taken)
        select merchant_id, round(extract(epoch from taken_charge_at - submitted_at) / 86400), count(*) from dossier
        where submitted_at is not null and taken_charge_at is not null group by 1, 2;
      update merchant_record r set median_days = median_pace(r.merchant_id),
        taken = (select coalesce(sum(p.taken), 0) from merchant_pace p where p.merchant_id = r.merchant_id);
    end $$`,
];

const triggers = [
  `create trigger keep_news_opened after insert on dossier for each row when (new.status = 'mediation') execute function keep_news()`,
  `create trigger keep_news_moved after update on dossier for each row
    when ((old.status = 'mediation' or new.status = 'mediation')
      and (old.status, old.mediator_id, old.state #>> '{mediation,target}') is distinct from (new.status, new.mediator_id, new.state #>> '{mediation,target}'))
    execute function keep_news()`,
  `create trigger keep_news after insert on dossier_event for each row
    when (new.type in ('reportedToOffice', 'sideNudged', 'mediatorAssigned')) execute function keep_news()`,
  `create trigger keep_news after insert or delete on office_contact for each row execute function keep_news()`,
  `create trigger keep_merchant_record_opened after insert on dossier for each row
    when (new.submitted_at is not null) execute function keep_merchant_record()`,
  `create trigger keep_merchant_record_moved after update on dossier for each row
    when ((old.merchant_id, old.submitted_at, old.taken_charge_at, old.status = 'submitted')
      is distinct from (new.merchant_id, new.submitted_at, new.taken_charge_at, new.status = 'submitted'))
    execute function keep_merchant_record()`,
  `create trigger keep_merchant_record_gone after delete on dossier for each row
    when (old.submitted_at is not null) execute function keep_merchant_record()`,
];

const indexes = [
  `drop index dossier_unanswered`,
  `create index dossier_unanswered on dossier (merchant_id, submitted_at) where status = 'submitted'`,
  // Who is awaited depends on the stage: taken apart, what waits for the Office is thought to be rare, and its list is sorted instead of read in order.
  `create statistics dossier_turn_of_status (mcv) on turn, status from dossier`,
];
