import { Migration } from '@mikro-orm/migrations';

/**
 * Dossiers that the engine is not known to have followed stand in a table of their own, a row each until it is (ADR 57): that it has followed takes that row
 * away, and no longer writes the dossier anew with all its indexes.
 */
export class Migration20261127060000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `create table engine_behind (dossier_id uuid primary key, seq int not null, recorded_at timestamptz not null default now())`,
    );
    this.addSql(
      `insert into engine_behind (dossier_id, seq, recorded_at) select id, seq, recorded_at from dossier where engine_seq < seq`,
    );
    this.addSql(`drop index dossier_behind`);
    this.addSql(`alter table dossier drop column engine_seq`);
  }

  override async down(): Promise<void> {
    this.addSql(`alter table dossier add column engine_seq int not null default 0`);
    this.addSql(
      `update dossier d set engine_seq = d.seq where not exists (select from engine_behind b where b.dossier_id = d.id)`,
    );
    this.addSql(`create index dossier_behind on dossier (recorded_at) where engine_seq < seq`);
    this.addSql(`drop table engine_behind`);
  }
}
