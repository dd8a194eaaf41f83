import { Migration } from '@mikro-orm/migrations';

/**
 * The first schema. Four kinds of tables: people and access; the journal (truth about what happened, without content); content
 * (what people wrote: drafts seen by their author until a command publishes them); and the outbox.
 */
export class Migration20261123000000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create extension if not exists citext`);
    this.addSql(people);
    this.addSql(access);
    this.addSql(journal);
    this.addSql(content);
    this.addSql(outbox);
  }

  override async down(): Promise<void> {
    for (const table of tables) this.addSql(`drop table if exists ${table} cascade`);
    this.addSql(`drop sequence if exists dossier_number_seq, referral_number_seq`);
  }
}

const people = `
create table app_user (
  id uuid primary key,
  kind text not null check (kind in ('consumer', 'merchant', 'mediator', 'officer')),
  email citext not null unique,
  email_verified_at timestamptz,
  password_hash text,
  language text not null default 'fr' check (language in ('fr', 'en')),
  first_name text not null default '',
  last_name text not null default '',
  phone text not null default '',
  address_line text not null default '',
  city text not null default '',
  province text not null default '',
  postal_code text not null default '',
  job_title text not null default '',
  accreditation text not null default '',
  profile_completed_at timestamptz,
  disabled_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create table session (
  id_hash bytea primary key,
  user_id uuid not null references app_user (id) on delete cascade,
  created_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  expires_at timestamptz not null
);
create index session_by_user on session (user_id);
create table one_time_code (
  id uuid primary key,
  purpose text not null check (purpose in ('verify_email', 'reset_password', 'activate')),
  user_id uuid not null references app_user (id) on delete cascade,
  code_hash bytea not null,
  expires_at timestamptz not null,
  attempts int not null default 0,
  used_at timestamptz,
  created_at timestamptz not null default now()
);
create index one_time_code_user on one_time_code (user_id, purpose);
create table merchant (
  id uuid primary key,
  name text not null,
  legal_name text not null default '',
  neq text not null default '',
  email citext not null default '',
  phone text not null default '',
  address_line text not null default '',
  city text not null default '',
  province text not null default 'QC',
  postal_code text not null default '',
  enrolled_at timestamptz not null default now(),
  left_at timestamptz
);
create table merchant_member (
  merchant_id uuid not null references merchant (id) on delete cascade,
  user_id uuid not null references app_user (id) on delete cascade,
  role text not null check (role in ('respondent', 'representative')),
  since timestamptz not null default now(),
  until timestamptz,
  primary key (merchant_id, user_id)
);
create index merchant_member_user on merchant_member (user_id);
create table audit_log (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  actor_id uuid,
  action text not null,
  subject text not null default '',
  detail jsonb not null default '{}'
);
`;

const access = `
create sequence dossier_number_seq;
create sequence referral_number_seq;
create table referral (
  id uuid primary key,
  reference_number text not null unique,
  access_code_hash bytea not null,
  consumer_email citext not null,
  language text not null default 'fr',
  merchant_id uuid not null references merchant (id),
  problem_kind text not null,
  issued_by uuid not null references app_user (id),
  issued_at timestamptz not null default now(),
  expires_at timestamptz not null,
  attempts int not null default 0,
  used_at timestamptz,
  used_by uuid references app_user (id),
  dossier_id uuid,
  revoked_at timestamptz
);
create index referral_issued on referral (issued_at desc, id);
create table terms_acceptance (
  id uuid primary key,
  user_id uuid not null references app_user (id) on delete cascade,
  dossier_id uuid,
  kind text not null check (kind in ('terms', 'confidentiality')),
  version text not null,
  language text not null,
  accepted_at timestamptz not null default now(),
  ip inet
);
create unique index terms_acceptance_once on terms_acceptance (user_id, coalesce(dossier_id, '00000000-0000-0000-0000-000000000000'), kind, version);
create table invitation (
  id uuid primary key,
  dossier_id uuid not null,
  email citext not null,
  first_name text not null,
  last_name text not null,
  relationship text not null,
  key_hash bytea not null,
  consented_at timestamptz not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  attempts int not null default 0,
  accepted_at timestamptz,
  accepted_by uuid references app_user (id),
  revoked_at timestamptz
);
create index invitation_dossier on invitation (dossier_id);
`;

const journal = `
create table dossier (
  id uuid primary key,
  number text not null unique,
  status text not null,
  turn text not null,
  turn_what text not null,
  turn_since timestamptz,
  next_deadline timestamptz,
  next_deadline_kind text,
  consumer_id uuid not null references app_user (id),
  representative_id uuid references app_user (id),
  merchant_id uuid not null references merchant (id),
  handler_id uuid references app_user (id),
  mediator_id uuid references app_user (id),
  problem_kind text not null default '',
  outcome text,
  proposals_count int not null default 0,
  documents_count int not null default 0,
  messages_count int not null default 0,
  created_at timestamptz not null,
  submitted_at timestamptz,
  taken_charge_at timestamptz,
  mediation_started_at timestamptz,
  closed_at timestamptz,
  updated_at timestamptz not null,
  seq int not null,
  head_hash bytea not null,
  state jsonb not null
);
create index dossier_consumer on dossier (consumer_id, updated_at desc, id);
create index dossier_representative on dossier (representative_id, updated_at desc, id) where representative_id is not null;
create index dossier_merchant on dossier (merchant_id, updated_at desc, id);
create index dossier_mediator on dossier (mediator_id, updated_at desc, id) where mediator_id is not null;
create index dossier_status on dossier (status, updated_at desc, id);
create table dossier_event (
  dossier_id uuid not null references dossier (id),
  seq int not null,
  type text not null,
  at timestamptz not null,
  actor_role text not null,
  actor_id uuid,
  payload jsonb not null,
  command_key text not null,
  prev_hash bytea not null,
  hash bytea not null,
  primary key (dossier_id, seq)
);
create table dossier_command (
  dossier_id uuid not null references dossier (id),
  command_key text not null,
  seq int not null,
  status text not null,
  refused_code text,
  command_type text,
  at timestamptz not null,
  primary key (dossier_id, command_key)
);
create table reaction (
  id text primary key,
  dossier_id uuid not null references dossier (id),
  event_seq int not null,
  kind text not null,
  payload jsonb not null,
  created_at timestamptz not null default now(),
  attempts int not null default 0,
  done_at timestamptz,
  last_error text
);
create index reaction_owed on reaction (created_at) where done_at is null;
create index reaction_dossier on reaction (dossier_id, event_seq);
`;

/**
 * Content. `published_at` is null while a row is a draft that only its author sees; the journal's transaction sets it.
 */
const content = `
create table dossier_form (
  dossier_id uuid primary key references dossier (id),
  title text not null default '',
  parties jsonb not null default '{}',
  problem jsonb not null default '{}',
  saved_at timestamptz not null default now(),
  saved_by uuid references app_user (id),
  version int not null default 1
);
create table proposal_content (
  id uuid primary key,
  dossier_id uuid not null references dossier (id),
  proposal_id uuid not null,
  author_id uuid not null references app_user (id),
  author text not null check (author in ('consumer', 'merchant', 'mediator')),
  remedies jsonb not null default '[]',
  terms text not null default '',
  saved_at timestamptz not null default now(),
  published_at timestamptz,
  version int
);
create index proposal_content_dossier on proposal_content (dossier_id, published_at);
create table message (
  id uuid primary key,
  dossier_id uuid not null references dossier (id),
  thread text not null check (thread in ('negotiation', 'mediationRoom', 'consumerCaucus', 'merchantCaucus')),
  author_id uuid not null references app_user (id),
  author_role text not null,
  body text not null default '',
  saved_at timestamptz not null default now(),
  published_at timestamptz,
  shared_with_mediator_at timestamptz
);
create index message_thread on message (dossier_id, thread, published_at);
create table thread_read (
  dossier_id uuid not null references dossier (id),
  thread text not null,
  user_id uuid not null references app_user (id) on delete cascade,
  read_at timestamptz not null,
  primary key (dossier_id, thread, user_id)
);
create table document (
  id uuid primary key,
  dossier_id uuid not null references dossier (id),
  owner_id uuid references app_user (id),
  owner_role text not null,
  kind text not null,
  title text not null,
  file_name text not null,
  media_type text not null,
  byte_size bigint not null,
  sha256 bytea not null,
  storage_key text not null,
  language text,
  generated_for text,
  saved_at timestamptz not null default now(),
  published_at timestamptz,
  withdrawn_at timestamptz,
  withdrawal_id uuid
);
create index document_dossier on document (dossier_id, published_at);
create unique index document_generated on document (dossier_id, generated_for) where generated_for is not null;
create table justification (
  id uuid primary key,
  dossier_id uuid not null references dossier (id),
  author_id uuid not null references app_user (id),
  kind text not null,
  body text not null,
  saved_at timestamptz not null default now(),
  published_at timestamptz
);
create table agreement_certificate (
  dossier_id uuid primary key references dossier (id),
  certificate_number text not null unique,
  document_id uuid references document (id),
  sha256 bytea,
  acceptances jsonb not null default '[]'
);
`;

const outbox = `
create table mail (
  id uuid primary key,
  dedupe_key text not null unique,
  recipient_id uuid references app_user (id) on delete set null,
  to_address citext not null,
  to_name text not null default '',
  language text not null default 'fr',
  template text not null,
  params jsonb not null default '{}',
  dossier_id uuid,
  created_at timestamptz not null default now(),
  state text not null default 'queued' check (state in ('queued', 'sending', 'sent', 'failed')),
  attempts int not null default 0,
  attempted_at timestamptz,
  sent_at timestamptz,
  last_error text
);
create index mail_pending on mail (created_at) where state in ('queued', 'sending');
`;

const tables = [
  'mail',
  'agreement_certificate',
  'justification',
  'document',
  'thread_read',
  'message',
  'proposal_content',
  'dossier_form',
  'reaction',
  'dossier_command',
  'dossier_event',
  'dossier',
  'invitation',
  'terms_acceptance',
  'referral',
  'audit_log',
  'merchant_member',
  'merchant',
  'one_time_code',
  'session',
  'app_user',
];
