import type { Tables } from '../database.ts';
import type { ProcessRole } from './names.ts';

/** What a process may do with a table, as PostgreSQL writes it; a `select` or `update` may name its columns. Nothing when left out. */
type Grant = { readonly [process in ProcessRole]?: readonly (Verb | `${'select' | 'update'} (${string})`)[] };
type Verb = 'select' | 'insert' | 'update' | 'delete';

/**
 * What each process may do, and nothing else: the only list (ADR 27). A new table stands here before anybody may use it. The web cannot publish what people
 * write, nor add to the journal; neither process changes what is recorded.
 */
export const tableGrants: Readonly<Record<keyof Tables | 'schema_migration', Grant>> = {
  schema_migration: {},

  app_user: { web: ['select', 'insert', 'update'], worker: ['select'] },
  session: { web: ['select', 'insert', 'update', 'delete'], worker: ['select', 'delete'] },
  registration: { web: ['select', 'insert', 'update', 'delete'], worker: ['select', 'delete'] },
  one_time_code: { web: ['select', 'insert', 'update'], worker: ['select', 'delete'] },
  authenticator: { web: ['select', 'insert', 'update', 'delete'] },
  passkey: { web: ['select', 'insert', 'update (counter, last_used_at)', 'delete'] },
  recovery_code: { web: ['select', 'insert', 'update (used_at)', 'delete'] },
  identity_link: { web: ['select', 'insert', 'delete'] },
  email_change: {
    web: ['select', 'insert', 'update (attempts, undo_hash, confirmed_at, undone_at)', 'delete'],
    worker: ['select', 'delete'],
  },
  rate_limit: { web: ['select', 'insert', 'update', 'delete'], worker: ['select', 'delete'] },
  terms_acceptance: { web: ['select', 'insert'], worker: ['select (ip, accepted_at)', 'update (ip)'] },
  merchant: { web: ['select', 'insert', 'update'], worker: ['select'] },
  merchant_member: { web: ['select', 'insert', 'update'], worker: ['select'] },
  referral: { web: ['select', 'insert', 'update'], worker: ['select', 'update (used_at, used_by, consumer_email)'] },
  invitation: {
    web: ['select', 'insert', 'update (attempts)', 'delete'],
    worker: ['select', 'update (accepted_at, accepted_by, revoked_at)', 'delete'],
  },

  member_absence: { web: ['select', 'insert', 'update (cancelled_at)'], worker: ['select'] },
  establishment: { web: ['select', 'insert', 'update (place, closed_at)'] },
  dossier_establishment: { web: ['select', 'insert', 'update (establishment_id, set_by, set_at)', 'delete'] },
  saved_reply: { web: ['select', 'insert', 'update', 'delete'] },

  mediator_absence: { web: ['select', 'insert', 'update'] },
  office_contact: { web: ['select', 'insert'], worker: ['select', 'delete'] },
  policy_version: { web: ['select', 'insert'] },
  mediator_field: { web: ['select', 'insert', 'delete'] },
  hand_over: { web: ['select', 'insert'], worker: ['select (id, set_at)', 'delete'] },
  hand_over_line: { web: ['select', 'insert', 'update (done_at, refused)'] },
  office_step: { web: ['select', 'insert', 'update', 'delete'], worker: ['select', 'delete'] },

  // Kept by triggers (Migration20261127040000).
  office_news: { web: ['select'] },
  merchant_record: { web: ['select'] },
  merchant_pace: {},

  participation: {
    web: ['select', 'insert', 'update'],
    worker: ['select (state, since, link_until)', 'delete'],
  },
  access_request: {
    web: ['select', 'insert', 'update (state, answer, answered_by, answered_at)'],
    worker: ['select (answered_at)', 'delete'],
  },

  audit_log: { web: ['select', 'insert'], worker: ['select', 'insert'] },
  // A column that nobody decides on: a row is held while a screen of its draft is saved, which asks for the right to write some of it.
  dossier: { web: ['select', 'update (recorded_at)'], worker: ['select', 'insert', 'update'] },
  dossier_event: { web: ['select'], worker: ['select', 'insert'] },
  dossier_command: { web: ['select'], worker: ['select', 'insert', 'update'] },
  journal_anchor: { worker: ['select', 'insert'] },
  audit_anchor: { worker: ['select', 'insert'] },
  reaction: { worker: ['select', 'insert', 'update'] },
  engine_behind: { web: ['select', 'delete'], worker: ['select', 'insert', 'update', 'delete'] },
  engine_walk: { worker: ['select', 'insert', 'update'] },

  dossier_form: {
    web: ['select', 'insert', 'update (title, parties, problem, saved_at, saved_by, version)'],
    worker: ['select', 'delete'],
  },
  proposal_content: {
    web: ['select', 'insert', 'update (remedies, terms, author_id, saved_at, given_at)', 'delete'],
    worker: ['select', 'update (published_at, version)', 'delete'],
  },
  message: {
    web: ['select', 'insert', 'update (author_role, body, saved_at, given_at)', 'delete'],
    worker: ['select', 'update (published_at, shared_with_mediator_at)', 'delete'],
  },
  message_share: { web: ['select', 'insert', 'delete'], worker: ['select', 'update (published_at)', 'delete'] },
  justification: {
    web: ['select', 'insert', 'update (body, saved_at, given_at)', 'delete'],
    worker: ['select', 'update (published_at)', 'delete'],
  },
  document: {
    web: ['select', 'insert', 'update (title, kind, owner_id, owner_role)', 'delete'],
    worker: ['select', 'insert', 'update (published_at, withdrawn_at, withdrawal_id, scan)', 'delete'],
  },
  agreement_certificate: { web: ['select'], worker: ['select', 'insert', 'update (document_id, acceptances)'] },
  acceptance_address: { web: ['select', 'insert', 'update (ip, noted_at)'], worker: ['select', 'delete'] },
  closing_identity: { web: ['select'], worker: ['select', 'insert', 'delete'] },
  thread_read: { web: ['select', 'insert', 'update (read_at, seen_until)'], worker: ['select', 'delete'] },
  mediator_note: { web: ['select', 'insert', 'update (body, saved_at)', 'delete'], worker: ['select', 'delete'] },
  kept_text: { web: ['select', 'insert', 'update', 'delete'], worker: ['select', 'delete'] },

  mail: { web: ['select', 'insert'], worker: ['select', 'insert', 'update', 'delete'] },
};

/** Sequences that a process takes numbers from. */
export const sequenceGrants: Readonly<Record<string, readonly ProcessRole[]>> = {
  dossier_number_seq: ['worker'],
  referral_number_seq: ['web'],
  participation_number_seq: ['web'],
  text_version_seq: ['web'],
};

/** Functions of the migrations that a process calls; those of triggers need no right. */
export const functionGrants: Readonly<Record<string, readonly ProcessRole[]>> = {
  folded_text: ['web'],
  search_text: ['web'],
  seal_of: ['worker'],
  only_added_to: [],
  mediator_in_service: [],
  next_version: [],
  news_of: [],
  open_reports: [],
  keep_news: [],
  count_for_merchant: [],
  median_pace: [],
  keep_merchant_record: [],
  keep_anew: [],
};
