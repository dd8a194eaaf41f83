import { Migration } from '@mikro-orm/migrations';

/** Codes that can still be used, the last ones first, are read off an index rather than sorted (docs/adr/0046). The condition is as db/referrals writes it. */
export class Migration20261128001000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `create index referral_unused_newest on referral (issued_at desc, id) include (expires_at, attempts, dossier_id) where used_at is null and revoked_at is null`,
    );
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists referral_unused_newest`);
  }
}
