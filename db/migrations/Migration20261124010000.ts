import { Migration } from '@mikro-orm/migrations';

/** Counts that slow guessing and flooding; the columns are those that rate-limiter-flexible expects. Keys are keyed hashes. */
export class Migration20261124010000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `create table rate_limit (key varchar(255) primary key, points integer not null default 0, expire bigint)`,
    );
    this.addSql(`create index rate_limit_expire on rate_limit (expire)`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists rate_limit`);
  }
}
