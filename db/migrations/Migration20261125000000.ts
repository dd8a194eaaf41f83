import { Migration } from '@mikro-orm/migrations';

/**
 * Who the parties were when a dossier ended, so that its document names them as they were then, however late it is made. And the way from a
 * dossier to its mails, which A-29 and the erasure take.
 */
export class Migration20261125000000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table closing_identity (
        dossier_id uuid primary key references dossier (id),
        identity jsonb not null,
        kept_at timestamptz not null default now()
      )`);
    this.addSql(`create index mail_dossier on mail (dossier_id, recipient_id) where dossier_id is not null`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists mail_dossier`);
    this.addSql(`drop table if exists closing_identity`);
  }
}
