import { Migration } from '@mikro-orm/migrations';

/**
 * Companies that ask to take part (F-014), each as its form says, and what respondents ask about the access of their people (F-019). The newest link that
 * was sent to who filled a form in is stored as its hash. Both are removed a year after the Office answered.
 */
export class Migration20261127003000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create sequence participation_number_seq`);
    this.addSql(`
      create table participation (
        id uuid primary key,
        number text not null unique,
        state text not null default 'waiting' check (state in ('waiting', 'correction', 'accepted', 'declined')),
        form jsonb not null,
        legal_name text not null,
        neq text not null,
        sender_email citext not null,
        language text not null check (language in ('fr', 'en')),
        sent_at timestamptz not null default now(),
        since timestamptz not null default now(),
        last_key uuid not null,
        version integer not null default 1,
        answer text not null default '',
        answered_by uuid references app_user (id),
        link_hash bytea unique,
        link_until timestamptz,
        merchant_id uuid references merchant (id)
      )`);
    this.addSql(`create index participation_state on participation (state, since, id)`);
    this.addSql(`create index participation_neq on participation (neq)`);
    this.addSql(`create index participation_merchant on participation (merchant_id) where merchant_id is not null`);
    this.addSql(`
      create table access_request (
        id uuid primary key,
        merchant_id uuid not null references merchant (id),
        kind text not null check (kind in ('add', 'remove', 'change')),
        person jsonb,
        member_id uuid references app_user (id),
        body text not null default '',
        asked_by uuid not null references app_user (id),
        asked_at timestamptz not null default now(),
        state text not null default 'waiting' check (state in ('waiting', 'done', 'declined')),
        answer text not null default '',
        answered_by uuid references app_user (id),
        answered_at timestamptz,
        check ((kind = 'add') = (person is not null) and (kind = 'remove') = (member_id is not null))
      )`);
    this.addSql(`create index access_request_waiting on access_request (asked_at, id) where state = 'waiting'`);
    this.addSql(`create index access_request_merchant on access_request (merchant_id, asked_at)`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists access_request`);
    this.addSql(`drop table if exists participation`);
    this.addSql(`drop sequence if exists participation_number_seq`);
  }
}
