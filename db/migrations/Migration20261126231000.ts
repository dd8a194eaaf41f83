import { Migration } from '@mikro-orm/migrations';

/** Another address for an account (ADR 35): proved by a code at the new one, told at the old one, which can undo it. */
export class Migration20261126231000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table email_change (
        id uuid primary key,
        user_id uuid not null references app_user (id) on delete cascade,
        former_email citext not null,
        new_email citext not null,
        code_hash bytea not null,
        code_expires_at timestamptz not null,
        attempts int not null default 0,
        undo_hash bytea unique,
        confirmed_at timestamptz,
        undone_at timestamptz,
        created_at timestamptz not null default now()
      )`);
    this.addSql(`create index email_change_user on email_change (user_id)`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists email_change`);
  }
}
