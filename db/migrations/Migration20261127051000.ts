import { Migration } from '@mikro-orm/migrations';

const declared = `e.type = 'noConflictDeclared' or (e.type = 'mediatorAssigned' and not e.payload ? 'mustDeclare')`;

/** What a message holds that people wrote or chose. That it announces the closing is added where it does, so that seals of before stay what they were. */
const content = `c.id, c.dossier_id, c.thread, c.author_id, c.author_role, c.body`;
const announced = `case when c.announces_closing then '["announcesClosing"]'::jsonb else '[]'::jsonb end`;
const sealing = (more: string) =>
  `create or replace function seal_of(c message) returns bytea language sql stable parallel safe
    return sha256(convert_to((jsonb_build_array('message', ${content})${more})::text, 'UTF8'))`;

/**
 * Messages by which a mediator announces the closing (F-131, ADR 49); who led each mediation, beside the dossier, so that past ones with a company are counted
 * along one index, handed on or not (B-11). States of before learn from the journal who led and who handed the dossier back.
 */
export class Migration20261127051000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table message add column announces_closing boolean not null default false`);
    this.addSql(sealing(` || ${announced}`));
    this.addSql(`
      update dossier d set state = jsonb_set(d.state, '{mediation}', d.state -> 'mediation' || jsonb_build_object('ledBy', x.led_by, 'recused', x.recused))
      from (
        select dossier_id,
          coalesce(jsonb_agg(mediator order by led) filter (where led is not null), '[]') as led_by,
          coalesce(jsonb_agg(mediator order by recused) filter (where recused is not null), '[]') as recused
        from (
          select e.dossier_id, e.payload ->> 'mediatorId' as mediator,
            max(e.seq) filter (where ${declared}) as led,
            min(e.seq) filter (where e.type = 'mediatorRecused') as recused
          from dossier_event e where e.type in ('noConflictDeclared', 'mediatorAssigned', 'mediatorRecused')
          group by e.dossier_id, e.payload ->> 'mediatorId'
        ) m group by dossier_id
      ) x where x.dossier_id = d.id and d.state ->> 'mediation' is not null`);
    this.addSql(
      `alter table dossier add column led_by jsonb not null generated always as (coalesce(state #> '{mediation,ledBy}', '[]'::jsonb)) stored`,
    );
    this.addSql(
      `create index dossier_led on dossier (merchant_id) include (id, mediator_id, led_by) where mediator_id is not null or led_by <> '[]'::jsonb`,
    );
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists dossier_led`);
    this.addSql(`alter table dossier drop column if exists led_by`);
    this.addSql(sealing(''));
    this.addSql(`alter table message drop column if exists announces_closing`);
  }
}
