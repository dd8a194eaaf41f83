import { Migration } from '@mikro-orm/migrations';

/** `former_codes`: the hashes of the codes that a sign-up's present one replaced, so that a page can say of a code that it comes from an earlier mail. */
export class Migration20261126009000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table registration add column former_codes jsonb not null default '[]'`);
    this.addSql(`create index registration_email on registration (email, created_at)`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists registration_email`);
    this.addSql(`alter table if exists registration drop column if exists former_codes`);
  }
}
