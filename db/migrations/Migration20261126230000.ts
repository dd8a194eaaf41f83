import { Migration } from '@mikro-orm/migrations';

/**
 * A second factor (ADR 35): an authenticator application, passkeys and recovery codes. A session says which browser it was opened in, from which
 * place, and has an id by which its owner ends it. A challenge that was answered is a one-time code that was used.
 */
export class Migration20261126230000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table authenticator (
        user_id uuid primary key references app_user (id) on delete cascade,
        secret bytea not null,
        last_step bigint not null default 0,
        confirmed_at timestamptz,
        created_at timestamptz not null default now()
      )`);
    this.addSql(`
      create table passkey (
        id uuid primary key,
        user_id uuid not null references app_user (id) on delete cascade,
        credential_id text not null unique,
        public_key bytea not null,
        counter bigint not null,
        transports jsonb not null default '[]',
        name text not null,
        created_at timestamptz not null default now(),
        last_used_at timestamptz
      )`);
    this.addSql(`create index passkey_user on passkey (user_id)`);
    this.addSql(`
      create table recovery_code (
        user_id uuid not null references app_user (id) on delete cascade,
        code_hash bytea not null,
        created_at timestamptz not null default now(),
        used_at timestamptz,
        primary key (user_id, code_hash)
      )`);
    this.addSql(`alter table session
      add column id uuid not null default gen_random_uuid() unique,
      add column browser text not null default '',
      add column system text not null default '',
      add column place text not null default ''`);
    this.addSql(`alter table one_time_code drop constraint one_time_code_purpose_check,
      add constraint one_time_code_purpose_check check (purpose in ('reset_password', 'activate', 'challenge'))`);
  }

  override async down(): Promise<void> {
    this.addSql(`delete from one_time_code where purpose = 'challenge'`);
    this.addSql(`alter table if exists one_time_code drop constraint one_time_code_purpose_check,
      add constraint one_time_code_purpose_check check (purpose in ('reset_password', 'activate'))`);
    this.addSql(
      `alter table if exists session drop column id, drop column browser, drop column system, drop column place`,
    );
    this.addSql(`drop table if exists recovery_code, passkey, authenticator`);
  }
}
