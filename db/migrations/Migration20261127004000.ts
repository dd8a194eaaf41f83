import { Migration } from '@mikro-orm/migrations';

const submitted = `submitted_at is not null`;
const open = `status in ('submitted', 'negotiation', 'mediationRequested', 'mediation')`;
const closed = `status in ('closed', 'expired')`;

const indexes = [
  // A company's queue, by age and by how long it has waited; what it is narrowed by stands beside the order. Conditions as db/queue/rows.ts writes them.
  `dossier_queue_age on dossier (merchant_id, submitted_at, id) include (holder_id, status, turn) where ${submitted} and ${open}`,
  `dossier_queue_wait on dossier (merchant_id, (coalesce(turn_since, submitted_at)), id) where ${submitted} and ${open}`,
  `dossier_queue_closed on dossier (merchant_id, submitted_at, id) include (holder_id) where ${submitted} and ${closed}`,
  `member_absence_user on member_absence (merchant_id, user_id, last_day) where cancelled_at is null`,
  `member_absence_substitute on member_absence (substitute_id, last_day) where cancelled_at is null`,
  `saved_reply_merchant on saved_reply (merchant_id, title, id)`,
];

/** What a merchant's people work with: their queue, who stands in for whom while they are away, and the short texts that they keep (F-041, B-09). */
export class Migration20261127004000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table member_absence (
        id uuid primary key,
        merchant_id uuid not null references merchant (id),
        user_id uuid not null references app_user (id),
        substitute_id uuid not null references app_user (id),
        first_day date not null,
        last_day date not null,
        declared_by uuid not null references app_user (id),
        declared_at timestamptz not null default now(),
        cancelled_at timestamptz,
        check (first_day <= last_day),
        check (user_id <> substitute_id)
      )`);
    this.addSql(`
      create table saved_reply (
        id uuid primary key,
        merchant_id uuid not null references merchant (id),
        title text not null,
        body text not null,
        saved_by uuid not null references app_user (id),
        saved_at timestamptz not null default now(),
        version integer not null default 1
      )`);
    for (const index of indexes) this.addSql(`create index ${index}`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop index if exists dossier_queue_age, dossier_queue_wait, dossier_queue_closed`);
    this.addSql(`drop table if exists saved_reply`);
    this.addSql(`drop table if exists member_absence`);
  }
}
