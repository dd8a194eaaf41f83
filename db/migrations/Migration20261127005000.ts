import { Migration } from '@mikro-orm/migrations';

/** Indexes that hold all that the Office's figures are counted from. */
const indexes = [
  'referral_figures on referral (issued_at) include (dossier_id, merchant_id)',
  `dossier_figures on dossier (id) include (created_at, submitted_at, taken_charge_at, mediation_started_at, closed_at, outcome)`,
];

/** Versions of the durations of new dossiers (T-08), and the Office's figures (B-11). */
export class Migration20261127005000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table policy_version (
        number integer primary key check (number > 1),
        policy jsonb not null,
        from_day date not null,
        set_by uuid not null references app_user (id),
        set_at timestamptz not null default now()
      )`);
    for (const index of indexes) this.addSql(`create index ${index}`);
  }

  override async down(): Promise<void> {
    for (const index of indexes) this.addSql(`drop index if exists ${index.split(' ')[0]}`);
    this.addSql(`drop table if exists policy_version`);
  }
}
