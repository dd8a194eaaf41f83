import { Migration } from '@mikro-orm/migrations';

/**
 * A person who signs up has no account before the address is proved: what they typed waits in `registration`. So a password only ever
 * opens an account whose address was proved, and the table says so. A code of a new password may belong to nobody: it is made for an
 * address without an account too, so that nothing tells the two apart. And counts of tries whose keys name people and places go.
 */
export class Migration20261126002000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table registration (
        id uuid primary key,
        email citext not null,
        password_hash text not null,
        first_name text not null,
        last_name text not null,
        language text not null check (language in ('fr', 'en')),
        code_hash bytea not null,
        code_expires_at timestamptz not null,
        attempts int not null default 0,
        created_at timestamptz not null default now()
      )`);
    this.addSql(`create index registration_created on registration (created_at)`);
    // Accounts that nobody proved: whoever left them signs up again. They never opened a session, so nothing of a dossier is theirs; what
    // something still names stays, without the password.
    this.addSql(`
      delete from app_user u where u.kind = 'consumer' and u.email_verified_at is null
        and not exists (select from dossier d where u.id in (d.consumer_id, d.representative_id, d.handler_id, d.mediator_id))
        and not exists (select from referral r where u.id in (r.used_by, r.issued_by))
        and not exists (select from invitation i where i.accepted_by = u.id)
        and not exists (select from dossier_form f where f.saved_by = u.id)
        and not exists (select from proposal_content p where p.author_id = u.id)
        and not exists (select from message m where m.author_id = u.id)
        and not exists (select from message_share s where s.author_id = u.id)
        and not exists (select from document o where o.owner_id = u.id)
        and not exists (select from justification j where j.author_id = u.id)`);
    this.addSql(
      `update app_user set password_hash = null where password_hash is not null and email_verified_at is null`,
    );
    this.addSql(`alter table app_user add constraint password_after_proof
      check (password_hash is null or email_verified_at is not null)`);
    this.addSql(`delete from one_time_code where purpose = 'verify_email'`);
    this.addSql(`delete from mail where template = 'email-verification' and state in ('queued', 'sending')`);
    this.addSql(`alter table one_time_code drop constraint one_time_code_purpose_check,
      add constraint one_time_code_purpose_check check (purpose in ('reset_password', 'activate')),
      alter column user_id drop not null`);
    this.addSql(`delete from rate_limit where key like 'code-person:%' or key like 'code-address:%'`);
  }

  override async down(): Promise<void> {
    this.addSql(`delete from one_time_code where user_id is null`);
    this.addSql(`alter table if exists one_time_code drop constraint one_time_code_purpose_check,
      add constraint one_time_code_purpose_check check (purpose in ('verify_email', 'reset_password', 'activate')),
      alter column user_id set not null`);
    this.addSql(`alter table if exists app_user drop constraint password_after_proof`);
    this.addSql(`drop table if exists registration`);
  }
}
