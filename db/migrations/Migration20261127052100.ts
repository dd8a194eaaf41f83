import { Migration } from '@mikro-orm/migrations';

/**
 * Mediations that an officer gives to others, or takes back from an account that is closed, dossier after dossier (F-020, F-121; docs/adr/0050): what is left is
 * written down before the first one, so that whoever opens the page goes on. Ids and codes only.
 */
export class Migration20261127052100 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table hand_over (
        id uuid primary key,
        mediator_id uuid not null references app_user (id),
        set_by uuid references app_user (id),
        set_at timestamptz not null default now()
      )`);
    this.addSql(`
      create table hand_over_line (
        hand_over_id uuid not null references hand_over (id) on delete cascade,
        dossier_id uuid not null,
        to_id uuid references app_user (id),
        done_at timestamptz,
        refused text,
        primary key (hand_over_id, dossier_id),
        check (refused is null or done_at is not null)
      )`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists hand_over_line`);
    this.addSql(`drop table if exists hand_over`);
  }
}
