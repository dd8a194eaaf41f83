import { Migration } from '@mikro-orm/migrations';

/** Absences that mediators tell the Office (F-137). One that is cancelled stays, so that the Office's mails about it can be understood. */
export class Migration20261127000000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create table mediator_absence (
        id uuid primary key,
        mediator_id uuid not null references app_user (id) on delete cascade,
        first_day date not null,
        last_day date not null,
        late boolean not null,
        declared_at timestamptz not null default now(),
        changed_at timestamptz not null default now(),
        cancelled_at timestamptz,
        check (last_day >= first_day)
      )`);
    this.addSql(
      `create index mediator_absence_mediator on mediator_absence (mediator_id, first_day) where cancelled_at is null`,
    );
    this.addSql(`create index mediator_absence_last on mediator_absence (last_day) where cancelled_at is null`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists mediator_absence`);
  }
}
