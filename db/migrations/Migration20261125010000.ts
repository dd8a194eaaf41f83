import { Migration } from '@mikro-orm/migrations';

/** An Office act that names its form's key is written down once, however often the form comes (web/server/services/office/audit.ts). */
export class Migration20261125010000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `create unique index audit_log_key on audit_log ((detail ->> 'key')) where (detail ->> 'key') is not null`,
    );
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists audit_log_key`);
  }
}
