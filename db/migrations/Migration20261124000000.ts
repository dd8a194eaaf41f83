import { Migration } from '@mikro-orm/migrations';

/**
 * What the engine's recovery needs (architecture §4): how far the engine is known to have followed each dossier, and which engine
 * database was last walked whole. And A-02: messages that a party chooses to show the mediator.
 */
export class Migration20261124000000 extends Migration {
  override async up(): Promise<void> {
    // `recorded_at` is the clock of the database: `updated_at` is the dossier's own, which a test may move ahead by a year.
    this.addSql(
      `alter table dossier add column engine_seq int not null default 0, add column recorded_at timestamptz not null default now()`,
    );
    this.addSql(`create index dossier_behind on dossier (recorded_at) where engine_seq < seq`);
    this.addSql(`alter table reaction add column attempted_at timestamptz`);
    this.addSql(`
      create table engine_walk (
        only_row boolean primary key default true check (only_row),
        engine_id text not null,
        walked_to uuid,
        finished_at timestamptz
      )`);
    this.addSql(`
      create table message_share (
        id uuid primary key,
        dossier_id uuid not null references dossier (id),
        author_id uuid not null references app_user (id),
        message_ids uuid[] not null,
        saved_at timestamptz not null default now(),
        published_at timestamptz
      )`);
    this.addSql(`create index message_share_dossier on message_share (dossier_id)`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists message_share, engine_walk`);
    this.addSql(`drop index if exists dossier_behind`);
    this.addSql(`alter table if exists reaction drop column if exists attempted_at`);
    this.addSql(`alter table if exists dossier drop column if exists engine_seq, drop column if exists recorded_at`);
  }
}
