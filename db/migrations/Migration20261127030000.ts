import { Migration } from '@mikro-orm/migrations';

/** Codes that are locked by attempts, few among all that were ever issued: the desk counts them at each opening (F-051, B-11). */
export class Migration20261127030000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `create index referral_locked on referral (expires_at) where used_at is null and revoked_at is null and attempts >= 10`,
    );
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists referral_locked`);
  }
}
