import { Migration } from '@mikro-orm/migrations';

/**
 * A merchant's list of dossiers (db/dossiers/list-branches.ts) at the size of its page and not of the company's past: what is open, what is
 * closed, and what waits for the merchant, by who has charge of it. The conditions are those that the queries write, word for word.
 */
export class Migration20261125020000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create index dossier_merchant_open on dossier (merchant_id, updated_at desc, id)
        where submitted_at is not null and status in ('submitted', 'negotiation', 'mediationRequested', 'mediation')`);
    this.addSql(`
      create index dossier_merchant_closed on dossier (merchant_id, updated_at desc, id)
        where submitted_at is not null and status in ('closed', 'expired')`);
    this.addSql(`
      create index dossier_merchant_turn on dossier (merchant_id, handler_id, updated_at desc, id)
        where submitted_at is not null and status in ('submitted', 'negotiation', 'mediationRequested', 'mediation')
          and turn in ('merchant', 'both')`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists dossier_merchant_open, dossier_merchant_closed, dossier_merchant_turn`);
  }
}
