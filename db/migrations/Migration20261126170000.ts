import { Migration } from '@mikro-orm/migrations';

/** The audit log proves itself too (ADR 20): workers sign it run by run, each signature over the rows of its run and the one before. */
export class Migration20261126170000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table audit_anchor (
        last_id bigint primary key,
        hash bytea not null,
        key_id text not null,
        mac bytea not null,
        at timestamptz not null default now()
      )`);
    this.addSql(
      `create trigger only_added_to before update or delete on audit_anchor for each row execute function only_added_to()`,
    );
    this.addSql(
      `create trigger never_emptied before truncate on audit_anchor for each statement execute function only_added_to()`,
    );
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists audit_anchor`);
  }
}
