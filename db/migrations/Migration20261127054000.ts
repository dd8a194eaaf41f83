import { Migration } from '@mikro-orm/migrations';

/** Dossiers of a company that are closed by an agreement and whose messages are open, by who answers in them (db/dossiers/list-branches.ts, F-103). */
export class Migration20261127054000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `create index dossier_answering on dossier (merchant_id, holder_id) where status = 'closed' and turn_what = 'performAgreement'`,
    );
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists dossier_answering`);
  }
}
