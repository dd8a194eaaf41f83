import { Migration } from '@mikro-orm/migrations';

const indexes = [
  // What waits for the Office, for a side, and for a merchant's first answer: the queues of the desk, oldest first.
  `dossier_to_assign on dossier (turn_since, id) where turn = 'office' and status in ('mediationRequested', 'mediation')`,
  `dossier_silent on dossier (turn_since, id) where turn in ('consumer', 'merchant', 'both') and status in ('submitted', 'negotiation', 'mediation')`,
  `dossier_mediated on dossier (mediator_id, id) where status = 'mediation' and mediator_id is not null`,
  `dossier_unanswered on dossier (submitted_at, merchant_id) where status = 'submitted'`,
];

/**
 * What officers did to reach a party, in the Office's own words, and what they mean to do next in a dossier (F-005, F-136, B-11). Both go with the content
 * of the dossier (F-142).
 */
export class Migration20261127001000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table office_contact (
        id uuid primary key,
        dossier_id uuid not null,
        author_id uuid not null references app_user (id),
        kind text not null check (kind in ('reached', 'missed', 'letter', 'note', 'seen')),
        side text check (side in ('consumer', 'merchant', 'mediator')),
        body text not null default '',
        at timestamptz not null default now()
      )`);
    this.addSql(`create index office_contact_dossier on office_contact (dossier_id, at)`);
    this.addSql(`
      create table office_step (
        dossier_id uuid primary key,
        due_day date not null,
        body text not null,
        set_by uuid not null references app_user (id),
        set_at timestamptz not null default now(),
        version integer not null default 1
      )`);
    this.addSql(`create index office_step_due on office_step (due_day, dossier_id)`);
    for (const index of indexes) this.addSql(`create index ${index}`);
  }

  override async down(): Promise<void> {
    for (const index of indexes) this.addSql(`drop index if exists ${index.split(' ')[0]}`);
    this.addSql(`drop table if exists office_step`);
    this.addSql(`drop table if exists office_contact`);
  }
}
