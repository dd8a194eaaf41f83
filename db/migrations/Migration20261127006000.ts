import { Migration } from '@mikro-orm/migrations';

/** Officers sign in by their office's own identity service (A-28, ADR 42): who they are there, and sessions for which two factors were shown there. */
export class Migration20261127006000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table identity_link (
        issuer text not null,
        subject text not null,
        user_id uuid not null unique references app_user (id),
        linked_at timestamptz not null default now(),
        primary key (issuer, subject)
      )`);
    this.addSql(`alter table session add column strong boolean not null default false`);
  }

  override async down(): Promise<void> {
    this.addSql(`alter table session drop column strong`);
    this.addSql(`drop table identity_link`);
  }
}
