import { Migration } from '@mikro-orm/migrations';

const tables = ['kept_text', 'office_step'];

/**
 * The version of a text is never that of another one: it began again at one when a text was let go of and another was written, and a page that had seen
 * the former wrote over the new one (B-03, B-11). Whatever writes in the table, it is the table that gives versions.
 */
export class Migration20261127050000 extends Migration {
  override async up(): Promise<void> {
    // More than any one text has come to until now.
    this.addSql(`create sequence text_version_seq as bigint start 500001`);
    this.addSql(`
      create function next_version() returns trigger language plpgsql as $$
      begin
        new.version := nextval('text_version_seq');
        return new;
      end $$`);
    for (const table of tables) {
      this.addSql(`alter table ${table} alter column version type bigint, alter column version drop default`);
      this.addSql(
        `create trigger next_version before insert or update on ${table} for each row execute function next_version()`,
      );
    }
  }

  override async down(): Promise<void> {
    for (const table of tables) {
      this.addSql(`drop trigger if exists next_version on ${table}`);
      this.addSql(
        `alter table ${table} alter column version type integer using least(version, 999999999)::integer, alter column version set default 1`,
      );
    }
    this.addSql(`drop function if exists next_version()`);
    this.addSql(`drop sequence if exists text_version_seq`);
  }
}
