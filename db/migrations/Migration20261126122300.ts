import { Migration } from '@mikro-orm/migrations';

/** What people are writing in forms that have no draft of their own, for themselves alone, until the form is taken (B-03). */
export class Migration20261126122300 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table kept_text (
        user_id uuid not null references app_user (id) on delete cascade,
        form text not null,
        dossier_id uuid,
        typed jsonb not null,
        shown jsonb not null,
        version integer not null default 1,
        saved_at timestamptz not null default now(),
        primary key (user_id, form)
      )`);
    this.addSql(`create index kept_text_dossier on kept_text (dossier_id) where dossier_id is not null`);
    this.addSql(`create index kept_text_saved on kept_text (saved_at)`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists kept_text`);
  }
}
