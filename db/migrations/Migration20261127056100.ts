import { Migration } from '@mikro-orm/migrations';

/** A notice to someone who perhaps reads at that moment waits a little, and is not sent when they have read. */
export class Migration20261127056100 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table mail add column held_until timestamptz`);
  }

  override async down(): Promise<void> {
    this.addSql(`alter table mail drop column held_until`);
  }
}
