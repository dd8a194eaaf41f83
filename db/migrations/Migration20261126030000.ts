import { Migration } from '@mikro-orm/migrations';

/**
 * The record proves itself (ADR 20):
 *
 * - what an event publishes is sealed in it: the SHA-256 of the row's content, made by a function for each table; the event's link covers the seal;
 * - the journal and the audit log are only ever added to: a trigger refuses anything else, whoever asks;
 * - the heads of chains are signed by a key that only workers hold (`journal_anchor`).
 */
export class Migration20261126030000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table dossier_event add column seal bytea`);
    for (const [table, content] of Object.entries(sealed)) this.addSql(sealing(table, content));
    this.addSql(`
      create table journal_anchor (
        dossier_id uuid not null,
        seq int not null,
        hash bytea not null,
        key_id text not null,
        mac bytea not null,
        at timestamptz not null default now(),
        primary key (dossier_id, seq)
      )`);
    this.addSql(`
      create function only_added_to() returns trigger language plpgsql as $$
      begin
        raise exception 'rows of % are never changed nor removed', tg_table_name using errcode = 'restrict_violation';
      end $$`);
    for (const table of recorded) {
      this.addSql(
        `create trigger only_added_to before update or delete on ${table} for each row execute function only_added_to()`,
      );
      this.addSql(
        `create trigger never_emptied before truncate on ${table} for each statement execute function only_added_to()`,
      );
    }
  }

  override async down(): Promise<void> {
    for (const table of recorded) {
      this.addSql(`drop trigger if exists only_added_to on ${table}`);
      this.addSql(`drop trigger if exists never_emptied on ${table}`);
    }
    this.addSql(`drop function if exists only_added_to()`);
    this.addSql(`drop table if exists journal_anchor`);
    for (const table of Object.keys(sealed)) this.addSql(`drop function if exists seal_of(${table})`);
    this.addSql(`alter table if exists dossier_event drop column if exists seal`);
  }
}

const recorded = ['dossier_event', 'audit_log', 'journal_anchor'];

/** What of each table's rows people wrote or chose; what the platform notes later (published, withdrawn, shared, stored elsewhere) is left out. */
const sealed = {
  dossier_form: 'c.dossier_id, c.title, c.parties, c.problem',
  proposal_content: 'c.id, c.dossier_id, c.proposal_id, c.author_id, c.author, c.version, c.remedies, c.terms',
  message: 'c.id, c.dossier_id, c.thread, c.author_id, c.author_role, c.body',
  message_share: 'c.id, c.dossier_id, c.author_id, c.message_ids',
  document: `c.id, c.dossier_id, c.owner_id, c.owner_role, c.kind, c.title, c.file_name, c.media_type, c.byte_size, encode(c.sha256, 'hex')`,
  justification: 'c.id, c.dossier_id, c.author_id, c.kind, c.body',
};

const sealing = (table: string, content: string): string =>
  `create function seal_of(c ${table}) returns bytea language sql stable parallel safe
    return sha256(convert_to(jsonb_build_array('${table}', ${content})::text, 'UTF8'))`;
