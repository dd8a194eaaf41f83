import { Migration } from '@mikro-orm/migrations';

/** The IP address from which a person accepted (A-34, ADR 30): in PostgreSQL only, until the dossier's content is erased. */
export class Migration20261126210000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table acceptance_address (
        dossier_id uuid not null,
        command_key text not null,
        user_id uuid not null,
        ip inet not null,
        noted_at timestamptz not null default now(),
        primary key (dossier_id, command_key)
      )`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists acceptance_address`);
  }
}
