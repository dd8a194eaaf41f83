import { Migration } from '@mikro-orm/migrations';

/**
 * What is said once is said with the same words:
 *
 * - `given_at`: when the author of a content gave it to be published. From then on nothing writes it, unless its act is refused.
 * - `command_claim`: which command a key was used for (SHA-256 of it, without its author), so that the key is not answered for another.
 */
export class Migration20261126005000 extends Migration {
  override async up(): Promise<void> {
    for (const table of ['proposal_content', 'message', 'justification']) {
      this.addSql(`alter table ${table} add column given_at timestamptz`);
    }
    this.addSql(`
      create table command_claim (
        dossier_id uuid not null,
        command_key text not null,
        digest bytea not null,
        claimed_at timestamptz not null default now(),
        primary key (dossier_id, command_key)
      )`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists command_claim`);
    for (const table of ['proposal_content', 'message', 'justification']) {
      this.addSql(`alter table ${table} drop column if exists given_at`);
    }
  }
}
