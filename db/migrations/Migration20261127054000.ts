import { Migration } from '@mikro-orm/migrations';

const indexes = [
  // Closed by an agreement, with messages open, by who answers in them (messagesOpen in db/predicates.ts, F-103).
  `dossier_answering on dossier (merchant_id, holder_id) where status = 'closed' and turn_what = 'performAgreement'`,
  // A number, or a part of it, as people read it out.
  `dossier_number_part on dossier using gin (number gin_trgm_ops)`,
];

/** What a company answers after an agreement is counted, and a dossier found by its number, whatever is past (docs/adr/0046). */
export class Migration20261127054000 extends Migration {
  override async up(): Promise<void> {
    for (const index of indexes) this.addSql(`create index ${index}`);
  }

  override async down(): Promise<void> {
    for (const index of indexes) this.addSql(`drop index if exists ${index.split(' ')[0]}`);
  }
}
