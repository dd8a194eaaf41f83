import { Migration } from '@mikro-orm/migrations';

/** What waits for the Office is read from its own index, last changed first: few dossiers among all (F-121). */
export class Migration20261126160000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `create index dossier_awaits_office on dossier (changed_for_office desc, id) where turn = 'office' and changed_for_office is not null`,
    );
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists dossier_awaits_office`);
  }
}
