import { Migration } from '@mikro-orm/migrations';

/**
 * What the scanner said of each file: `clean`, also of those that came where no scanner is; `quarantined` until it has answered; `infected`, whose
 * bytes are gone.
 */
export class Migration20261126007000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      alter table document add column scan text not null default 'clean'
        constraint document_scan check (scan in ('clean', 'quarantined', 'infected'))`);
    this.addSql(`create index document_quarantined on document (saved_at) where scan = 'quarantined'`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists document_quarantined`);
    this.addSql(`alter table if exists document drop column if exists scan`);
  }
}
