import { Migration } from '@mikro-orm/migrations';

/**
 * The Office finds a dossier by whoever has charge of it for the merchant (F-005): by the person, in few rows. Representatives of consumers, members of companies and
 * what a search looks into have their indexes already.
 */
export class Migration20261127053100 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create index dossier_handler on dossier (handler_id) where handler_id is not null`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists dossier_handler`);
  }
}
