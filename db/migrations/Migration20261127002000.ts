import { Migration } from '@mikro-orm/migrations';

const indexes = [
  // The log of exceptional accesses, whatever the dossier, and what was read in each.
  `dossier_event_glass on dossier_event (at) where type = 'glassBroken'`,
  `audit_log_readings on audit_log (subject, actor_id) where action = 'dossier.content_read'`,
];

/** What the Office reads of its own readings of content (A-30, B-11). */
export class Migration20261127002000 extends Migration {
  override async up(): Promise<void> {
    for (const index of indexes) this.addSql(`create index ${index}`);
  }

  override async down(): Promise<void> {
    for (const index of indexes) this.addSql(`drop index if exists ${index.split(' ')[0]}`);
  }
}
