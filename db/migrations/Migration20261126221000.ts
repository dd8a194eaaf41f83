import { Migration } from '@mikro-orm/migrations';

/** A mediator's private notes on a dossier, which nobody else ever reads (B-10): not in the journal, erased with the dossier's content. */
export class Migration20261126221000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table mediator_note (
        dossier_id uuid not null references dossier (id),
        mediator_id uuid not null references app_user (id),
        body text not null,
        saved_at timestamptz not null default now(),
        primary key (dossier_id, mediator_id)
      )`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists mediator_note`);
  }
}
