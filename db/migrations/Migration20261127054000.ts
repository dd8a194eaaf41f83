import { Migration } from '@mikro-orm/migrations';

/** What a company answers after an agreement, while messages are open (messagesOpen in db/predicates.ts, F-103), is counted whatever is past (docs/adr/0046). */
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
