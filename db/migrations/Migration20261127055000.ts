import { Migration } from '@mikro-orm/migrations';

/**
 * An account changes its address with a code at each of the two, the one that it has and the one that it is to have (ADR 53); for a person who lost the
 * former, the Office lets the new one do for a day. Changes that were under way begin again: they have one code only.
 */
export class Migration20261127055000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`delete from email_change where confirmed_at is null`);
    this.addSql(`alter table email_change add column former_code_hash bytea`);
    this.addSql(`alter table app_user add column former_address_waived_until timestamptz`);
  }

  override async down(): Promise<void> {
    this.addSql(`alter table app_user drop column if exists former_address_waived_until`);
    this.addSql(`delete from email_change where confirmed_at is null`);
    this.addSql(`alter table email_change drop column if exists former_code_hash`);
  }
}
