import { Migration } from '@mikro-orm/migrations';

const asked = (kinds: string) =>
  `alter table terms_acceptance add constraint terms_acceptance_kind_check check (kind in (${kinds}))`;

/** Those who act for the Office accept the terms and an undertaking of their own before anything opens to them (A-20, ADR 53). */
export class Migration20261127055100 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table terms_acceptance drop constraint terms_acceptance_kind_check`);
    this.addSql(asked(`'terms', 'confidentiality', 'office'`));
  }

  override async down(): Promise<void> {
    this.addSql(`delete from terms_acceptance where kind = 'office'`);
    this.addSql(`alter table terms_acceptance drop constraint terms_acceptance_kind_check`);
    this.addSql(asked(`'terms', 'confidentiality'`));
  }
}
