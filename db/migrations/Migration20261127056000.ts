import { Migration } from '@mikro-orm/migrations';

/**
 * How far a person has read a conversation is the last message that they were shown, and no longer the moment of their visit: what comes while a page is
 * made was not shown on it.
 */
export class Migration20261127056000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table thread_read add column seen_until timestamptz`);
    this.addSql(`update thread_read set seen_until = read_at`);
    this.addSql(
      `alter table thread_read alter column seen_until set not null, alter column seen_until set default clock_timestamp()`,
    );
  }

  override async down(): Promise<void> {
    this.addSql(`alter table thread_read drop column seen_until`);
  }
}
